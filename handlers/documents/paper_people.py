"""The people of minutes: by side, with the posts of the day, and who signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aiogram.utils.i18n import gettext as _

from handlers.documents.written_names import signature_name
from handlers.words import side_word
from partnership.agreements import Side
from partnership.events import Capacity
from partnership.minutes.paper import Paper, PaperLine, PaperPerson, PaperSide

Fact = dict[str, object]

PARTIES = frozenset({Side.HOME, Side.FOREIGN})
"""Sides whose people are present; everybody else is invited."""
ELSEWHERE = frozenset({Capacity.GUEST, Capacity.INTERPRETER})
"""Capacities of people who are named in places of their own."""


def people_facts(paper: Paper, language: str) -> Fact:
    """Who was there: `present` by side, `invited`, `absent`, `interpreters`; and `body`."""
    parties = [each for each in paper.sides if each.side in PARTIES]
    others = [each for each in paper.sides if each.side not in PARTIES]
    silent = not _attendance_recorded(paper)
    return {
        "body": _body(parties, language),
        "present": [_side(each, language, silent=silent) for each in parties],
        "invited": [
            *(one for each in parties for one in _guests(each, language, silent=silent)),
            *(one for each in others for one in _everybody(each, language, silent=silent)),
        ],
        "absent": [_person(each, language) for each in _people(paper) if each.attended is False],
        "attendance_unknown": silent and any(_people(paper)),
        "interpreters": ", ".join(each.name.text(language) for each in paper.interpreters) or None,
    }


def signatory(person: PaperPerson | None, language: str) -> Fact | None:
    """Who signs, with the name as it stands in a signature; None where nobody is recorded."""
    if person is None:
        return None
    return _person(person, language) | {"signs": signature_name(person.name.text(language))}


def who_said(line: PaperLine, paper: Paper, language: str) -> str | None:
    """The speaker, else the party whose side it was; None where neither is recorded."""
    if line.speaker is not None:
        return line.speaker.text(language)
    return party_name(paper, line.side, language)


def party_name(paper: Paper, side: Side | None, language: str) -> str | None:
    """The party of a side by name; the side in words where several parties stand on it."""
    if side is None:
        return None
    parties = [each.party for each in paper.sides if each.side == side and each.party]
    return parties[0].text(language) if len(parties) == 1 else side_word(side)


def _body(parties: list[PaperSide], language: str) -> str | None:
    """Whose minutes these are: our only organisation there, else our community."""
    ours = next((each for each in parties if each.side == Side.HOME), None)
    if ours is None:
        return None
    bodies = ours.organisations if len(ours.organisations) == 1 else (ours.party,)
    return next((each.text(language) for each in bodies if each), None)


def _attendance_recorded(paper: Paper) -> bool:
    return any(each.attended is not None for each in _people(paper))


def _people(paper: Paper) -> Iterator[PaperPerson]:
    return (person for side in paper.sides for person in side.people)


def _side(side: PaperSide, language: str, *, silent: bool) -> Fact:
    members = [each for each in side.people if each.capacity not in ELSEWHERE]
    return {
        "party": side.party.text(language) if side.party else None,
        "people": _there(members, language, silent=silent),
        "organisations": [one.text(language) for one in side.organisations if one != side.party],
    }


def _guests(side: PaperSide, language: str, *, silent: bool) -> list[Fact]:
    guests = [each for each in side.people if each.capacity == Capacity.GUEST]
    return _there(guests, language, silent=silent)


def _everybody(side: PaperSide, language: str, *, silent: bool) -> list[Fact]:
    bodies = (PaperPerson(name=each) for each in side.organisations)
    members = [each for each in side.people if each.capacity != Capacity.INTERPRETER]
    people = _there(members, language, silent=silent)
    return [*people, *(_person(each, language) for each in bodies)]


def _there(people: Iterable[PaperPerson], language: str, *, silent: bool) -> list[Fact]:
    """Those who came, and those of whom nobody says whether they did."""
    unsure = None if silent else _("attendance not recorded")
    return [
        _person(each, language) | {"note": None if each.attended else unsure}
        for each in people
        if each.attended is not False
    ]


def _person(person: PaperPerson, language: str) -> Fact:
    return {
        "name": person.name.text(language),
        "position": person.position.text(language) if person.position else None,
        "note": None,
    }
