"""When an event is to be, as a person said it: days, hours, zone; checked against the clock."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from partnership.calendar.errors import EndBeforeStartError, InThePastError
from partnership.calendar.times import HOME_ZONE, check_wall, wall_of
from partnership.events import Precision, Span
from partnership.language.dates import When, date_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """Days (the last one inclusive) and wall times of `zone`; no day at all is legal."""

    start: date | None = None
    start_time: time | None = None
    end: date | None = None
    end_time: time | None = None
    zone: str | None = None
    """None is the zone the event has already, or that of the home communities."""
    fold: int | None = None
    """Which of the two, where the wall time comes twice; None is «not asked yet»."""
    partial: str | None = None
    """What is known instead of a day: `2026-05`."""
    rule: str | None = None
    """RFC 5545 rule of a series."""

    @classmethod
    def at(cls, wall: datetime, zone: str | None = None) -> "Timing":
        """A meeting that begins at a naive wall time."""
        return cls(start=wall.date(), start_time=wall.time(), zone=zone)

    @classmethod
    def of(cls, when: When) -> "Timing":
        """From what was read in a text."""
        start, end = when.start, when.end
        return cls(
            start=date_of(start),
            start_time=start.time() if isinstance(start, datetime) else None,
            end=end.date() if isinstance(end, datetime) else end,
            end_time=end.time() if isinstance(end, datetime) else None,
            zone=when.zone,
            fold=start.fold if isinstance(start, datetime) else None,
            rule=when.rrule,
        )

    def in_zone(self, usual: str = HOME_ZONE) -> "Timing":
        """With its zone filled in."""
        return self if self.zone else replace(self, zone=usual)

    def check(self, now: datetime, *, past_is_fine: bool = False) -> None:
        """Raise InThePastError, EndBeforeStartError, or one of the two errors of the clock."""
        if self.start is None:
            return
        zone = self.zone or HOME_ZONE
        begins = datetime.combine(self.start, self.start_time or time(0))
        ends = datetime.combine(self.end or self.start, self.end_time or time.max)
        if ends <= begins:
            raise EndBeforeStartError
        if self.start_time is not None:
            check_wall(begins, zone, self.fold)
        if not past_is_fine and self._is_past(begins, zone, now):
            raise InThePastError(begins, zone)

    @property
    def span(self) -> Span:
        """As an event keeps it."""
        end = self.end or self.start
        return Span(self.start, end, self.start_time, self.end_time)

    @property
    def precision(self) -> Precision:
        """How exactly the day is known."""
        if self.start is not None:
            return Precision.DAY
        return Precision.MONTH if self.partial else Precision.UNKNOWN

    def _is_past(self, begins: datetime, zone: str, now: datetime) -> bool:
        here = wall_of(now, zone)
        if self.start_time is None:
            return begins.date() < here.date()
        return begins.replace(tzinfo=ZoneInfo(zone), fold=self.fold or 0) <= now
