"""The people of minutes: by side, with the posts of the day, and who signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from aiogram.utils.i18n import gettext as _

from handlers.documents.written_names import signature_name
from handlers.words import side_word
from partnership.agreements import Side
from partnership.events import Capacity
from partnership.minutes.minutes import MinutesState
from partnership.minutes.paper import Paper, PaperLine, PaperPerson, PaperSide

Fact = dict[str, object]

PARTIES = frozenset({Side.HOME, Side.FOREIGN})
"""Sides whose people are present; everybody else is invited."""
ELSEWHERE = frozenset({Capacity.GUEST, Capacity.INTERPRETER})
"""Capacities of people who are named in places of their own."""


@dataclass(frozen=True, slots=True)
class People:
    """Who was there, in one language."""

    paper: Paper
    language: str

    def facts(self) -> Fact:
        """`body`, `present` by side, `invited`, `absent`, `interpreters` and the two who sign."""
        paper = self.paper
        parties = [each for each in paper.sides if each.side in PARTIES]
        interpreters = (each.name.text(self.language) for each in paper.interpreters)
        return {
            "body": self._body(),
            "present": [self._side(each) for each in parties],
            "invited": [one for each in paper.sides for one in self._invited(each)],
            "absent": [self._person(each) for each in self._everybody() if each.attended is False],
            "attendance_unknown": self._attendance_unknown() and any(self._everybody()),
            "interpreters": ", ".join(interpreters) or None,
            "chair": self._signatory(paper.chair),
            "minute_taker": self._signatory(paper.minute_taker),
        }

    def who_said(self, line: PaperLine) -> str | None:
        """The speaker, else the party whose side it was; None where neither is recorded."""
        if line.speaker is not None:
            return line.speaker.text(self.language)
        return self.party(line.side)

    def party(self, side: Side | None) -> str | None:
        """The party of a side by name; the side in words where several parties stand on it."""
        if side is None:
            return None
        parties = [each.party for each in self.paper.sides if each.side == side and each.party]
        return parties[0].text(self.language) if len(parties) == 1 else side_word(side)

    def _body(self) -> str | None:
        """Whose minutes these are: our only organisation there, else our community."""
        ours = next((each for each in self.paper.sides if each.side == Side.HOME), None)
        if ours is None:
            return None
        bodies = ours.organisations if len(ours.organisations) == 1 else (ours.party,)
        return next((each.text(self.language) for each in bodies if each), None)

    def _everybody(self) -> Iterator[PaperPerson]:
        return (person for side in self.paper.sides for person in side.people)

    def _attendance_unknown(self) -> bool:
        """Whether nobody recorded of anybody who came: then it is said once, not of each."""
        return all(each.attended is None for each in self._everybody())

    def _side(self, side: PaperSide) -> Fact:
        members = [each for each in side.people if each.capacity not in ELSEWHERE]
        bodies = [each for each in side.organisations if each != side.party]
        return {
            "party": side.party.text(self.language) if side.party else None,
            "people": self._there(members),
            "organisations": [each.text(self.language) for each in bodies],
        }

    def _invited(self, side: PaperSide) -> list[Fact]:
        """Guests of a party; all who stand on no side, and their organisations."""
        if side.side in PARTIES:
            return self._there(each for each in side.people if each.capacity == Capacity.GUEST)
        people = [each for each in side.people if each.capacity != Capacity.INTERPRETER]
        bodies = [PaperPerson(name=each) for each in side.organisations]
        return [
            *self._there(people),
            *(self._person(each) | {"position_unknown": False} for each in bodies),
        ]

    def _there(self, people: Iterable[PaperPerson]) -> list[Fact]:
        """Those who came, and those of whom nobody says whether they did."""
        unsure = None if self._attendance_unknown() else _("attendance not recorded")
        return [
            self._person(each) | {"note": None if each.attended else unsure}
            for each in people
            if each.attended is not False
        ]

    def _person(self, person: PaperPerson) -> Fact:
        draft = self.paper.state != MinutesState.AGREED
        return {
            "name": person.name.text(self.language),
            "position": person.position.text(self.language) if person.position else None,
            "position_unknown": draft and person.position is None,
            "note": None,
        }

    def _signatory(self, person: PaperPerson | None) -> Fact | None:
        """Who signs, with the name as it stands in a signature; None where nobody is recorded."""
        if person is None:
            return None
        return self._person(person) | {"signs": signature_name(person.name.text(self.language))}
