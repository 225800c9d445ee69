"""The occurrences of a series, counted in wall time so that 10:00 stays 10:00 all year."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rruleset, rrulestr

from partnership.calendar.repetition import Repetition
from partnership.calendar.times import begins_at, instant, over_at, wall_of, zone_of
from partnership.event_parts import ChangedOccurrence, Series
from partnership.events import Event


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """One time an event takes place, in UTC; `original` is its wall time by the rule."""

    starts_at: datetime
    ends_at: datetime
    original: datetime


def occurrences(event: Event, since: datetime, until: datetime) -> list[Occurrence]:
    """Those that are not over at `since` and begin by `until`, earliest first.

    An event that is no series has one; one without a day has none.
    """
    begins, over = begins_at(event), over_at(event)
    if begins is None or over is None:
        return []
    if event.series is None:
        only = Occurrence(begins, over, wall_of(begins, zone_of(event)))
        return [only] if over > since and begins <= until else []
    found = _of_series(event, event.series, over - begins, since, until)
    return sorted(each for each in found if each.ends_at > since and each.starts_at <= until)


def next_occurrence(event: Event, after: datetime) -> Occurrence | None:
    """The first that begins after an instant, within the next ten years."""
    found = occurrences(event, after, after + timedelta(days=3653))
    return next((each for each in found if each.starts_at > after), None)


def check_rule(rule: str, first: date) -> None:
    """Raise ValueError where a recurrence rule cannot be read."""
    rrulestr(rule, dtstart=datetime.combine(first, time(0), UTC))


def with_change(event: Event, original: datetime, moved_to: datetime | None) -> Event:
    """The series with one occurrence moved, cancelled (None) or put back (to where it was)."""
    series = _series(event)
    others = tuple(each for each in series.changes if each.original != original)
    change = ChangedOccurrence(original=original, moved_to=moved_to)
    kept = others if moved_to == original else (*others, change)
    return replace(event, series=replace(series, changes=kept))


def is_first(event: Event, original: datetime) -> bool:
    """Whether no occurrence by the rule comes before this one."""
    cut = instant(original, zone_of(event))
    return next(_walls(event, _series(event), cut), original) == original


def split_before(event: Event, original: datetime) -> tuple[Event, Series]:
    """The series cut before an occurrence, and what is left of it from there on."""
    series, zone = _series(event), zone_of(event)
    cut = instant(original, zone) - timedelta(seconds=1)
    rule = Repetition.parse(series.rule)
    gone = sum(1 for wall in _walls(event, series, cut) if wall < original)
    before = replace(
        series,
        rule=str(rule.until(cut)),
        changes=tuple(each for each in series.changes if each.original < original),
    )
    after = replace(
        series,
        rule=str(rule.without(gone)),
        changes=tuple(each for each in series.changes if each.original >= original),
    )
    return replace(event, series=before), after


def moved_with(series: Series, was: datetime, now: datetime) -> Series:
    """The series whose first occurrence goes from one wall time to another.

    Weekdays and days of the month follow it, and so do the occurrences that were changed.
    """
    by = now - was
    changes = tuple(replace(each, original=each.original + by) for each in series.changes)
    rule = Repetition.parse(series.rule).on(was.date(), now.date())
    return replace(series, rule=str(rule), changes=changes)


def _of_series(
    event: Event, series: Series, lasts: timedelta, since: datetime, until: datetime
) -> Iterator[Occurrence]:
    zone = zone_of(event)
    changed = {each.original: each.moved_to for each in series.changes}
    for wall in _walls(event, series, until, since - lasts):
        if wall not in changed:
            begins = instant(wall, zone)
            yield Occurrence(begins, begins + lasts, wall)
    for original, moved_to in changed.items():
        if moved_to is not None:
            begins = instant(moved_to, zone)
            yield Occurrence(begins, begins + lasts, original)


def _walls(
    event: Event, series: Series, until: datetime, since: datetime | None = None
) -> Iterator[datetime]:
    """Wall times of the rule; the zone-aware start makes dateutil count in wall time."""
    first = _first_wall(event).replace(tzinfo=ZoneInfo(zone_of(event)))
    rule: rrule | rruleset = rrulestr(series.rule, dtstart=first)
    for each in rule.xafter(since, inc=True) if since else iter(rule):
        if each.astimezone(UTC) > until:
            return
        yield each.replace(tzinfo=None, fold=0)


def _first_wall(event: Event) -> datetime:
    begins = begins_at(event)
    assert begins is not None
    return wall_of(begins, zone_of(event))


def _series(event: Event) -> Series:
    if event.series is None:
        raise ValueError(f"{event.key} is no series")
    return event.series
