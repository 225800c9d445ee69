"""Quiet hours: when nobody is written to, but for a meeting about to begin."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from partnership.calendar.times import HOME_ZONE, instant, wall_of


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `start` until `end` on the clocks of `zone`; equal ends mean that there are none.

    The moment of `start` itself is still allowed: what falls into the night is sent then.
    """

    start: time = time(21)
    end: time = time(7)
    zone: str = HOME_ZONE

    def covers(self, at: datetime) -> bool:
        """Whether nobody is written to at this instant."""
        hour = wall_of(at, self.zone).time()
        if self.start <= self.end:
            return self.start < hour < self.end
        return hour > self.start or hour < self.end

    def before(self, at: datetime) -> datetime:
        """The instant itself, or the last allowed one before it."""
        if not self.covers(at):
            return at
        wall = wall_of(at, self.zone)
        day = wall.date() if wall.time() > self.start else wall.date() - timedelta(days=1)
        return instant(datetime.combine(day, self.start), self.zone)

    def after(self, at: datetime) -> datetime:
        """The instant itself, or the first allowed one after it."""
        if not self.covers(at):
            return at
        wall = wall_of(at, self.zone)
        day = wall.date() if wall.time() < self.end else wall.date() + timedelta(days=1)
        return instant(datetime.combine(day, self.end), self.zone)
