"""What all commands of the calendar share: the transaction, permission, and what is told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from partnership.access import Action, User, may
from partnership.batch import Batch, Batches
from partnership.calendar.belonging import communities_of
from partnership.calendar.embargo import under_embargo, visible_to
from partnership.calendar.errors import StateRefusedError
from partnership.calendar.lifecycle import StateFacts, check_state
from partnership.calendar.stores import CalendarStore, CalendarWork
from partnership.checklists.model import TemplateCode, required_open
from partnership.entities import Kind
from partnership.errors import NotFoundError, NotPermittedError
from partnership.events import Event, EventState
from partnership.registry import Registry
from partnership.reminders.announcements import Announcement
from partnership.reminders.model import Recipient, RecipientKind, Reminder, SubjectKind
from partnership.reminders.planner import Planner
from partnership.stores import EventStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a command did. The announcement to `told` is in the outbox already."""

    event: Event
    before: Event | None
    """None where the event is new."""
    batch: str
    """Takes it back."""
    told: tuple[Recipient, ...] = ()
    """Who knew of the event and hears of the change."""
    reminders: tuple[Reminder, ...] = ()
    """What will be sent now, soonest first."""


@dataclass(slots=True)
class Changing:
    """A command under way on one event."""

    actor: User
    batch: Batch
    work: CalendarWork
    event: Event
    before: Event
    told: tuple[Recipient, ...] = ()

    @property
    def now(self) -> datetime:
        """When the command was given."""
        return self.batch.at

    async def save(self, new: Event) -> None:
        """Keep the new state of the event; a change of time, place or state is a revision."""
        if new != self.event:
            new = replace(new, revision=self.event.revision + 1)
        self.event = await self.batch.save(new, self.event)


@dataclass(frozen=True, slots=True)
class CalendarBase:
    """The stores of all commands of the calendar."""

    batches: Batches
    store: CalendarStore
    events: EventStore
    planner: Planner

    @property
    def registry(self) -> Registry:
        """The registry in memory."""
        return self.batches.registry

    @asynccontextmanager
    async def _changing(
        self, actor: User, key: str, reason: str | None = None
    ) -> AsyncIterator[Changing]:
        """One transaction on an event, read inside it. Raises NotFound-, NotPermittedError."""
        async with self.batches.open(actor.id, reason) as batch:
            work = self.store.within(batch.work)
            event = await self._event(work, key)
            self._require(actor, event)
            yield Changing(actor, batch, work, event, event)

    async def _event(self, work: CalendarWork, key: str) -> Event:
        event = await work.event(key)
        if event is None:
            raise NotFoundError(Kind.EVENT, key)
        return event

    def _require(self, actor: User, event: Event, action: Action = Action.PLAN_EVENT) -> None:
        """Raise unless the actor may, for one of the communities of the event."""
        communities = communities_of(event, self.registry)
        allowed = [may(actor, action, each) for each in communities] or [may(actor, action)]
        if not any(allowed):
            raise NotPermittedError(action, next(iter(sorted(communities)), None))

    async def _check_state(
        self, change: Changing, wanted: EventState, reason: str | None = None
    ) -> None:
        """Raise StateRefusedError where the event may not go into the state."""
        lines = await change.work.checklist(change.event.key)
        required = required_open(lines, TemplateCode.OUTGOING)
        facts = StateFacts(now=change.now, open_required=required, reason=reason)
        refusal = check_state(change.event, wanted, facts)
        if refusal is not None:
            raise StateRefusedError(refusal, change.event.state, wanted, required)

    async def _announce(self, change: Changing, kind: str, **facts: Any) -> None:
        """Put into the outbox, for all who knew, what became of the event."""
        told = await self._told(change.work, change.event.key)
        me = Recipient(RecipientKind.USER, change.actor.id)
        change.told = tuple(each for each in told if each != me)
        if not change.told:
            return
        about = {"reason": change.batch.reason, "by": change.actor.name}
        announcement = announcement_of(kind, change.before, change.event, **about | facts)
        await change.work.announce(announcement, change.told, change.now)

    async def _told(self, work: CalendarWork, key: str) -> list[Recipient]:
        """Who was told, asked, or reminded of an event, and still has to do with it."""
        rows = await work.reminders_of(SubjectKind.EVENT, key)
        reminded = [row.recipient for row in rows if row.sent_at is not None]
        asked = [Recipient(RecipientKind.USER, each.user) for each in await work.attendance(key)]
        known = dict.fromkeys([*await work.told(key), *asked, *reminded])
        event = await self._event(work, key)
        return await self.planner.people.still_concerned(event, known, set(asked))

    async def _result(self, change: Changing, *, new: bool = False) -> Changed:
        """The result of a command, read after its transaction."""
        return Changed(
            event=change.event,
            before=None if new else change.before,
            batch=change.batch.id,
            told=change.told,
            reminders=await self.reminders_to_come(change.event.key),
        )

    async def reminders_to_come(self, key: str) -> tuple[Reminder, ...]:
        """The open reminders of an event, soonest first."""
        rows = await self.store.reminders_of(SubjectKind.EVENT, key)
        return tuple(row for row in rows if row.is_open)


def announcement_of(kind: str, before: Event, after: Event, **facts: Any) -> Announcement:
    """What is told of an event that was one way and is another way now."""
    about = {
        "event": after.key,
        "number": after.id,
        "before": _when(before),
        "after": _when(after),
    }
    return Announcement(kind=kind, facts=about | facts)


def _when(event: Event) -> dict[str, Any]:
    """When an event is, as plain values; hours of what is under embargo are not told."""
    shown = visible_to(event, None, frozenset()) if under_embargo(event) else event
    span = shown.planned
    return {
        "start": span.start and span.start.isoformat(),
        "end": span.end and span.end.isoformat(),
        "start_time": span.start_time and span.start_time.isoformat(),
        "end_time": span.end_time and span.end_time.isoformat(),
        "zone": event.zone,
        "state": event.state.value,
    }
