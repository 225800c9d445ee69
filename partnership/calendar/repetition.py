"""The parts of a recurrence rule (RFC 5545), to be cut or moved to another day."""

from dataclasses import dataclass
from datetime import date, datetime

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = "-1"


@dataclass(frozen=True, slots=True)
class Repetition:
    """The parts of a recurrence rule, in the order given."""

    parts: tuple[tuple[str, str], ...]

    @classmethod
    def parse(cls, text: str) -> "Repetition":
        """From `FREQ=WEEKLY;BYDAY=TU`."""
        pairs = (each.split("=", 1) for each in text.upper().split(";") if each)
        return cls(tuple((name, value) for name, value in pairs))

    def until(self, last: datetime) -> "Repetition":
        """Ending at an instant; COUNT and UNTIL exclude each other."""
        kept = tuple(each for each in self.parts if each[0] not in {"COUNT", "UNTIL"})
        return Repetition((*kept, ("UNTIL", f"{last:%Y%m%dT%H%M%SZ}")))

    def without(self, number: int) -> "Repetition":
        """With so many occurrences fewer, where they are counted."""
        return Repetition(
            tuple(
                (name, str(int(value) - number) if name == "COUNT" else value)
                for name, value in self.parts
            )
        )

    def on(self, was: date, now: date) -> "Repetition":
        """With the days by which it is counted moved along with its first day."""
        if was == now:
            return self
        return Repetition(
            tuple((name, _moved(name, value, was, now)) for name, value in self.parts)
        )

    def __str__(self) -> str:
        return ";".join(f"{name}={value}" for name, value in self.parts)


def _moved(name: str, value: str, was: date, now: date) -> str:
    match name:
        case "BYDAY":
            return ",".join(_weekday_moved(each, was, now) for each in value.split(","))
        case "BYMONTHDAY" if value != LAST:
            return str(now.day)
        case "BYMONTH":
            return str(now.month)
    return value


def _weekday_moved(code: str, was: date, now: date) -> str:
    """«1TU» moved by two days is the Thursday of its number in the month of the new day."""
    number, day = code[:-2], (WEEKDAYS.index(code[-2:]) + (now - was).days) % len(WEEKDAYS)
    nth = number if number in {"", LAST} else str((now.day - 1) // len(WEEKDAYS) + 1)
    return nth + WEEKDAYS[day]
