"""Keeping a note and answering with it, in the languages of the group."""

from __future__ import annotations

from aiogram.types import Message
from aiogram.utils.i18n import I18n

from handlers.cards.note_facts import gather
from handlers.notes.note_screens import saved_screen
from handlers.notes.wording import shown_in
from handlers.reader import Reader
from handlers.screens import show
from partnership.membership_records import BoundChat
from partnership.notes.notes import Notes
from partnership.notes.writing import NewNote


async def save(
    message: Message,
    new: NewNote,
    reader: Reader,
    notes: Notes,
    bound: BoundChat | None,
    i18n: I18n,
) -> None:
    """Write it down and show it with its buttons."""
    written = await notes.write(reader.user, new, bound)
    facts = await gather(written.note, reader, notes, candidates=written.candidates)
    await show(message, shown_in(bound, reader, i18n, lambda each: saved_screen(facts, each)))
