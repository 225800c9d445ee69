"""Moving, postponing and calling off: old → new is told to all who knew."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from partnership.access import User
from partnership.calendar.base import CalendarBase, Changed, Changing
from partnership.calendar.errors import NoSuchOccurrenceError, NotASeriesError
from partnership.calendar.planning import NewEvent, Planning
from partnership.calendar.series import Occurrence, occurrences, split_before, with_change
from partnership.calendar.times import instant, zone_of
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


class Moving(Planning, CalendarBase):
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
            await self._check_state(change, EventState.CANCELLED, reason)
            await change.save(_called_off(change.event, EventState.CANCELLED, reason))
            await self._call_off_parts(change, EventState.CANCELLED, reason)
            await self._announce(change, CANCELLED)
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

    async def move_occurrence(
        self, actor: User, key: str, original: datetime, wall: datetime
    ) -> Changed:
        """Move one occurrence of a series; `original` is its wall time by the rule."""
        async with self._changing(actor, key) as change:
            Timing.at(wall, zone_of(change.event)).check(change.now)
            _occurrence(change.event, original)
            await change.save(with_change(change.event, original, wall))
            was, now = original.isoformat(), wall.isoformat()
            await self._announce(change, OCCURRENCE_MOVED, was=was, now=now)
        return await self._result(change)

    async def cancel_occurrence(
        self, actor: User, key: str, original: datetime, reason: str | None = None
    ) -> Changed:
        """Leave out one occurrence of a series."""
        async with self._changing(actor, key, reason) as change:
            _occurrence(change.event, original)
            await change.save(with_change(change.event, original, None))
            await self._announce(change, OCCURRENCE_CANCELLED, was=original.isoformat())
        return await self._result(change)

    async def move_following(
        self, actor: User, key: str, original: datetime, timing: Timing
    ) -> Changed:
        """Move an occurrence and all after it: the series is split, and the result is the rest.

        The rest keeps the rule unless `timing` brings another one, and asks the same people.
        """
        async with self._changing(actor, key) as change:
            timing = timing.in_zone(zone_of(change.event))
            timing.check(change.now)
            _occurrence(change.event, original)
            before, rest = split_before(change.event, original)
            await change.save(before)
            series = Series(rule=timing.rule) if timing.rule else replace(rest, changes=())
            new = await self._rest(change, timing, series)
            facts = {"was": original.isoformat(), "rest": new.key}
            await self._announce(change, MOVED, **facts)
            change.event = new
        return await self._result(change)

    async def cancel_following(
        self, actor: User, key: str, original: datetime, reason: str | None = None
    ) -> Changed:
        """End a series before an occurrence."""
        async with self._changing(actor, key, reason) as change:
            _occurrence(change.event, original)
            before, _ = split_before(change.event, original)
            await change.save(before)
            await self._announce(change, CANCELLED, was=original.isoformat())
        return await self._result(change)

    async def _move(self, change: Changing, timing: Timing) -> None:
        timing = timing.in_zone(zone_of(change.event))
        timing.check(change.now)
        if change.event.state in CALLED_OFF:
            await self._check_state(change, EventState.PLANNED)
        await change.save(_moved(change.event, timing))
        await self._shift_parts(change)
        await self._announce(change, MOVED)

    async def _rest(self, change: Changing, timing: Timing, series: Series) -> Event:
        old = change.event
        moved = _moved(old, replace(timing, rule=None))
        draft = replace(moved, id=0, series=series, revision=0)
        key = await self._free_key(change.work, draft)
        new = await change.batch.save(replace(draft, key=key))
        arrangement = await change.work.arrangement(old.key)
        await change.work.put_arrangement(replace(arrangement, event=key))
        for each in await change.work.attendance(old.key):
            if each.occurrence is None:
                await change.work.put_attendance(replace(each, event=key))
        await change.work.put_told(key, await change.work.told(old.key))
        return new

    async def _shift_parts(self, change: Changing) -> None:
        was, now = change.before.starts_on, change.event.starts_on
        if was is None or now is None:
            return
        for part in await change.work.parts_of(change.event.key):
            if part.planned.start is not None and part.state not in CALLED_OFF:
                planned = _shifted(part.planned, now - was)
                moved = replace(part, planned=planned, state=_state_with_date(part.state))
                await change.batch.save(replace(moved, revision=part.revision + 1), part)

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


def _moved(event: Event, timing: Timing) -> Event:
    """The event at its new time; where no end is named it lasts as long as before."""
    rule, lasting = timing.rule, _lasting(event.planned, timing)
    state = _state_with_date(event.state) if timing.start else _state_without_date(event.state)
    moved = replace(
        event,
        planned=lasting.span,
        zone=timing.zone,
        fold=timing.fold or 0,
        precision=timing.precision,
        partial_date=timing.partial,
        state=state,
        state_reason=None,
        series=Series(rule=rule) if rule else event.series,
    )
    was, now = event.planned.start, timing.start
    if was is None or now is None:
        return moved
    items = tuple(replace(item, day=item.day + (now - was)) for item in event.programme)
    return replace(moved, programme=items)


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


def _occurrence(event: Event, original: datetime) -> Occurrence:
    """Raises NotASeriesError, or NoSuchOccurrenceError where the series is not held then."""
    if event.series is None:
        raise NotASeriesError(event.key)
    day = timedelta(days=1)
    about = instant(original, zone_of(event))
    moved = {each.original: each.moved_to for each in event.series.changes}
    if (to := moved.get(original)) is not None:
        about = instant(to, zone_of(event))
    for each in occurrences(event, about - day, about + day):
        if each.original == original:
            return each
    raise NoSuchOccurrenceError(event.key, original)
