"""Whether a text may be the name that somebody was asked for."""

from __future__ import annotations

from aiogram.types import Message

from handlers.meetings.states import is_plain_text
from handlers.reader import Reader
from partnership.language.names import NameIndex
from partnership.language.questions import ACTS, Intent, understand

LONGEST = 4
"""Words: given name, patronymic, surname, and «пані»."""


async def is_a_name(message: Message, reader: Reader, names: NameIndex) -> bool:
    """A short text that asks for nothing: whatever else is written gets its own answer."""
    text = (message.text or "").strip()
    if not await is_plain_text(message) or text.endswith("?") or len(text.split()) > LONGEST:
        return False
    understood = understand(text, names=names, now=reader.now, zone=reader.zone.key)
    return all(each.intent not in ACTS | {Intent.HELP} for each in understood.readings)
