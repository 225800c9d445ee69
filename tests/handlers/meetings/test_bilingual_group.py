"""A group that reads both languages gets both also from what writes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.support.clocks import StillClock
from tests.support.conversation import Conversation
from tests.support.group import Group
from tests.support.office import Office
from tests.support.shown import Shown


@pytest.fixture
async def room(office: Office, group: Group, clock: StillClock) -> Conversation:
    """The coordinator in a group that wants Ukrainian and English."""
    clock.advance(timedelta(hours=1))
    bound = (await office.admin.in_group(group).ask_all("/bind Бурж"))[-1]
    await bound.press("Українська + English")
    here = office.coordinator.in_group(group)
    await here.rest()
    return here


async def answered(room: Conversation, question: Shown, text: str) -> Shown:
    """What a reply to the bot brings."""
    await room.send(text, reply_to=question)
    return await room.next()


async def test_planning_and_moving_are_told_in_both(room: Conversation) -> None:
    planned = await room.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    assert "Заплановано: онлайн-зустріч Коростень – Бурж" in planned.text
    assert "Planned: online meeting Korosten – Bourges" in planned.text
    await planned.press("Відкрити")
    await (await room.next()).press("Перенести")
    question = await room.next()
    assert "Коли?" in question.text
    assert "When?" in question.text
    confirm = await answered(room, question, "2024-06-26 16:00")
    assert "Is that right?" in confirm.text
    await confirm.press("Так / Yes")
    moved = await room.next()
    assert "Перенесено: онлайн-зустріч" in moved.text
    assert "Moved: online meeting" in moved.text


async def test_a_plan_in_plain_words_can_be_confirmed(room: Conversation) -> None:
    planned = await room.ask("/week")
    question = await answered(room, planned, "зустріч з Буржем 27 червня о 15:00")
    assert "27 Jun 2024 (Thursday)" in question.text
    await question.press("Так / Yes")
    assert "Planned: online meeting" in (await room.next()).text


async def test_a_cancellation_is_asked_and_told_in_both(room: Conversation) -> None:
    planned = await room.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await planned.press("Відкрити")
    await (await room.next()).press("Скасувати")
    asked = await room.next()
    assert "Cancel the online meeting" in asked.text
    await asked.press("зміна планів / change of plans")
    told = await room.next()
    assert "Скасовано: онлайн-зустріч" in told.text
    assert "Cancelled: online meeting" in told.text


async def test_a_vote_shows_the_poll_in_both(room: Conversation) -> None:
    planned = await room.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    await planned.press("Відкрити")
    await (await room.next()).press("Ще")
    await (await room.next()).press("Опитування щодо дати")
    poll = await answered(room, await room.next(), "27.06 14:00\n28.06 15:00")
    assert "When can you come?" in poll.text
    await poll.press("✓ 28.06 15:00")
    voted = await room.next()
    assert "Проголосувала 1 особа" in voted.text
    assert "1 person has voted" in voted.text
