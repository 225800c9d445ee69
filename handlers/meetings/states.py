"""What the bot waits for from a person who pressed a button or was asked something."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message

from handlers.reader import Reader
from partnership.language.names import NameIndex
from partnership.language.questions import ACTS, Intent, understand


class Waiting(StatesGroup):
    """The next plain text is the answer; a command ends the waiting by itself."""

    when = State()
    cancel_reason = State()
    link = State()
    deputy = State()
    outcome = State()
    line_words = State()
    poll_options = State()
    order = State()
    reserve_day = State()
    waiver = State()
    programme = State()
    delegation = State()
    stand_in = State()


async def is_plain_text(message: Message) -> bool:
    """A text that is no command: commands do what they always do."""
    return bool(message.text) and not (message.text or "").startswith("/")


async def is_an_answer(message: Message, reader: Reader, names: NameIndex) -> bool:
    """A text that may be the answer: a question that the bot understands is asked of it."""
    text = (message.text or "").strip()
    if not await is_plain_text(message):
        return False
    if not text.endswith("?"):
        return True
    understood = understand(text, names=names, now=reader.now, zone=reader.zone.key)
    return all(each.intent in {Intent.UNKNOWN, Intent.PLAN} for each in understood.readings)


async def is_no_other_plan(message: Message, reader: Reader, names: NameIndex) -> bool:
    """Whether the words are no wish of their own: «скасуй …», «зустріч з Буржем у п'ятницю»."""
    text = message.text or ""
    understood = understand(text, names=names, now=reader.now, zone=reader.zone.key)
    named = [each for each in understood.readings if each.intent in ACTS and each.places]
    return not any(each.event_kinds or each.intent is not Intent.PLAN for each in named)
