"""Moving, postponing and calling off: old → new is told to all who knew."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from partnership.access import User
from partnership.calendar.base import Changed, Changing
from partnership.calendar.planning import NewEvent, Planning
from partnership.calendar.series import moved_with
from partnership.calendar.times import zone_of
from partnership.calendar.timing import Timing
from partnership.event_parts import Series
from partnership.events import CALLED_OFF, Event, EventKind, EventState, Span

MOVED = "event_moved"
CANCELLED = "event_cancelled"
POSTPONED = "event_postponed"
OCCURRENCE_MOVED = "occurrence_moved"
OCCURRENCE_CANCELLED = "occurrence_cancelled"
TURNED_INTO_ONLINE = "visit_turned_into_online"

WITHOUT_DATE = frozenset({EventState.IDEA, EventState.DATES_PROPOSED, EventState.POSTPONED})


class Moving(Planning):
    """The buttons «move», «postpone», «cancel»; parts of a visit go along with it."""

    __slots__ = ()

    async def move(
        self, actor: User, key: str, timing: Timing, *, reason: str | None = None
    ) -> Changed:
        """Give an event another time; an idea or what was postponed is planned by that.

        Parts and programme of a visit move by as many days. Raises as `plan` does.
        """
        async with self._changing(actor, key, reason) as change:
            await self._move(change, timing)
        return await self._result(change)

    async def postpone(self, actor: User, key: str, reason: str | None = None) -> Changed:
        """Leave an event without a time for now; reminders fall silent."""
        async with self._changing(actor, key, reason) as change:
            await self._check_state(change, EventState.POSTPONED, reason)
            await change.save(_called_off(change.event, EventState.POSTPONED, reason))
            await self._call_off_parts(change, EventState.POSTPONED, reason)
            await self._announce(change, POSTPONED)
        return await self._result(change)

    async def cancel(self, actor: User, key: str, reason: str) -> Changed:
        """Call an event off, with its parts: told once, and silent from then on."""
        async with self._changing(actor, key, reason) as change:
            await self._cancel(change, reason)
        return await self._result(change)

    async def turn_into_online(
        self, actor: User, key: str, timing: Timing, reason: str, link: str | None = None
    ) -> Changed:
        """Meet online instead of travelling; the result is the meeting, the visit its parent."""
        async with self._changing(actor, key, reason) as change:
            await self._check_state(change, EventState.TURNED_INTO_ONLINE, reason)
            state = EventState.TURNED_INTO_ONLINE
            await change.save(_called_off(change.event, state, reason))
            await self._call_off_parts(change, EventState.CANCELLED, reason)
            await self._announce(change, TURNED_INTO_ONLINE)
            meeting = _instead_of(change.event, timing, link)
            new = await self._plan(change.batch, actor, meeting)
            new.told = change.told
        return await self._result(new, new=True)

    async def _cancel(self, change: Changing, reason: str | None) -> None:
        await self._check_state(change, EventState.CANCELLED, reason)
        await change.save(_called_off(change.event, EventState.CANCELLED, reason))
        await self._call_off_parts(change, EventState.CANCELLED, reason)
        await self._announce(change, CANCELLED)

    async def _move(self, change: Changing, timing: Timing) -> None:
        timing = timing.in_zone(zone_of(change.event))
        timing.check(change.now)
        if change.event.state in CALLED_OFF:
            await self._check_state(change, EventState.PLANNED)
        await change.save(moved(change.event, timing))
        await self._shift_parts(change)
        await self._announce(change, MOVED)

    async def _shift_parts(self, change: Changing) -> None:
        was, now = change.before.starts_on, change.event.starts_on
        if was is None or now is None:
            return
        for part in await change.work.parts_of(change.event.key):
            if part.planned.start is not None and part.state not in CALLED_OFF:
                planned = _shifted(part.planned, now - was)
                new = replace(part, planned=planned, state=_state_with_date(part.state))
                await change.batch.save(replace(new, revision=part.revision + 1), part)

    async def _call_off_parts(
        self, change: Changing, state: EventState, reason: str | None
    ) -> None:
        for part in await change.work.parts_of(change.event.key):
            if part.state not in CALLED_OFF:
                off = _called_off(part, state, reason)
                await change.batch.save(replace(off, revision=part.revision + 1), part)


def _instead_of(visit: Event, timing: Timing, link: str | None) -> NewEvent:
    """The online meeting that takes the place of a visit."""
    return NewEvent(
        kind=EventKind.ONLINE_MEETING,
        timing=timing,
        partnerships=visit.partnerships,
        community=visit.community,
        title=visit.title,
        parent=visit.key,
        link=link,
    )


def moved(event: Event, timing: Timing) -> Event:
    """The event at its new time; where no end is named it lasts as long as before."""
    rule, lasting = timing.rule, _lasting(event.planned, timing)
    state = _state_with_date(event.state) if timing.start else _state_without_date(event.state)
    new = replace(
        event,
        planned=lasting.span,
        zone=timing.zone,
        fold=timing.fold or 0,
        precision=timing.precision,
        partial_date=timing.partial,
        state=state,
        state_reason=None,
        series=Series(rule=rule) if rule else _series_moved(event, lasting),
    )
    was, now = event.planned.start, timing.start
    if was is None or now is None:
        return new
    items = tuple(replace(item, day=item.day + (now - was)) for item in event.programme)
    return replace(new, programme=items)


def _series_moved(event: Event, timing: Timing) -> Series | None:
    """Its repetition, which goes along with its first day and hour."""
    first = event.planned.start
    if event.series is None or first is None or timing.start is None:
        return event.series
    was = datetime.combine(first, event.planned.start_time or time(0))
    now = datetime.combine(timing.start, timing.start_time or time(0))
    return moved_with(event.series, was, now)


def _lasting(planned: Span, timing: Timing) -> Timing:
    """The new time with the end that follows from how long it lasted."""
    if timing.start is None or timing.end is not None or planned.start is None:
        return timing
    days = (planned.end or planned.start) - planned.start
    if not (timing.start_time and planned.start_time and planned.end_time):
        return replace(timing, end=timing.start + days)
    if timing.end_time is not None:
        return timing
    began = datetime.combine(planned.start, planned.start_time)
    lasts = datetime.combine(planned.end or planned.start, planned.end_time) - began
    ends = datetime.combine(timing.start, timing.start_time) + lasts
    return replace(timing, end=ends.date(), end_time=ends.time())


def _state_with_date(state: EventState) -> EventState:
    return EventState.PLANNED if state in WITHOUT_DATE else state


def _state_without_date(state: EventState) -> EventState:
    return EventState.IDEA if state in WITHOUT_DATE else EventState.POSTPONED


def _called_off(event: Event, state: EventState, reason: str | None) -> Event:
    return replace(event, state=state, state_reason=reason)


def _shifted(span: Span, by: timedelta) -> Span:
    return replace(span, start=_later(span.start, by), end=_later(span.end, by))


def _later(day: date | None, by: timedelta) -> date | None:
    return None if day is None else day + by
