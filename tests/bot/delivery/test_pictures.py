"""A reminder with a picture: how many messages it takes, its turns, and when it is marked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from markupsafe import Markup

from bot.delivery import sender
from bot.delivery.pacing import turn_to_send
from bot.sandbox.model import Json
from handlers.charts.chart import Bar, Chart, Part
from handlers.screens import Screen, button
from partnership.reminders.model import Reminder, ReminderState
from tests.support.clocks import MONDAY_MORNING as NOW
from tests.support.clocks import StillClock
from tests.support.delivery import SendingDesk, open_desk
from tests.support.reminders import reminder, to_user

CHART = Chart("Доручення", "", (Bar("Бурж", "1 з 2", ((Part.CLOSED, 1), (Part.OPEN, 1))),), "", ())
LINES = [f"Рядок {number} звіту про доручення" for number in range(60)]


async def render(reminder: Reminder, *, late: bool) -> Screen:
    text = LINES if reminder.subject == "long" else LINES[:3]
    return Screen(Markup("\n").join(text), [[button("Вимкнути", "off")]], CHART)


@pytest.fixture
async def desk(tmp_path: Path, clock: StillClock) -> AsyncIterator[SendingDesk]:
    async with open_desk(tmp_path, clock, render=render) as opened:
        opened.person(1)
        yield opened


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The chats of the turns that were taken."""
    taken: list[int] = []

    def counted(limiter, chat, priority, not_before):
        taken.append(chat)
        return turn_to_send(limiter, chat, priority, not_before)

    monkeypatch.setattr(sender, "turn_to_send", counted)
    return taken


def messages(desk: SendingDesk) -> list[Json]:
    return list(desk.telegram.sandbox.world.chat(1).messages.values())


async def test_a_short_text_is_the_caption_of_one_message(
    desk: SendingDesk, turns: list[int]
) -> None:
    await desk.plan(reminder("short", to_user(1), NOW))
    await desk.deliver()
    (message,) = messages(desk)
    assert message["caption"] == "\n".join(LINES[:3])
    assert "reply_markup" in message
    assert turns == [1]


async def test_a_long_text_goes_on_below_with_a_turn_of_its_own_and_nothing_is_lost(
    desk: SendingDesk, turns: list[int]
) -> None:
    await desk.plan(reminder("long", to_user(1), NOW))
    await desk.deliver()
    photo, text = messages(desk)
    assert len(photo["caption"]) <= 1024
    assert "\n".join([photo["caption"].strip(), text["text"]]) == "\n".join(LINES)
    assert "reply_markup" not in photo
    assert "reply_markup" in text
    assert turns == [1, 1]
    row = await desk.row()
    assert (row.state, row.message_id) == (ReminderState.SENT, text["message_id"])


async def test_it_is_not_marked_before_its_last_message(desk: SendingDesk) -> None:
    desk.telegram.faults.server_error("sendMessage")
    await desk.plan(reminder("long", to_user(1), NOW))
    await desk.delivery.tick()
    await desk.delivery.idle()
    assert ["photo" in each for each in messages(desk)] == [True]
    row = await desk.row()
    assert (row.state, row.message_id) == (ReminderState.PENDING, None)
