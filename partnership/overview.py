"""What people ask: cards, histories, the day, events. Joins memory with the store."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from partnership.cards import Agenda, Card, build_card, undated_among
from partnership.contacts import Contact, community_contacts, contacts
from partnership.entities import GROWING, Entity, Kind
from partnership.errors import NotFoundError
from partnership.events import Event, EventKind
from partnership.history import Entry, timeline
from partnership.letters import Letter
from partnership.minutes.publishing import AWAITED
from partnership.minutes.stores import MinutesStore
from partnership.partnerships import Partnership
from partnership.queries import awaiting_letters, communities_of
from partnership.registry import Registry
from partnership.steps import Step, StepKind
from partnership.stores import EventStore, StepStore

T = TypeVar("T", Event, Step)

REMEMBERED_AGENDAS = 1_000
"""How many partnerships keep their events in memory between two questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What a day holds for some communities, or for all."""

    on: date
    events: tuple[Event, ...]
    undated_events: tuple[Event, ...]
    unknown_outcomes: tuple[Event, ...]
    actions_due: tuple[Step, ...]
    actions_overdue: tuple[Step, ...]
    actions_undated: tuple[Step, ...]
    letters_awaiting: tuple[Letter, ...]
    without_minutes: tuple[Event, ...] = ()
    """Meetings of the last weeks that took place and have neither minutes nor a waiver."""


@dataclass(slots=True)
class Overview:
    """The questions whose answers need both the registry in memory and the store."""

    registry: Registry
    event_store: EventStore
    step_store: StepStore
    minutes_store: MinutesStore | None = None
    """None where nobody asks for minutes."""
    _agendas: dict[str, Agenda] = field(default_factory=dict)
    _writes: int = 0

    def __post_init__(self) -> None:
        self.registry.listeners.append(self._notice)

    def partnership(self, partnership: str) -> Partnership:
        """By id. Raises NotFoundError."""
        try:
            return self.registry.partnerships[partnership]
        except KeyError:
            raise NotFoundError(Kind.PARTNERSHIP, partnership) from None

    async def card(self, partnership: str, today: date) -> Card:
        """The card of a partnership as of a day. Raises NotFoundError."""
        found = self.partnership(partnership)
        return build_card(self.registry, found, await self.agenda(partnership), today)

    async def agenda(self, partnership: str) -> Agenda:
        """Events (earliest first, undated last) and open steps of a partnership."""
        known = self._agendas.get(partnership)
        if known is not None:
            return known
        writes = self._writes
        agenda = Agenda(
            tuple(await self.event_store.events(partnership=partnership)),
            tuple(await self.step_store.steps(partnership=partnership, open_only=True)),
        )
        if len(self._agendas) >= REMEMBERED_AGENDAS:
            self._agendas.clear()
        if writes == self._writes:
            self._agendas[partnership] = agenda
        return agenda

    async def history(self, partnership: str) -> list[Entry]:
        """The timeline of a partnership. Raises NotFoundError."""
        found = self.partnership(partnership)
        agenda = await self.agenda(partnership)
        steps = await self.step_store.steps(partnership=partnership)
        return timeline(self.registry, found, agenda.events, steps)

    def contacts(self, partnership: str) -> list[Contact]:
        """Whom to call about a partnership, coordinators first. Raises NotFoundError."""
        return contacts(self.registry, self.partnership(partnership))

    def community_contacts(self, community: str) -> list[Contact]:
        """Who coordinates the partnerships of a community."""
        return community_contacts(self.registry, community)

    async def events(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        partnership: str | None = None,
        kinds: Sequence[EventKind] = (),
        communities: Collection[str] | None = None,
    ) -> list[Event]:
        """Events of a period, both days inclusive, earliest first."""
        found = await self.event_store.events(
            since=since, until=until, partnership=partnership, kinds=kinds
        )
        return self._of_communities(found, communities)

    async def today(self, on: date, communities: Collection[str] | None = None) -> Today:
        """What a day holds: events, open actions, letters, outcomes nobody recorded."""
        events = await self.events(since=on, until=on, communities=communities)
        pending = self._of_communities(await self.event_store.pending_events(), communities)
        steps = self._of_communities(await self.step_store.steps(open_only=True), communities)
        actions = [step for step in steps if step.kind == StepKind.ACTION]
        return Today(
            on=on,
            events=tuple(events),
            undated_events=undated_among(pending),
            unknown_outcomes=tuple(each for each in pending if each.outcome_unknown_on(on)),
            actions_due=tuple(step for step in actions if step.due == on),
            actions_overdue=tuple(step for step in actions if step.overdue_on(on)),
            actions_undated=tuple(step for step in actions if step.due is None),
            letters_awaiting=tuple(awaiting_letters(self.registry, communities)),
            without_minutes=tuple(self._of_communities(await self._unwritten(on), communities)),
        )

    async def _unwritten(self, on: date) -> list[Event]:
        if self.minutes_store is None:
            return []
        keys = await self.minutes_store.events_without(on - AWAITED, on)
        found = [await self.event_store.event(key) for key in keys]
        return [each for each in found if each is not None]

    def _of_communities(self, found: Iterable[T], communities: Collection[str] | None) -> list[T]:
        if communities is None:
            return list(found)
        wanted = frozenset(communities)
        return [each for each in found if communities_of(self.registry, each) & wanted]

    def _notice(self, kind: Kind, _key: str, _record: Entity | None) -> None:
        """Forget agendas when an event or a step changes; writes are rare, questions many."""
        if kind in GROWING:
            self._writes += 1
            self._agendas.clear()
