"""Notes: written by command, by reply, by forwarding, in plain words; listed, corrected, found."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import Message

from handlers.notes import asking, correcting, finding, listing, note_pressing, writing
from handlers.notes.asking import Writing
from handlers.notes.correcting import Correcting
from handlers.notes.note_buttons import FoundNotes, NoteButton, NotesPage, PlaceNote
from handlers.routing import Subjects, subject_router

COMMANDS = frozenset({*writing.KINDS, "notes", "find"})


async def may_be_for_notes(message: Message, raw_state: str | None = None) -> bool:
    """One look, so that plain words pass by: a text that is waited for, one forwarded, a file."""
    has_file = message.photo is not None or message.document is not None
    waiting = raw_state in {Correcting.text.state, Writing.words.state}
    return has_file or message.forward_origin is not None or waiting


def build_router() -> Router:
    """The router of notes: commands and buttons, then what is sent without a command."""
    commands = subject_router(
        "note commands",
        commands=COMMANDS,
        buttons=(NoteButton, PlaceNote, NotesPage, FoundNotes),
    )
    sent = Router(name="sent notes")
    sent.message.filter(may_be_for_notes)
    for subject in (writing, asking, correcting, note_pressing, listing, finding):
        subject.register(commands, sent)
    router = Subjects(name="notes")
    router.include_routers(commands, sent)
    return router
