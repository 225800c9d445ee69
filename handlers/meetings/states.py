"""What the bot waits for from a person who pressed a button or was asked something."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message


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
    programme = State()
    delegation = State()
    stand_in = State()


async def is_plain_text(message: Message) -> bool:
    """A text that is no command: commands do what they always do."""
    return bool(message.text) and not (message.text or "").startswith("/")
