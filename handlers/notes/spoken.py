"""«Запиши: …» is a note in plain words, «що ми записували про воду?» a search for one."""

from __future__ import annotations

from handlers.cards.note_facts import gather
from handlers.desk import Desk
from handlers.notes.finding import found_screen
from handlers.notes.listing import notes_of_chat, notes_of_partnerships
from handlers.notes.note_screens import saved_screen
from handlers.notes.received import of_own_words
from handlers.screens import Screen
from partnership.finding import partnerships_at
from partnership.language.names import by_span
from partnership.language.questions import Reading
from partnership.notes.asking import search_line
from partnership.notes.kinds import kind_of


async def write_down(reading: Reading, desk: Desk) -> Screen:
    """Keep what follows the word; the same message asked twice is one note."""
    pad = desk.notepad
    assert pad is not None
    new = of_own_words(pad.message, reading.rest, kind_of(reading.rest))
    written = await pad.notes.write(desk.reader.user, new, pad.bound)
    facts = await gather(written.note, desk.reader, pad.notes, candidates=written.candidates)
    return saved_screen(facts, desk.reader)


async def look_up(reading: Reading, desk: Desk) -> Screen:
    """The notes of a partner, or the records that hold the words that were asked for."""
    pad, reader = desk.notepad, desk.reader
    assert pad is not None
    line = search_line(reading, reader.registry)
    if line is not None:
        return await found_screen(line, 0, reader, pad.notes, pad.bound)
    if not reading.places:
        return await notes_of_chat(reader, pad.notes, pad.bound)
    place = by_span(reading.places)[0][0].name_id
    known = partnerships_at(place, reader.registry, reader.user.communities)
    return await notes_of_partnerships(known, reader, pad.notes, pad.bound)
