"""What a clock time is here, and what the parts of the day do to an hour."""

from dataclasses import dataclass

from .model import PartOfDay

NOON = 12 * 60
DAY_MINUTES = 24 * 60
# «о третій» in an office is 15:00; from eight on the morning is as likely as said.
OFFICE_OPENS = 8

PARTS = {
    "Ymorning": PartOfDay.MORNING,
    "Yafternoon": PartOfDay.AFTERNOON,
    "Yevening": PartOfDay.EVENING,
    "Ynight": PartOfDay.NIGHT,
    # «о третій дня» has the same word as «за три дня».
    "UDg": PartOfDay.AFTERNOON,
}


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time in minutes after midnight; `sure` if it cannot mean the other half of the day.

    The hour may be one that no clock shows («25:00»): that is for the doubts to say.
    """

    minutes: int
    sure: bool = True
    shown: bool = True
    """False for minutes that no clock shows («15:75»)."""

    @property
    def exists(self) -> bool:
        """Whether a clock can show it; 24:00 is the end of a day."""
        return self.shown and self.minutes <= DAY_MINUTES


@dataclass(frozen=True, slots=True)
class Times:
    """The time of day read from a text, any part of which may be missing."""

    start: Clock | None = None
    end: Clock | None = None
    part: PartOfDay | None = None


def in_part(hour: int, part: PartOfDay) -> int:
    """The hour on a clock of 24: 3 of the afternoon is 15, 12 at night is 0."""
    if part is PartOfDay.MORNING:
        return hour
    if part is PartOfDay.NIGHT:
        return {12: 0}.get(hour, hour + 12 if 8 <= hour < 12 else hour)
    return hour + 12 if hour < (8 if part is PartOfDay.AFTERNOON else 12) else hour


def said_hour(hour: int, part: str) -> int:
    """The hour with the code of what was said behind it: «3 дня», 12 am."""
    if hour > 12:
        return hour
    if part in {"am", "pm"}:
        return hour % 12 + (12 if part == "pm" else 0)
    return in_part(hour, PARTS[part])
