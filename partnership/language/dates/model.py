"""What a phrase about time was understood to mean, and what about it is in doubt."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


def date_of(moment: date | datetime) -> date:
    """The day of what was read with or without an hour."""
    return moment.date() if isinstance(moment, datetime) else moment


class Precision(StrEnum):
    """How finely the person said it: «25 червня» is a day, «восени» a season."""

    DAY = "day"
    WEEK = "week"
    MONTH_PART = "month_part"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"


class PartOfDay(StrEnum):
    """A part of the day named without a clock time, or beside one."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Expectation(StrEnum):
    """Whether a date was asked for, or may only happen to stand in a sentence."""

    SENTENCE = "sentence"
    DATE = "date"


class DoubtKind(StrEnum):
    """Why a person must be asked before anything is saved."""

    WEEKDAY_MISMATCH = "weekday_mismatch"
    NO_SUCH_DATE = "no_such_date"
    NO_SUCH_TIME = "no_such_time"
    DAY_OR_MONTH = "day_or_month"
    IN_THE_PAST = "in_the_past"
    CLOCK_SKIPPED = "clock_skipped"
    CLOCK_REPEATED = "clock_repeated"
    END_BEFORE_START = "end_before_start"
    MORNING_OR_AFTERNOON = "morning_or_afternoon"
    TODAY_OR_NEXT_WEEK = "today_or_next_week"
    THIS_OR_NEXT_WEEK = "this_or_next_week"
    SEVERAL_DATES = "several_dates"
    WHICH_DAY = "which_day"
    WHICH_TIME = "which_time"
    WHICH_ZONE = "which_zone"
    WHICH_RECURRENCE = "which_recurrence"


@dataclass(frozen=True, slots=True)
class Choice:
    """A likely answer to a doubt: what would be saved if the person picks it."""

    start: date | datetime
    end: date | datetime | None = None
    rrule: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question for the person, likely answers first.

    `read` is what the words say literally where that is not among the best answers: the day in the
    past, for «5 June 2024 is in the past».
    """

    kind: DoubtKind
    choices: tuple[Choice, ...]
    read: date | datetime | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A point, range or recurrence read from a text.

    `start` is a date if there is no time of day, else a datetime aware in `zone`; it is the best
    guess, and with `doubts` no more than that. `end` is the inclusive last day of all-day ranges,
    or the moment a timed event ends. `rrule` is an RFC 5545 value without DTSTART.
    """

    start: date | datetime
    end: date | datetime | None
    all_day: bool
    rrule: str | None
    zone: str
    precision: Precision
    part_of_day: PartOfDay | None
    doubts: tuple[Doubt, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Period:
    """The days a question is about, both ends included."""

    start: date
    end: date
    precision: Precision
    rest: str
