"""What an amendment of agreed minutes changed, field by field, in words of the document."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.minutes.minutes import AgendaItem, Amendment, Minutes, Point
from partnership.minutes.numbering import numbers
from partnership.minutes.paper import Paper, PaperPerson
from partnership.registry import Registry

KEPT_BY_THE_BOT = frozenset(
    {"amendments", "frozen", "taken", "last_id", "published_at", "state", "agreed_on", "agreed_by"}
)
"""Fields that no amendment is about."""
_SIDES = {
    Side.HOME: Bilingual("наша сторона", "our side"),
    Side.FOREIGN: Bilingual("сторона партнера", "the partner’s side"),
    Side.THIRD: Bilingual("третя сторона", "a third party"),
}
_PEOPLE = frozenset({"chair", "minute_taker"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Amender:
    """Who amends, when and why."""

    at: datetime
    by: int
    name: str
    reason: str

    def amendments(self, old: Minutes, new: Minutes, registry: Registry) -> tuple[Amendment, ...]:
        """One for each thing that differs."""
        return tuple(
            self._amendment(field, before, after)
            for field, before, after in _differences(old, new, registry)
            if before != after
        )

    def of_participants(self, old: Paper, new: Paper) -> tuple[Amendment, ...]:
        """One, if other people took part than the paper says, or in another way."""
        before, after = _participants(old), _participants(new)
        return (self._amendment("participants", before, after),) if old.sides != new.sides else ()

    def _amendment(self, field: str, before: str, after: str) -> Amendment:
        return Amendment(
            at=self.at,
            by=self.by,
            by_name=self.name,
            reason=self.reason,
            field=field,
            before=before,
            after=after,
        )


def _differences(old: Minutes, new: Minutes, registry: Registry) -> Iterator[tuple[str, str, str]]:
    """Name of the field, what stood there, what stands there now; an empty text is «nothing»."""
    for each in fields(Minutes):
        before, after = getattr(old, each.name), getattr(new, each.name)
        if before == after or each.name in KEPT_BY_THE_BOT:
            continue
        if each.name == "points":
            yield from _points(old, new, registry)
        elif each.name == "agenda":
            yield from _agenda(old, new)
        elif each.name in _PEOPLE:
            yield each.name, _person(before, registry), _person(after, registry)
        else:
            yield each.name, _words(before), _words(after)


def _participants(paper: Paper) -> str:
    people = (_attending(each) for side in paper.sides for each in side.people)
    organisations = (_words(each) for side in paper.sides for each in side.organisations)
    return "; ".join([*people, *organisations])


def _attending(person: PaperPerson) -> str:
    """A name, with «(+)» or «(–)» once it is recorded whether the person came."""
    mark = {True: " (+)", False: " (–)", None: ""}[person.attended]
    return f"{_words(person.name)}{mark}"


def _points(old: Minutes, new: Minutes, registry: Registry) -> Iterator[tuple[str, str, str]]:
    before, now = _told(old, registry), _told(new, registry)
    for key in dict.fromkeys([*before, *now]):
        yield "points", before.get(key, ""), now.get(key, "")
    sides = {each.id: each.side for each in old.points}
    for each in new.points:
        told = before.get(each.id)
        if told == now[each.id] and each.side is not sides[each.id]:
            yield "points", f"{told}{_side(sides[each.id])}", f"{told}{_side(each.side)}"


def _side(side: Side | None) -> str:
    return f", {_words(_SIDES[side])}" if side else ""


def _told(minutes: Minutes, registry: Registry) -> dict[int, str]:
    """Each point in words, with its number."""
    number = numbers(minutes)
    return {each.id: f"{number[each.id]} {_point(each, registry)}" for each in minutes.points}


def _point(point: Point, registry: Registry) -> str:
    who = point.owner_name or point.speaker_name
    known = registry.people.get(point.owner or point.speaker or "")
    parts = (_words(point.text), _words(known.name if known else who), _words(point.due))
    return ", ".join(each for each in parts if each)


def _agenda(old: Minutes, new: Minutes) -> Iterator[tuple[str, str, str]]:
    before, now = _titles(old.agenda), _titles(new.agenda)
    for key in dict.fromkeys([*before, *now]):
        yield "agenda", before.get(key, ""), now.get(key, "")


def _titles(agenda: tuple[AgendaItem, ...]) -> dict[int, str]:
    return {each.id: f"{place} {_words(each.title)}" for place, each in enumerate(agenda, start=1)}


def _person(person: str | None, registry: Registry) -> str:
    known = registry.people.get(person or "")
    return _words(known.name if known else person)


def _words(value: Any) -> str:
    if isinstance(value, Bilingual):
        return " / ".join(dict.fromkeys(each for each in (value.uk, value.en) if each))
    if isinstance(value, tuple):
        return "; ".join(_words(each) for each in value)
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    return str(value) if value is not None else ""
