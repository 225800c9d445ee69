"""What was done to events, in /log and /undo."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.handlers.meetings.test_preparing import planned
from tests.support.clocks import StillClock
from tests.support.office import Office


@pytest.fixture(autouse=True)
def no_reminder_between(clock: StillClock) -> None:
    """At 09:00 sharp reminders are due."""
    clock.advance(timedelta(hours=1))


async def test_the_log_names_the_event_and_reads_its_times(office: Office) -> None:
    chat = office.coordinator.private()
    await planned(chat)
    await (await chat.ask("перенеси зустріч з Буржем на 26.06 о 16")).press("Так")
    await chat.next()
    log = (await chat.ask("/log")).text
    assert "Тарас — Онлайн-зустріч Коростень – Бурж, № 13: Заплановано на:" in log
    assert "25.06.2024 (вівторок), 15:00 → 26.06.2024 (середа), 16:00" in log
    assert "Додано: подія «Онлайн-зустріч Коростень – Бурж»" in log


async def test_a_tick_stands_in_the_log_and_is_taken_back(office: Office) -> None:
    chat = office.coordinator.private()
    await planned(chat)
    await (await chat.ask("/checklist 13")).press("☐ 1")
    await (await chat.next()).press("Виконано")
    assert "виконано 1 з" in (await chat.next()).text
    assert "тему, формат і рівень участі»: відкрито → виконано" in (await chat.ask("/log")).text
    assert "рівень участі»: відкрито ← виконано" in (await chat.ask("/undo")).text
    assert "виконано 0 з" in (await chat.ask("/checklist 13")).text


async def test_an_answer_is_taken_back(office: Office) -> None:
    chat = office.coordinator.private()
    await (await planned(chat)).press("Не буду")
    undone = (await chat.ask("/undo")).text
    assert "Онлайн-зустріч Коростень – Бурж, № 13" in undone
    assert "Відповідь: Тарас: немає ← не буде" in undone


async def test_a_link_is_no_secret_of_the_log(office: Office) -> None:
    chat = office.coordinator.private()
    await (await planned(chat)).press("Ще")
    await (await chat.next()).press("Посилання")
    await chat.next()
    await chat.ask("https://zoom.us/j/123456")
    log = (await chat.ask("/log")).text
    assert "Посилання: не внесено → внесено" in log
    assert "zoom" not in log
