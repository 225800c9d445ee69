"""Reads what a text says about time: the way from words to one answer with its doubts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from .answers import answer, series
from .calendar_days import DAY, Days, Today, one
from .clock_words import spell_clocks
from .clocks import NOON, Times
from .durations import take_duration, take_soon
from .guessing import guessed, guessed_texts
from .line import Line
from .model import Expectation, Period, Precision, When
from .moments import Plan
from .recurrences import take_recurrence
from .scan import take_days
from .times import read_times
from .unread import with_unread
from .wordings import which_days
from .zones import take_zone

NO_PARTNERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Around:
    """What a text is read against: this moment, where the clock hangs, what was asked for."""

    now: datetime
    zone: str
    partner_zones: Mapping[str, str]
    expect: Expectation


def read_when(
    text: str,
    *,
    now: datetime,
    zone: str = "Europe/Kyiv",
    partner_zones: Mapping[str, str] = NO_PARTNERS,
    expect: Expectation = Expectation.SENTENCE,
) -> When | None:
    """The time that a text speaks of, None if it speaks of none.

    `now` must be aware; `zone` is where the reader's wall clock hangs; `partner_zones` are the
    zones of partners by name, for «за їхнім часом» and «за часом Буржа». With `expect` a date was
    asked for, so that a bare «25» is one; a free sentence must not grow a date it does not have.
    Raises ValueError if `now` is naive.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    return _read(text, Around(now, zone, partner_zones, expect))


def _read(text: str, around: Around) -> When | None:
    line = Line(text)
    guesses = (_read(each, around) for each in guessed_texts(line))
    readings = [reading for reading in guesses if reading is not None]
    if readings:
        return guessed(readings)
    return None if line.row.islower() else _plan(line, around)


def _plan(line: Line, around: Around) -> When | None:
    said = take_zone(line, around.zone, around.partner_zones)
    here = ZoneInfo(said.zone)
    now, expect = around.now, around.expect
    past = " past " in line.row
    today = Today(now.astimezone(here).date(), plans=not past, past=past)
    recurrence = take_recurrence(line)
    soon = take_soon(line, now.astimezone(here))
    days = take_days(line, today, expect)
    beside = days is not None or recurrence is not None or expect is Expectation.DATE
    spell_clocks(line, dated=beside)
    times = read_times(line, dated=beside)
    if recurrence is not None and recurrence.loose and days is None and times.start is None:
        return None
    if days is None and recurrence is None and soon is None and _says_nothing(times, expect):
        return None
    lasts = take_duration(line)
    if soon is not None and times.start is None and _is_day_of(soon, days):
        end = soon + lasts if lasts else None
        when = When(soon, end, False, None, said.zone, Precision.DAY, None, (), line.rest())
        return with_unread(line, when, dated=True)
    dated = days is not None
    if lasts is not None and days is not None:
        days = which_days(days, lasts)
    plan = Plan(days or Days(one(today.day)), times, lasts, here, now, dated)
    if recurrence is not None:
        when = series(plan, recurrence, said, line.rest())
        return with_unread(line, when, dated=True, stray=soon is not None)
    when = answer(_not_gone_by(plan), said, line.rest())
    return with_unread(line, when, dated=dated, stray=soon is not None)


def _says_nothing(times: Times, expect: Expectation) -> bool:
    """A part of the day alone («вранці був дощ») is no appointment unless one was asked for."""
    return times.start is None and (times.part is None or expect is Expectation.SENTENCE)


def _is_day_of(moment: datetime, days: Days | None) -> bool:
    return days is None or days.span == one(moment.date())


def _not_gone_by(plan: Plan) -> Plan:
    """A clock time alone is of today while it is ahead, else of tomorrow (with a doubt)."""
    if plan.dated or plan.times.start is None:
        return plan
    clock = plan.times.start
    local = plan.now.astimezone(plan.zone)
    passed = clock.exists and clock.minutes <= local.hour * 60 + local.minute
    if not clock.sure and passed:
        passed = clock.minutes + NOON <= local.hour * 60 + local.minute
    if not passed:
        return plan
    return replace(plan, days=Days(one(plan.days.span.first + DAY)), moved=True)


def read_period(text: str, now: datetime, zone: str = "Europe/Kyiv") -> Period | None:
    """The days that a question is about («за 2023 рік», last week), None if it names none."""
    line = Line(text)
    if line.row.islower():
        return None
    today = Today(now.astimezone(ZoneInfo(zone)).date(), plans=False, past=" past " in line.row)
    days = take_days(line, today, Expectation.SENTENCE)
    if days is None:
        return None
    return Period(days.span.first, days.span.last, days.precision, line.rest())
