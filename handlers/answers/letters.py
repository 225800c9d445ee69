"""Answers about letters."""

from __future__ import annotations

from handlers.answers.places import partnerships_named, places_named
from handlers.letters import letters_screen
from handlers.reader import Reader
from handlers.screens import Screen
from partnership.language.questions import Reading
from partnership.queries import awaiting_letters, letters_of


def letters_answer(reading: Reading, reader: Reader) -> Screen:
    """Letters of the partner named, else those that wait for an answer."""
    named = places_named(reading, reader).sure
    if named:
        found = [
            letter
            for each in partnerships_named(named, reader)
            for letter in letters_of(reader.registry, each.id)
        ]
    else:
        own = reader.user.communities if reading.mine else None
        found = awaiting_letters(reader.registry, own or None)
    return letters_screen(found, reader)
