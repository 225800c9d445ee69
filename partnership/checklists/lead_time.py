"""How long before or after an event a line of a checklist is due."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_FORM = re.compile(r"([+-]?\d{1,4})([dhm])")
_NEXT_MONTH = re.compile(r"month\+1:(\d{1,2})")


@dataclass(frozen=True, slots=True)
class LeadTime:
    """`-60d`, `+1h`, `0m`, or `month+1:10` for the tenth of the next month.

    Days are counted on the calendar; minutes and hours from the start of the event.
    """

    text: str

    def __post_init__(self) -> None:
        if not (_FORM.fullmatch(self.text) or _NEXT_MONTH.fullmatch(self.text)):
            raise ValueError(f"no lead time: {self.text}")

    @property
    def by_clock(self) -> timedelta | None:
        """The distance from the start where it is counted in minutes or hours."""
        match = _FORM.fullmatch(self.text)
        if match is None or match[2] == "d":
            return None
        number = int(match[1])
        return timedelta(hours=number) if match[2] == "h" else timedelta(minutes=number)

    def day(self, anchor: date) -> date:
        """The day on which it is due, counted from the day of the event."""
        if (match := _NEXT_MONTH.fullmatch(self.text)) is not None:
            first = (anchor.replace(day=1) + timedelta(days=32)).replace(day=1)
            return first.replace(day=int(match[1]))
        if self.by_clock is not None:
            return anchor
        match = _FORM.fullmatch(self.text)
        assert match is not None
        return anchor + timedelta(days=int(match[1]))

    def instant(self, start: datetime | None) -> datetime | None:
        """The instant at which it is due, where both it and the event have an hour."""
        distance = self.by_clock
        return None if start is None or distance is None else start + distance
