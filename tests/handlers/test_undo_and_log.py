"""Taking back and reading what was changed, over HTTP."""

from __future__ import annotations

from datetime import timedelta

from tests.handlers.dialogue import pressed
from tests.support.clocks import StillClock
from tests.support.office import Office


async def test_undo_says_what_was_taken_back(office: Office) -> None:
    chat = office.neighbour.private()
    await chat.ask("/areas Дортмунд спорт")
    undone = await chat.ask("/undo")
    assert undone.text.startswith("Зміну скасовано\nНапрями: ")
    assert undone.text.endswith("← спорт")
    assert "немає вашої зміни" in (await chat.ask("/undo")).text


async def test_only_ones_own_change_of_the_last_day_is_undone(
    office: Office, clock: StillClock
) -> None:
    done = await office.neighbour.private().ask("/areas Дортмунд спорт")
    assert "немає вашої зміни" in (await office.coordinator.private().ask("/undo")).text
    clock.advance(timedelta(hours=25))
    late = await done.press("Скасувати зміну")
    assert late.show_alert
    assert "немає вашої зміни" in (late.text or "")


async def test_a_change_made_upon_another_stands_in_its_way(office: Office) -> None:
    first = await office.neighbour.private().ask("/areas Дортмунд спорт")
    await office.admin.private().ask("/areas Дортмунд культура")
    refused = await first.press("Скасувати зміну")
    assert "/log" in (refused.text or "")


async def test_the_log_says_who_changed_what_and_when(office: Office) -> None:
    await office.neighbour.private().ask("/areas Дортмунд спорт")
    log = await office.coordinator.private().ask("/log Дортмунд")
    first = log.text.splitlines()[1]
    assert first.startswith("• 12.06.2024 09:00, Орест — Житомир – Дортмунд: Напрями:")
    assert first.endswith("→ спорт")


async def test_the_log_turns_pages_in_one_message(office: Office) -> None:
    chat = office.admin.private()
    newest = await chat.ask("/log")
    assert "імпорт" in newest.text
    older = await pressed(newest, "Давніші ›")
    assert older.id == newest.id
    assert older.text != newest.text
    assert (await pressed(older, "‹ Новіші")).text == newest.text


async def test_a_partner_added_by_mistake_leaves_with_all_that_came_with_it(
    office: Office,
) -> None:
    added = await office.neighbour.private().ask("/addpartner Ульм; Німеччина")
    undone = await pressed(added, "Скасувати зміну")
    assert "Скасовано: партнерство «Житомир – Ульм»" in undone.text
    assert "Скасовано: місто «Ульм»" in undone.text
    assert "ulm" not in office.app.services.registry.places
