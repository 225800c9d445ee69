"""The registry in memory: reference records by id, with one index, read without waiting."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from partnership.agreements import Agreement
from partnership.aid import Aid
from partnership.alphabet import alphabetical
from partnership.areas import Area
from partnership.decisions import Decision
from partnership.entities import GROWING, Entity, Kind, Reference, id_of, kind_of
from partnership.language.names import Name
from partnership.letters import Letter
from partnership.links import targets_of
from partnership.naming import name_of
from partnership.organisations import Organisation
from partnership.partnerships import Partnership
from partnership.people import Assignment, Person
from partnership.places import Place
from partnership.sources import Source
from partnership.working_groups import WorkingGroup

Listener = Callable[[Kind, str, Entity | None], None]
"""Told of each record that was put (the record) or removed (None), those not kept here too."""


@dataclass(slots=True)
class Registry:
    """All reference records, replaced one by one after each committed write.

    `_pointing` maps a record to those that point to it, by kind: the one index that all
    queries share (partnerships of a place, letters of a partnership, posts of a person).
    """

    sources: dict[str, Source] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    assignments: dict[str, Assignment] = field(default_factory=dict)
    partnerships: dict[str, Partnership] = field(default_factory=dict)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    letters: dict[str, Letter] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    aid: dict[str, Aid] = field(default_factory=dict)
    working_groups: dict[str, WorkingGroup] = field(default_factory=dict)
    listeners: list[Listener] = field(default_factory=list)
    _tables: dict[Kind, dict[str, Any]] = field(init=False, repr=False)
    _pointing: dict[tuple[Kind, str, Kind], list[str]] = field(default_factory=dict)
    _in_order: tuple[Partnership, ...] | None = None
    """Partnerships as lists show them, until one of them or a place changes."""

    def __post_init__(self) -> None:
        self._tables = {
            Kind.SOURCE: self.sources,
            Kind.PLACE: self.places,
            Kind.AREA: self.areas,
            Kind.ORGANISATION: self.organisations,
            Kind.PERSON: self.people,
            Kind.ASSIGNMENT: self.assignments,
            Kind.PARTNERSHIP: self.partnerships,
            Kind.AGREEMENT: self.agreements,
            Kind.LETTER: self.letters,
            Kind.DECISION: self.decisions,
            Kind.AID: self.aid,
            Kind.WORKING_GROUP: self.working_groups,
        }

    @classmethod
    def of(cls, records: Iterable[Reference]) -> "Registry":
        """A registry of these records, in any order."""
        registry = cls()
        for record in records:
            registry.put(record)
        return registry

    def table(self, kind: Kind) -> dict[str, Any]:
        """All records of a reference kind, by id."""
        return self._tables[kind]

    def records(self) -> Iterator[Reference]:
        """Every record, in the order of kinds."""
        for kind in Kind:
            if kind not in GROWING:
                yield from self.table(kind).values()

    def put(self, record: Reference) -> None:
        """Add a record or replace the one with its id."""
        kind, key = kind_of(record), id_of(record)
        table = self.table(kind)
        if key in table:
            self._unlink(kind, table[key])
        table[key] = record
        for target, target_id in targets_of(record):
            self._point(target, target_id, kind, key)
        self._changed(kind)
        self.announce(kind, key, record)

    def remove(self, kind: Kind, key: str) -> None:
        """Forget a record; one that is not there is no error."""
        record = self.table(kind).pop(key, None)
        if record is None:
            return
        self._unlink(kind, record)
        self._changed(kind)
        self.announce(kind, key, None)

    def announce(self, kind: Kind, key: str, record: Entity | None) -> None:
        """Tell the listeners: also of what is not kept here."""
        for listener in self.listeners:
            listener(kind, key, record)

    def _order(self, partnership: Partnership) -> tuple[str, ...]:
        names = (self.places[each].name.text("uk") for each in partnership.places)
        return tuple(alphabetical(name) for name in names)

    def pointing_to(self, kind: Kind, key: str, source: Kind) -> list[str]:
        """Ids of records of kind `source` that point to the record, oldest first."""
        return list(self._pointing.get((kind, key, source), ()))

    def partnerships_of(self, kind: Kind, key: str) -> list[Partnership]:
        """Partnerships that point to a place, an area, an organisation or a person."""
        return [self.partnerships[each] for each in self.pointing_to(kind, key, Kind.PARTNERSHIP)]

    def partnerships_in_order(self) -> tuple[Partnership, ...]:
        """All partnerships by the Ukrainian names of the home place and of the partners."""
        if self._in_order is None:
            self._in_order = tuple(sorted(self.partnerships.values(), key=self._order))
        return self._in_order

    def home_places(self) -> list[Place]:
        """The communities that keep their partnerships here, by Ukrainian name."""
        homes = (place for place in self.places.values() if place.home)
        return sorted(homes, key=lambda place: alphabetical(place.name.text("uk")))

    def names(self) -> Iterator[Name]:
        """What the index of names is built from: places, people, organisations, areas."""
        for record in self.records():
            name = name_of(record)
            if name is not None:
                yield name

    def _changed(self, kind: Kind) -> None:
        if kind in {Kind.PLACE, Kind.PARTNERSHIP}:
            self._in_order = None

    def _point(self, target: Kind, target_id: str, kind: Kind, key: str) -> None:
        """Note a link once: the links of one record are noted one after another."""
        pointing = self._pointing.get((target, target_id, kind))
        if pointing is None:
            self._pointing[target, target_id, kind] = [key]
        elif not pointing or pointing[-1] != key:
            pointing.append(key)

    def _unlink(self, kind: Kind, record: Reference) -> None:
        for target, target_id in set(targets_of(record)):
            self._pointing[target, target_id, kind].remove(id_of(record))
