"""Answers about letters."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from handlers.answers.partners import country_partnerships
from handlers.answers.places import partnerships_named, places_named
from handlers.letters import letters_screen
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from partnership.language.questions import Reading
from partnership.letters import Letter
from partnership.queries import awaiting_letters, letters_of


def letters_answer(reading: Reading, reader: Reader) -> Screen:
    """Letters of the partner named, else those that wait for an answer."""
    named = places_named(reading, reader).sure
    if not named:
        return _awaiting(reading, reader)
    found = [
        letter
        for each in partnerships_named(named, reader)
        for letter in letters_of(reader.registry, each.id)
    ]
    return letters_screen(found, reader)


def _awaiting(reading: Reading, reader: Reader) -> Screen:
    """Letters that wait for an answer; of a country that is named; where «we» have none, others."""
    everybody = _of_countries(awaiting_letters(reader.registry, None), reading, reader)
    if not reading.mine or not reader.user.communities:
        return letters_screen(everybody, reader)
    own = _of_countries(awaiting_letters(reader.registry, reader.user.communities), reading, reader)
    if own or not everybody:
        return letters_screen(own, reader)
    others = letters_screen(everybody, reader)
    none = fill(_("No letter of yours waits for an answer."))
    return Screen(
        lines([none, fill(_("Other communities have some.")), others.text]), others.buttons
    )


def _of_countries(letters: list[Letter], reading: Reading, reader: Reader) -> list[Letter]:
    """Letters to partners in the countries that are named."""
    if not reading.countries:
        return letters
    theirs = {each.id for each in country_partnerships(reading.countries, reader)}
    return [each for each in letters if each.partnership in theirs]
