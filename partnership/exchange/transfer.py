"""Import and export of the whole registry."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from partnership.batch import Batches
from partnership.changes import Change, ChangeKind
from partnership.entities import Entity, Growing, Kind, id_of, kind_of
from partnership.exchange.codec import Problem, UnreadableError
from partnership.exchange.document import check_links, read_document, write_document
from partnership.minutes.stores import MinutesStore
from partnership.partnerships import Partnership
from partnership.places import AGGRESSOR_STATES, Place
from partnership.stores import EventStore, StepStore


@dataclass(slots=True)
class ImportResult:
    """How many records of each kind were new, changed, or the same already."""

    created: Counter[Kind] = field(default_factory=Counter)
    changed: Counter[Kind] = field(default_factory=Counter)
    unchanged: Counter[Kind] = field(default_factory=Counter)
    batch: str | None = None


@dataclass(frozen=True, slots=True)
class Transfer:
    """Brings a file of the exchange format in, and writes one out."""

    batches: Batches
    events: EventStore
    steps: StepStore
    minutes: MinutesStore

    async def read(self, text: str, actor: int | None = None) -> ImportResult:
        """Import a file: records are matched by id, the same file twice changes nothing.

        All of it or nothing. Raises UnreadableError with every problem of the file.
        """
        given = read_document(text)
        result = ImportResult()
        async with self.batches.open(actor, prefix="import-") as batch:
            result.batch = batch.id
            present = {(kind_of(each), id_of(each)): each for each in await self._present()}
            problems = check_links(given, present) or _aggressors(given, present)
            if problems:
                raise UnreadableError(tuple(problems))
            for entity in given:
                old = present.get((kind_of(entity), id_of(entity)))
                before = len(batch.changes)
                await batch.save(_with_number_of(old, entity), old)
                _count(result, kind_of(entity), batch.changes[before:])
        return result

    async def write(self) -> str:
        """The whole registry as a file of the exchange format."""
        return write_document(await self._present())

    async def _present(self) -> list[Entity]:
        return [
            *self.batches.registry.records(),
            *await self.events.all_events(),
            *await self.steps.steps(),
            *await self.minutes.all_minutes(),
        ]


def _with_number_of(old: Entity | None, new: Entity) -> Entity:
    if isinstance(old, Growing) and isinstance(new, Growing):
        return replace(new, id=old.id)
    return new


def _aggressors(given: Iterable[Entity], present: dict[tuple[Kind, str], Entity]) -> list[Problem]:
    """Partnerships with towns of the aggressor state are refused in a file as anywhere."""
    places = {each.id: each for each in present.values() if isinstance(each, Place)}
    places |= {each.id: each for each in given if isinstance(each, Place)}
    return [
        Problem(f"partnerships[{each.id}].foreign", "aggressor_state", place)
        for each in given
        if isinstance(each, Partnership)
        for place in each.foreign
        if places[place].country in AGGRESSOR_STATES
    ]


def _count(result: ImportResult, kind: Kind, changes: list[Change]) -> None:
    if not changes:
        result.unchanged[kind] += 1
    elif changes[0].what == ChangeKind.CREATED:
        result.created[kind] += 1
    else:
        result.changed[kind] += 1
