"""Order, reserve day, waived minutes, checklists and partners of an event, over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.handlers.meetings.test_preparing import planned
from tests.handlers.meetings.test_visits import more, visit
from tests.support.clocks import StillClock
from tests.support.office import Office
from tests.support.passing_time import pass_time


@pytest.fixture(autouse=True)
def no_reminder_between(clock: StillClock) -> None:
    """At 09:00 sharp reminders are due."""
    clock.advance(timedelta(hours=1))


async def test_the_card_of_a_visit_says_what_is_not_recorded_yet(office: Office) -> None:
    card = await visit(office.coordinator.private())
    for fact in (
        "Їдемо до партнера",
        "Голова делегації: не внесено",
        "Перекладач: не внесено",
        "Розпорядження: не внесено",
    ):
        assert fact in card.text


async def test_an_order_and_a_reserve_day_stand_on_the_card(office: Office) -> None:
    chat = office.coordinator.private()
    card = await visit(chat)
    await more(card, "Розпорядження")
    assert "Надішліть номер і дату" in (await chat.ask("незабаром")).text
    card = await chat.ask("45-р від 01.06.2024")
    assert "Розпорядження: № 45-р від 01.06.2024" in card.text
    await more(card, "Резервна дата")
    assert "немає однозначної дати" in (await chat.ask("якось потім")).text
    assert "Резервна дата: 15.09.2024 (неділя)" in (await chat.ask("15 вересня")).text


async def test_minutes_are_waived_with_a_reason_and_the_meeting_is_closed(
    office: Office, clock: StillClock
) -> None:
    chat = office.coordinator.private()
    card = await planned(chat)
    await pass_time(office, clock, datetime(2024, 6, 25, 13, 15, tzinfo=UTC))
    await chat.rest()
    await more(card, "Відбулося")
    await chat.ask("обмін школярами восени")
    states = await more(await chat.ask("/event 13"), "Наступний стан")
    assert "погодьте протокол" in ((await states.press("завершено")).text or "")
    asked = await more(await chat.ask("/event 13"), "Протокол не потрібен")
    assert "робоча розмова без рішень" in asked.buttons[0]
    waived = await chat.ask("протокол веде Бурж")
    assert "Протокол не потрібен: протокол веде Бурж" in waived.text
    assert "✓ обмін школярами восени" in waived.text
    await (await more(waived, "Наступний стан")).press("завершено")
    assert "Стан: завершено" in (await chat.next()).text


async def test_a_checklist_is_added_and_taken_away(office: Office) -> None:
    chat = office.coordinator.private()
    choice = await more(await planned(chat), "Чеклісти")
    await choice.press("+ Підписання")
    there = await chat.next()
    await there.press("✗ Онлайн-зустріч")
    sure = await chat.next()
    assert "Виконано: 0 з 21" in sure.text
    await sure.press("Вилучити")
    await (await chat.next()).press("Назад")
    card = await chat.next()
    assert "Підписання: ▱" in card.text
    assert "Онлайн-зустріч: ▱" not in card.text
    assert "Чекліст «Онлайн-зустріч»: є ← немає" in (await chat.ask("/undo")).text


async def test_a_line_says_who_ticked_it_and_when(office: Office) -> None:
    chat = office.coordinator.private()
    await planned(chat)
    page = await chat.ask("/checklist 13")
    await page.press("›")
    await (await chat.next()).press("☐ 9")
    await (await chat.next()).press("Виконано")
    done = await chat.next()
    assert "☑ 9." in done.text
    await done.press("☑ 9")
    assert "Позначено: 12.06.2024 10:00, Тарас" in (await chat.next()).text


async def test_several_partners_share_a_visit(office: Office) -> None:
    chat = office.neighbour.private()
    question = await chat.ask("візит до Дортмунда і Плоцька 3-6 вересня")
    assert "Житомир – Дортмунд – Плоцьк" in question.text
    await question.press("Так")
    await (await chat.next()).press("Відкрити")
    card = await chat.next()
    await (await more(card, "Партнери")).press("☑ 🇵🇱 Плоцьк")
    left = await chat.next()
    assert "Робочий візит Житомир – Дортмунд ·" in left.text
    refused = await left.press("☑ 🇩🇪 Дортмунд")
    assert refused.text == "У візиті має бути хоча б один партнер."


async def test_back_waits_for_nothing_any_more(office: Office) -> None:
    chat = office.coordinator.private()
    asked = await more(await planned(chat), "Посилання")
    await asked.press("Назад")
    await chat.next()
    assert "https://" not in (await chat.ask("дякую")).text
