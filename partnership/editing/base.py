"""What all editing shares: stores, permission, and the result that is shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from partnership.access import Action, User, may
from partnership.areas import Area
from partnership.batch import Batch, Batches
from partnership.bilingual import Bilingual
from partnership.changes import Change
from partnership.entities import Entity, Kind, id_of, kind_of
from partnership.errors import NotFoundError, NotPermittedError, WrongValueError
from partnership.identifiers import unique_slug
from partnership.links import links_of
from partnership.minutes.stores import MinutesStore
from partnership.partnerships import Partnership
from partnership.registry import Registry
from partnership.stores import ChangeStore, EventStore, StepStore


@dataclass(frozen=True, slots=True)
class Edited:
    """What a command did: empty `changes` mean that all was so already.

    `batch` undoes it; `id` is the record it was about.
    """

    id: str
    batch: str
    changes: tuple[Change, ...]

    @classmethod
    def by(cls, batch: Batch, record: str) -> "Edited":
        """The result of a batch so far."""
        return cls(record, batch.id, tuple(batch.changes))


@dataclass(frozen=True, slots=True)
class EditingBase:
    """The stores of all editing commands."""

    batches: Batches
    events: EventStore
    steps: StepStore
    change_log: ChangeStore
    minutes: MinutesStore

    @property
    def registry(self) -> Registry:
        """The registry in memory."""
        return self.batches.registry

    async def pointing_to(self, kind: Kind, record: str) -> set[tuple[Kind, str]]:
        """Every record, those outside memory too, that points to this one."""
        records: list[Entity] = [*self.registry.records()]
        records += [*await self.events.all_events(), *await self.steps.steps()]
        records += await self.minutes.all_minutes()
        return {
            (kind_of(each), id_of(each))
            for each in records
            for _, target, key in links_of(each)
            if (target, key) == (kind, record)
        }

    async def _areas(
        self, batch: Batch, known: Iterable[str], new: Iterable[Bilingual]
    ) -> tuple[str, ...]:
        """Ids of known areas and of new ones, which are added. Raises WrongValueError."""
        wanted = list(known)
        for unknown in (each for each in wanted if each not in self.registry.areas):
            raise WrongValueError("areas", unknown, "unknown_reference")
        taken = set(self.registry.areas)
        for name in new:
            area = Area(id=unique_slug(name.en or "", taken, "area"), name=name)
            taken.add(area.id)
            wanted.append((await batch.save(area)).id)
        return tuple(dict.fromkeys(wanted))

    def _partnership(self, partnership: str) -> Partnership:
        try:
            return self.registry.partnerships[partnership]
        except KeyError:
            raise NotFoundError(Kind.PARTNERSHIP, partnership) from None

    def _permitted(self, actor: User, action: Action, partnership: str) -> None:
        """Raise unless `actor` may do this for the community of the partnership."""
        require(actor, action, self._partnership(partnership).home)


def require(actor: User, action: Action, community: str | None = None) -> None:
    """Raises NotPermittedError unless `actor` may do `action` for `community`."""
    if not may(actor, action, community):
        raise NotPermittedError(action, community)
