"""How long before something a reminder is due: `-7d`, `-60m`."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from partnership.calendar.times import DAY_BEGINS, instant, wall_of

_FORM = re.compile(r"-(\d{1,4})([dhm])")


@dataclass(frozen=True, slots=True)
class Offset:
    """So many days before, counted on the calendar, or so many minutes, counted by the clock."""

    days: int = 0
    minutes: int = 0

    @classmethod
    def parse(cls, text: str) -> "Offset":
        """From `-7d`, `-2h` or `-60m`. Raises ValueError for anything else."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise ValueError(f"no offset: {text}")
        number, unit = int(match[1]), match[2]
        if unit == "d":
            return cls(days=number)
        return cls(minutes=number * 60 if unit == "h" else number)

    def __str__(self) -> str:
        return f"-{self.minutes}m" if self.minutes else f"-{self.days}d"

    def before(self, start: datetime, zone: str, *, all_day: bool = False) -> datetime:
        """The instant so long before `start` (UTC); days keep the wall time of `zone`.

        Of something without an hour it is the morning at 09:00 of the day so many days before.
        """
        if self.minutes:
            return start - timedelta(minutes=self.minutes)
        wall = wall_of(start, zone) - timedelta(days=self.days)
        return instant(at_time(wall, DAY_BEGINS) if all_day else wall, zone)


def at_time(wall: datetime, hour: time) -> datetime:
    """The same day at another hour."""
    return datetime.combine(wall.date(), hour)
