"""What all commands about minutes share: stores, permission, the transaction, the paper."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from partnership.access import Action, User, may
from partnership.batch import Batch, Batches
from partnership.bilingual import Bilingual
from partnership.calendar.belonging import communities_of
from partnership.calendar.calendar import Calendar
from partnership.calendar.embargo import visible_to
from partnership.calendar.lifecycle import life_of, next_states
from partnership.calendar.living import ENDS
from partnership.entities import Kind
from partnership.errors import NotFoundError, NotPermittedError
from partnership.events import CALLED_OFF, TOOK_PLACE, Event, EventState
from partnership.language.names import NameIndex
from partnership.membership import Membership
from partnership.minutes.composing import compose
from partnership.minutes.errors import MinutesProblem, MinutesRefusedError, NoSuchMinutesError
from partnership.minutes.freezing import thaw
from partnership.minutes.minutes import Minutes, MinutesState
from partnership.minutes.paper import Paper
from partnership.minutes.stores import MinutesStore
from partnership.notes.errors import RestrictedTextError
from partnership.notes.scope import Scope
from partnership.notes.stores import NoteStore
from partnership.personal_data import restricted
from partnership.registry import Registry
from partnership.stores import EventStore, StepStore


@dataclass(slots=True)
class ChangingMinutes:
    """A command under way on some minutes and their event."""

    actor: User
    batch: Batch
    minutes: Minutes
    event: Event

    @property
    def now(self) -> datetime:
        """When the command was given."""
        return self.batch.at

    async def save(self, new: Minutes) -> Minutes:
        """Keep the new state. Raises RestrictedTextError for what must not be kept."""
        known = set(texts_of(self.minutes))
        for text in texts_of(new):
            kind = restricted(text) if text not in known else None
            if kind is not None:
                raise RestrictedTextError(kind)
        self.minutes = await self.batch.save(new, self.minutes)
        return self.minutes

    async def hold_event(self) -> None:
        """Record that the event took place as planned, where nobody has said so yet."""
        if self.event.state in TOOK_PLACE:
            return
        new = replace(
            self.event,
            state=ENDS[life_of(self.event)],
            actual=self.event.actual if self.event.actual.start else self.event.planned,
            outcome_known=True,
            revision=self.event.revision + 1,
        )
        self.event = await self.batch.save(new, self.event)

    async def move_event(self, state: EventState) -> None:
        """Bring the event into a state of its life, where that may follow."""
        self.event = await move_event(self.batch, self.event, state)


@dataclass(frozen=True, slots=True)
class MinutesBase:
    """The stores of all commands about minutes. All raise NotPermittedError."""

    batches: Batches
    store: MinutesStore
    events: EventStore
    steps: StepStore
    notes: NoteStore
    calendar: Calendar
    membership: Membership
    names: NameIndex
    zone: ZoneInfo

    @property
    def registry(self) -> Registry:
        """The registry in memory."""
        return self.batches.registry

    @property
    def today(self) -> date:
        """The day at home."""
        return self.batches.clock.now().astimezone(self.zone).date()

    async def minutes(self, number: int, scope: Scope | None = None) -> Minutes:
        """By the number people use. Raises NoSuchMinutesError, also for what a group may not see.

        `scope` is what the group is bound to; None is a private chat.
        """
        found = await self.store.minutes_by_number(number)
        if found is None or not is_within(found, scope):
            raise NoSuchMinutesError(number)
        return found

    async def minutes_of(self, event: str) -> list[Minutes]:
        """All minutes of an event, by its key."""
        return await self.store.minutes_of(event)

    async def latest(self, partnership: str, limit: int = 1) -> list[Minutes]:
        """Minutes of a partnership, those of the latest meeting first."""
        return await self.store.latest_minutes(partnership, limit)

    async def paper(self, minutes: Minutes) -> Paper:
        """What a document is made of: what was agreed, or the draft as it is now."""
        if minutes.state is MinutesState.AGREED and minutes.frozen is not None:
            return thaw(minutes.frozen)
        return await self._live_paper(minutes, await self._event(minutes.event))

    def may_write(self, actor: User, event: Event) -> bool:
        """Those who coordinate one of its communities."""
        communities = communities_of(event, self.registry)
        allowed = [may(actor, Action.WRITE_MINUTES, each) for each in communities]
        return any(allowed or [may(actor, Action.WRITE_MINUTES)])

    def _require(self, actor: User, event: Event) -> None:
        if not self.may_write(actor, event):
            communities = sorted(communities_of(event, self.registry))
            raise NotPermittedError(Action.WRITE_MINUTES, next(iter(communities), None))

    @asynccontextmanager
    async def _changing(
        self, actor: User, key: str, reason: str | None = None
    ) -> AsyncIterator[ChangingMinutes]:
        """One transaction on some minutes, read inside it. Raises NoSuchMinutesError."""
        async with self.batches.open(actor.id, reason) as batch:
            minutes = await batch.work.growing(Kind.MINUTES, key)
            if not isinstance(minutes, Minutes):
                raise NoSuchMinutesError(key)
            event = await self._event_within(batch, minutes.event)
            self._require(actor, event)
            yield ChangingMinutes(actor, batch, minutes, event)

    async def _event_within(self, batch: Batch, key: str) -> Event:
        event = await batch.work.growing(Kind.EVENT, key)
        if not isinstance(event, Event):
            raise NotFoundError(Kind.EVENT, key)
        return event

    async def _event(self, key: str) -> Event:
        event = await self.events.event(key)
        if event is None:
            raise NotFoundError(Kind.EVENT, key)
        return event

    async def _live_paper(self, minutes: Minutes, event: Event) -> Paper:
        return compose(minutes, event, await self._next_event(minutes), self.registry)

    async def _next_event(self, minutes: Minutes) -> Event | None:
        """The next meeting as everybody may see it; None where it was called off."""
        later = await self.events.event(minutes.next_event) if minutes.next_event else None
        if later is None or later.state in CALLED_OFF:
            return None
        return visible_to(later, None, communities_of(later, self.registry))


async def move_event(batch: Batch, event: Event, state: EventState) -> Event:
    """The event in a state of its life after it took place; as it is where that cannot follow."""
    if event.state not in TOOK_PLACE or state not in next_states(event):
        return event
    return await batch.save(replace(event, state=state, revision=event.revision + 1), event)


def is_within(minutes: Minutes, scope: Scope | None) -> bool:
    """Whether minutes may be shown here: None is a private chat, where all may."""
    if scope is None or scope.partnerships & set(minutes.partnerships):
        return True
    return not minutes.partnerships and minutes.community in scope.communities


def refuse_unless(holds: bool, problem: MinutesProblem) -> None:
    """Raises MinutesRefusedError."""
    if not holds:
        raise MinutesRefusedError(problem)


def may_be_kept(text: Bilingual) -> bool:
    """Whether nothing restricted stands in it."""
    return all(restricted(each) is None for each in _both(text))


def texts_of(minutes: Minutes) -> Iterator[str]:
    """Everything in minutes that somebody wrote."""
    yield from filter(None, (minutes.number, minutes.chair_name, minutes.minute_taker_name))
    whole = (minutes.initiative, minutes.conclusions, minutes.next_meeting, *minutes.annexes)
    points = (
        text for each in minutes.points for text in (each.text, each.owner_name, each.due_text)
    )
    titles = (each.title for each in minutes.agenda)
    for text in (*whole, *titles, *points):
        yield from _both(text)
    yield from (each.speaker_name for each in minutes.points if each.speaker_name)


def _both(text: Bilingual | None) -> Iterator[str]:
    if text is not None:
        yield from (each for each in (text.uk, text.en) if each)
