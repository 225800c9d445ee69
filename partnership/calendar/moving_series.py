"""Moving and leaving out occurrences of a series: one of them, or one and all that follow."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from partnership.access import User
from partnership.calendar.base import Changed, Changing
from partnership.calendar.errors import NoSuchOccurrenceError, NotASeriesError
from partnership.calendar.moving import (
    CANCELLED,
    MOVED,
    OCCURRENCE_CANCELLED,
    OCCURRENCE_MOVED,
    Moving,
    moved,
)
from partnership.calendar.series import (
    Occurrence,
    is_first,
    moved_with,
    occurrences,
    split_before,
    with_change,
)
from partnership.calendar.times import instant, zone_of
from partnership.calendar.timing import Timing
from partnership.event_parts import Series
from partnership.events import Event


class MovingSeries(Moving):
    """The same buttons for a series; `original` names an occurrence by its time by the rule."""

    __slots__ = ()

    async def move_occurrence(
        self, actor: User, key: str, original: datetime, wall: datetime
    ) -> Changed:
        """Move one occurrence of a series."""
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
        From the first occurrence on it is the series itself that moves.
        """
        async with self._changing(actor, key) as change:
            timing = timing.in_zone(zone_of(change.event))
            timing.check(change.now)
            _occurrence(change.event, original)
            if is_first(change.event, original):
                await self._move(change, timing)
            else:
                await self._split(change, original, timing)
        return await self._result(change)

    async def cancel_following(
        self, actor: User, key: str, original: datetime, reason: str | None = None
    ) -> Changed:
        """End a series before an occurrence; before the first one it is called off."""
        async with self._changing(actor, key, reason) as change:
            _occurrence(change.event, original)
            if is_first(change.event, original):
                await self._cancel(change, reason)
            else:
                before, _ = split_before(change.event, original)
                await change.save(before)
                await self._announce(change, CANCELLED, was=original.isoformat())
        return await self._result(change)

    async def _split(self, change: Changing, original: datetime, timing: Timing) -> None:
        """End the series before an occurrence, and go on with the rest of it at its new time."""
        before, rest = split_before(change.event, original)
        await change.save(before)
        series = Series(rule=timing.rule) if timing.rule else _goes_on(rest, original, timing)
        new = await self._rest(change, timing, series)
        await self._announce(change, MOVED, was=original.isoformat(), rest=new.key)
        change.event = new

    async def _rest(self, change: Changing, timing: Timing, series: Series) -> Event:
        old = change.event
        draft = replace(moved(old, replace(timing, rule=None)), id=0, series=series, revision=0)
        key = await self._free_key(change.work, draft)
        new = await change.batch.save(replace(draft, key=key))
        arrangement = await change.work.arrangement(old.key)
        await change.work.put_arrangement(replace(arrangement, event=key))
        for each in await change.work.attendance(old.key):
            if each.occurrence is None:
                await change.work.put_attendance(replace(each, event=key))
        await change.work.put_told(key, await change.work.told(old.key))
        return new


def _goes_on(rest: Series, original: datetime, timing: Timing) -> Series:
    """The rest of a series from its new day on, without the exceptions of before."""
    rest = replace(rest, changes=())
    if timing.start is None:
        return rest
    return moved_with(rest, original, datetime.combine(timing.start, timing.start_time or time(0)))


def _occurrence(event: Event, original: datetime) -> Occurrence:
    """Raises NotASeriesError, or NoSuchOccurrenceError where the series is not held then."""
    if event.series is None:
        raise NotASeriesError(event.key)
    day = timedelta(days=1)
    about = instant(original, zone_of(event))
    elsewhere = {each.original: each.moved_to for each in event.series.changes}
    if (to := elsewhere.get(original)) is not None:
        about = instant(to, zone_of(event))
    for each in occurrences(event, about - day, about + day):
        if each.original == original:
            return each
    raise NoSuchOccurrenceError(event.key, original)
