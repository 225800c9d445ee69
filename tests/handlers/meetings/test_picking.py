"""Day and hour chosen from a calendar by buttons."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.handlers.meetings.test_preparing import planned
from tests.support.clocks import StillClock
from tests.support.conversation import Conversation
from tests.support.office import Office
from tests.support.shown import Shown


@pytest.fixture
def chat(office: Office, clock: StillClock) -> Conversation:
    """The coordinator, when no reminder comes between."""
    clock.advance(timedelta(hours=1))
    return office.coordinator.private()


async def pressed(shown: Shown, *texts: str) -> Shown:
    """What the last of these buttons shows."""
    for text in texts:
        await shown.press(text)
        shown = await shown.conversation.next()
    return shown


async def test_a_meeting_is_planned_by_buttons_alone(chat: Conversation) -> None:
    month = await pressed(await chat.ask("/meeting Бурж"), "Календар")
    assert month.buttons[0] == ["‹", "червень 2024 р.", "›"]
    assert month.buttons[2] == ["·", "·", "12", "13", "14", "15", "16"]
    asked = await pressed(month, "25", "15:00")
    assert "25.06.2024 (вівторок), 15:00 Київ / 14:00 Париж" in asked.text
    assert "Заплановано" in (await pressed(asked, "Так")).text


async def test_another_month_and_an_hour_of_ones_own(chat: Conversation) -> None:
    hours = await pressed(await chat.ask("/meeting Бурж"), "Календар", "›", "3")
    assert "03.07.2024 (середа): о котрій годині?" in hours.text
    assert "03.07.2024 (середа), 10:30 Київ" in (await chat.ask("10:30")).text


async def test_a_visit_takes_two_days_of_the_calendar(chat: Conversation) -> None:
    last = await pressed(await chat.ask("/visit Бурж"), "Календар", "›", "10")
    assert "Який день останній?" in last.text
    asked = await pressed(last, "12", "Ми їдемо")
    assert "10–12.07.2024" in asked.text


async def test_the_hour_of_a_meeting_that_is_moved_comes_first(chat: Conversation) -> None:
    hours = await pressed(await planned(chat), "Перенести", "Календар", "27")
    assert hours.buttons[0] == ["15:00"]
    moved = await pressed(hours, "15:00")
    assert "→ 27.06.2024 (четвер), 15:00 Київ / 14:00 Париж" in moved.text


async def test_a_day_that_is_past_leads_nowhere(chat: Conversation) -> None:
    month = await pressed(await chat.ask("/meeting Бурж"), "Календар")
    past = month.markup["inline_keyboard"][2][0]["callback_data"]
    assert past.endswith(":-:")
