"""Notes: written by command, by reply, by forwarding, in plain words; listed, corrected, found."""

from __future__ import annotations

from aiogram import Router

from handlers.notes import correcting, finding, listing, note_pressing, writing
from handlers.notes.note_buttons import FoundNotes, NoteButton, NotesPage, PlaceNote
from handlers.routing import Subjects, subject_router

COMMANDS = frozenset({*writing.KINDS, "notes", "find"})


def build_router() -> Router:
    """The router of notes: commands and buttons, then what is sent without a command."""
    commands = subject_router(
        "note commands",
        commands=COMMANDS,
        buttons=(NoteButton, PlaceNote, NotesPage, FoundNotes),
    )
    sent = Router(name="sent notes")
    for subject in (writing, correcting, note_pressing, listing, finding):
        subject.register(commands, sent)
    router = Subjects(name="notes")
    router.include_routers(commands, sent)
    return router
