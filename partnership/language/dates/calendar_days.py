"""Days of the calendar: the year that goes without saying, days that do not exist, edges."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from .model import DoubtKind, Precision

DAY = timedelta(days=1)
YEARS = range(1900, 2101)
# In June «1 травня» may be a slip of the month or the year; «15 січня» is next January.
JUST_PASSED = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def end(self) -> date | None:
        """The last day of a range, None for a single day."""
        return self.last if self.last != self.first else None


@dataclass(frozen=True, slots=True)
class DayDoubt:
    """A doubt about the days, before a time of day is attached to its answers."""

    kind: DoubtKind
    choices: tuple[Span, ...]
    read: date | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """What a date in the text stands for."""

    span: Span
    precision: Precision = Precision.DAY
    doubts: tuple[DayDoubt, ...] = ()
    role: str = ""
    """The word before: "do" for a deadline, "from" for a beginning, "" otherwise."""


@dataclass(frozen=True, slots=True)
class Today:
    """The day from which relative dates count, and whether the nearest past will do."""

    day: date
    plans: bool = True
    """Plans lie ahead, so a day without a year is the next one; a question may look back."""
    past: bool = False
    """The sentence tells what has been («зустріч була 28 травня»)."""


def one(day: date) -> Span:
    """A single day as a span."""
    return Span(day, day)


def month_span(year: int, month: int) -> Span:
    """All days of a month."""
    return Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def near_missing(year: int, month: int) -> tuple[Span, ...]:
    """The likely days for one that a month does not have: its last, the first of the next."""
    last = month_span(year, month).last
    return one(last), one(last + DAY)


def in_year(today: Today, make: Callable[[int], Span]) -> tuple[Span, tuple[DayDoubt, ...]]:
    """The span of the year that was not said: the next one for plans, the nearest for questions.

    A plan for a day that has just gone by is asked about (source: message M47).
    """
    this = make(today.day.year)
    coming = this if this.last >= today.day else make(today.day.year + 1)
    gone = make(coming.first.year - 1)
    if today.past:
        return (this if this.first <= today.day else make(today.day.year - 1)), ()
    if not today.plans:
        nearer_behind = today.day - gone.last < coming.first - today.day
        return (gone if nearer_behind else coming), ()
    if coming.first <= today.day or today.day - gone.last > JUST_PASSED:
        return coming, ()
    return coming, (DayDoubt(DoubtKind.IN_THE_PAST, (coming, gone), gone.first),)


def said_year(today: Today, span: Span) -> tuple[DayDoubt, ...]:
    """The doubt about a plan on a day of the past that was written with its year."""
    if not today.plans or span.last >= today.day:
        return ()
    years = relativedelta(years=today.day.year - span.first.year)
    coming = Span(span.first + years, span.last + years)
    if coming.last < today.day:
        years += relativedelta(years=1)
        coming = Span(span.first + years, span.last + years)
    return (DayDoubt(DoubtKind.IN_THE_PAST, (coming, span), span.first),)


def weekday_on_or_after(day: date, weekday: int) -> date:
    """The first such weekday from this day on."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def week_of(day: date) -> Span:
    """Monday to Sunday of the week of this day."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + 6 * DAY)
