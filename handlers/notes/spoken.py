"""«Запиши: …» and «нотатка Бурж …»: a note in plain words."""

from __future__ import annotations

from handlers.cards.note_facts import gather
from handlers.desk import Desk
from handlers.notes.note_screens import saved_screen
from handlers.notes.received import of_own_words
from handlers.screens import Screen
from partnership.language.questions import Reading


async def write_down(reading: Reading, desk: Desk) -> Screen:
    """Keep what follows the word; the same message asked twice is one note."""
    pad = desk.notepad
    assert pad is not None
    new = of_own_words(pad.message, reading.rest)
    written = await pad.notes.write(desk.reader.user, new, pad.bound)
    facts = await gather(written.note, desk.reader, pad.notes, candidates=written.candidates)
    return saved_screen(facts, desk.reader)
