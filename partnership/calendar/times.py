"""Wall time, IANA zone and the UTC instant that follows; hours that are skipped or come twice."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from partnership.errors import MistokError
from partnership.events import Event, EventKind

HOME_ZONE = "Europe/Kyiv"
"""The zone of whatever names none: the home communities are Ukrainian."""
MEETING_LASTS = timedelta(hours=1)
"""What is assumed of a meeting whose end nobody named."""
DAY_BEGINS = time(9)
"""When reminders of a day without an hour are due."""


@dataclass(eq=False)
class ClockSkippedError(MistokError):
    """The clocks jump over this wall time; `choices` are the instants just around it, in UTC."""

    wall: datetime
    zone: str
    choices: tuple[datetime, datetime]


@dataclass(eq=False)
class ClockRepeatedError(MistokError):
    """This wall time comes twice; `choices` are both instants, in UTC: fold 0 and fold 1."""

    wall: datetime
    zone: str
    choices: tuple[datetime, datetime]


def instant(wall: datetime, zone: str) -> datetime:
    """The UTC instant of a naive wall time; a skipped hour is read an hour later, as clocks show.

    Of an hour that comes twice `wall.fold` chooses.
    """
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def wall_of(at: datetime, zone: str) -> datetime:
    """What the clocks of `zone` show at an instant, naive."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def check_wall(wall: datetime, zone: str, fold: int | None = None) -> None:
    """Raise ClockSkippedError or ClockRepeatedError where the wall time is in doubt.

    `fold` is the person's answer to «which of the two». Found by a round trip through UTC and
    by comparing the two folds.
    """
    early, late = (instant(wall.replace(fold=each), zone) for each in (0, 1))
    if early == late:
        return
    if wall_of(early, zone) != wall.replace(fold=0):
        raise ClockSkippedError(wall, zone, (late, early))
    if fold is None:
        raise ClockRepeatedError(wall, zone, (early, late))


def starts_at(event: Event) -> datetime | None:
    """The UTC instant at which an event (or the first of a series) begins; None without an hour."""
    return _instant_of(event, *_first(event))


def ends_at(event: Event) -> datetime | None:
    """The UTC instant at which it ends; a meeting without an end is taken to last an hour."""
    begins = starts_at(event)
    if begins is None:
        return None
    start, _ = _first(event)
    day, hour = _last(event)
    if hour is None:
        if day is not None and start is not None and day > start:
            return _instant_of(event, day, time(23, 59))
        return begins + MEETING_LASTS
    return _instant_of(event, day, hour)


def begins_at(event: Event) -> datetime | None:
    """As `starts_at`; a day without an hour begins at its midnight. None without a day."""
    day, hour = _first(event)
    return _instant_of(event, day, hour or time(0))


def over_at(event: Event) -> datetime | None:
    """As `ends_at`; a day without an hour is over at the midnight after it."""
    if (last := ends_at(event)) is not None:
        return last
    day = event.ends_on
    return None if day is None else _instant_of(event, day + timedelta(days=1), time(0))


def zone_of(event: Event) -> str:
    """The zone in which the event was agreed."""
    return event.zone or HOME_ZONE


def is_online(event: Event) -> bool:
    """Whether people join it by a link."""
    by_format = event.format is not None and event.format != "in_person"
    return by_format or event.kind in {EventKind.ONLINE_MEETING, EventKind.HYBRID_MEETING}


def _first(event: Event) -> tuple[date | None, time | None]:
    span = event.actual if event.actual.start else event.planned
    return span.start, span.start_time


def _last(event: Event) -> tuple[date | None, time | None]:
    span = event.actual if event.actual.start else event.planned
    return span.end or span.start, span.end_time


def _instant_of(event: Event, day: date | None, hour: time | None) -> datetime | None:
    if day is None or hour is None:
        return None
    wall = datetime.combine(day, hour).replace(fold=event.fold)
    return instant(wall, zone_of(event))
