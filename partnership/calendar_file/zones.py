"""VTIMEZONE: a zone's clock changes as yearly rules.

Written as two RRULEs. A list of RDATEs, as icalendar would make it, is misread by ical.js.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
YEARS_COMPARED = 6
"""A rule is believed if it holds for so many years."""
YEARS_LISTED = 4
"""Where there is no rule, changes are listed one by one for so many years."""


@dataclass(frozen=True, slots=True)
class Transition:
    """One change of the clocks; `wall` is what they showed just before."""

    wall: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def timezone_component(zone: str, year: int) -> Timezone:
    """The component of an IANA zone, right for `year` and later, as far as today's rules go."""
    component = Timezone()
    component.add("tzid", zone)
    first = list(_transitions(zone, year - 1))
    found = first if _regular(zone, year - 1) else list(_listed(zone, year - 1))
    for change in found:
        part = TimezoneDaylight() if change.summer else TimezoneStandard()
        part.add("dtstart", change.wall)
        part.add("tzoffsetfrom", change.before)
        part.add("tzoffsetto", change.after)
        part.add("tzname", change.name)
        if found is first:
            part.add("rrule", vRecur(_rule(change.wall, _is_last(zone, change, year - 1))))
        component.add_component(part)
    if not found:
        component.add_component(_without_changes(zone, year - 1))
    return component


def _transitions(zone: str, year: int) -> Iterator[Transition]:
    """The clock changes of a year, found day by day and then to the minute."""
    tz = ZoneInfo(zone)
    at = datetime(year, 1, 1, tzinfo=UTC)
    end = datetime(year + 1, 1, 1, tzinfo=UTC)
    while at < end:
        later = at + timedelta(days=1)
        if _offset(at, tz) != _offset(later, tz):
            yield _transition(_moment(at, later, tz), tz)
        at = later


def _moment(low: datetime, high: datetime, tz: ZoneInfo) -> datetime:
    """The first minute with the new offset, between two instants."""
    before = _offset(low, tz)
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) / 2
        middle = middle.replace(second=0, microsecond=0)
        low, high = (middle, high) if _offset(middle, tz) == before else (low, middle)
    return high


def _transition(at: datetime, tz: ZoneInfo) -> Transition:
    before, after = _offset(at - timedelta(minutes=1), tz), _offset(at, tz)
    local = at.astimezone(tz)
    wall = (at + before).replace(tzinfo=None)
    return Transition(wall, before, after, local.tzname() or "", after > before)


def _regular(zone: str, year: int) -> bool:
    """Whether one change each way follows the same rule in the years to come."""
    years = [list(_transitions(zone, year + each)) for each in range(YEARS_COMPARED)]
    if any(len(changes) != len(years[0]) for changes in years) or len(years[0]) not in {0, 2}:
        return False
    return all(
        any(
            {_key(changes[position], last) for changes in years} == {_key(years[0][position], last)}
            for last in (True, False)
        )
        for position in range(len(years[0]))
    )


def _key(change: Transition, last: bool) -> tuple[object, ...]:
    return (tuple(sorted(_rule(change.wall, last).items())), change.wall.time(), change.after)


def _is_last(zone: str, change: Transition, year: int) -> bool:
    """Whether it is the last such weekday of the month, rather than the fourth."""
    years = range(year, year + YEARS_COMPARED)
    walls = [each.wall for y in years for each in _transitions(zone, y)]
    same = [wall for wall in walls if wall.month == change.wall.month]
    return all((wall + timedelta(days=7)).month != wall.month for wall in same)


def _rule(wall: datetime, last: bool) -> dict[str, object]:
    number = -1 if last else (wall.day - 1) // 7 + 1
    return {
        "FREQ": "YEARLY",
        "BYMONTH": wall.month,
        "BYDAY": f"{number}{WEEKDAYS[wall.weekday()]}",
    }


def _listed(zone: str, year: int) -> Iterator[Transition]:
    for each in range(YEARS_LISTED):
        yield from _transitions(zone, year + each)


def _without_changes(zone: str, year: int) -> TimezoneStandard:
    local = datetime(year, 1, 1, tzinfo=ZoneInfo(zone))
    offset = local.utcoffset() or timedelta(0)
    part = TimezoneStandard()
    part.add("dtstart", local.replace(tzinfo=None))
    part.add("tzoffsetfrom", offset)
    part.add("tzoffsetto", offset)
    part.add("tzname", local.tzname() or zone)
    return part


def _offset(at: datetime, tz: ZoneInfo) -> timedelta:
    return at.astimezone(tz).utcoffset() or timedelta(0)
