"""Reads what a text says about time: the way from words to one answer with its doubts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from .calendar_days import DAY, Days, Today, one
from .clock_words import spell_clocks
from .clocks import Times
from .durations import take_duration
from .line import Line
from .model import (
    Choice,
    Doubt,
    DoubtKind,
    Expectation,
    Period,
    Precision,
    When,
)
from .moments import Plan, choice_of, doubts_of
from .recurrences import Recurrence, take_recurrence
from .rules import DEADLINES
from .scan import take_days
from .times import read_times
from .zones import SaidZone, take_zone

NO_PARTNERS: Mapping[str, str] = MappingProxyType({})


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
    """
    line = Line(text)
    if line.row.islower():
        return None
    said = take_zone(line, zone, partner_zones)
    here = ZoneInfo(said.zone)
    past = " past " in line.row
    today = Today(now.astimezone(here).date(), plans=not past, past=past)
    recurrence = take_recurrence(line)
    soon = _take_soon(line, now.astimezone(here))
    days = take_days(line, today, expect)
    beside = days is not None or recurrence is not None or expect is Expectation.DATE
    spell_clocks(line, dated=beside)
    times = read_times(line, dated=beside)
    if recurrence is not None and recurrence.loose and days is None and times.start is None:
        return None
    if days is None and recurrence is None and soon is None and _says_nothing(times, expect):
        return None
    times = replace(times, lasts=take_duration(line))
    if soon is not None and times.start is None and _is_day_of(soon, days):
        return _in_hours(soon, times, said, line)
    dated = days is not None
    plan = Plan(days or Days(one(today.day)), times, times.lasts, here, now, dated)
    if recurrence is not None:
        return _repeated(plan, recurrence, said, line)
    return _answer(_not_gone_by(plan), said, line)


def _says_nothing(times: Times, expect: Expectation) -> bool:
    """A part of the day alone («вранці був дощ») is no appointment unless one was asked for."""
    return times.start is None and (times.part is None or expect is Expectation.SENTENCE)


def _take_soon(line: Line, now: datetime) -> datetime | None:
    """«через пів години», in two hours: a moment counted from now, to the full minute."""
    if " UH " not in line.row and " Umin " not in line.row:
        return None
    pattern = r"(?:after|in|za) (?:N(?P<n>\d+(?:\.\d+)?) |(?P<half>half) |an? )?U(?P<u>H|min) "
    for found in line.search(pattern):
        if line.code_after(found) in {"do", "before", "after"}:
            continue
        line.take(found)
        amount = float(found.groups["n"] or (0.5 if found.groups["half"] else 1))
        minutes = amount * (60 if found.groups["u"] == "H" else 1)
        later = now.astimezone(UTC) + timedelta(minutes=minutes)
        return later.astimezone(now.tzinfo).replace(second=0, microsecond=0)
    return None


def _is_day_of(moment: datetime, days: Days | None) -> bool:
    return days is None or days.span == one(moment.date())


def _in_hours(start: datetime, times: Times, said: SaidZone, line: Line) -> When:
    end = start + times.lasts if times.lasts else None
    return When(start, end, False, None, said.zone, Precision.DAY, None, (), line.rest())


def _not_gone_by(plan: Plan) -> Plan:
    """A clock time alone is of today while it is ahead, else of tomorrow (with a doubt)."""
    if plan.dated or plan.times.start is None:
        return plan
    clock = plan.times.start
    local = plan.now.astimezone(plan.zone)
    passed = clock.exists and clock.minutes <= local.hour * 60 + local.minute
    if not clock.sure and passed:
        passed = clock.minutes + 12 * 60 <= local.hour * 60 + local.minute
    if not passed:
        return plan
    return replace(plan, days=Days(one(plan.days.span.first + DAY)), moved=True)


def _answer(plan: Plan, said: SaidZone, line: Line, rrule: str | None = None) -> When:
    doubts = doubts_of(plan) + _zone_doubts(plan, said)
    best = choice_of(plan, plan.days.span)
    if doubts and _decides(doubts[0]) and doubts[0].choices:
        best = doubts[0].choices[0]
    all_day = not isinstance(best.start, datetime)
    return When(
        best.start,
        best.end,
        all_day,
        rrule,
        said.zone,
        plan.days.precision,
        plan.times.part,
        doubts,
        line.rest(),
    )


def _decides(doubt: Doubt) -> bool:
    """Whether the best guess follows the first answer of this doubt."""
    return doubt.kind not in {DoubtKind.DAY_OR_MONTH, DoubtKind.WHICH_ZONE}


def _zone_doubts(plan: Plan, said: SaidZone) -> tuple[Doubt, ...]:
    if not said.choices or plan.times.start is None:
        return ()
    zones = (ZoneInfo(name) for name in said.choices)
    choices = tuple(choice_of(replace(plan, zone=zone), plan.days.span) for zone in zones)
    return (Doubt(DoubtKind.WHICH_ZONE, choices),)


def _repeated(plan: Plan, recurrence: Recurrence, said: SaidZone, line: Line) -> When:
    """A series from its first occurrence ahead; a date «до» or by is where it ends."""
    begin, limit = _bounds(plan)
    series = _first(replace(plan, dated=True), recurrence, begin)
    if plan.lasts is not None and plan.lasts >= timedelta(weeks=1):
        # «щовівторка на 10 тижнів»: so long lasts the series, not the meeting.
        limit = series.days.span.first + plan.lasts - DAY
        series = replace(series, lasts=None)
    rrule = recurrence.value(_until(series, limit))
    answer = _answer(series, said, line, rrule)
    about_limit = doubts_of(replace(plan, times=Times())) if limit is not None else ()
    other = _other_reading(series, recurrence, rrule)
    return replace(answer, doubts=answer.doubts + other + about_limit)


def _bounds(plan: Plan) -> tuple[date, date | None]:
    """The day from which a series counts, and the last day it may fall on."""
    span, role = plan.days.span, plan.days.role
    today = plan.now.astimezone(plan.zone).date()
    if not plan.dated:
        return today, None
    if role in DEADLINES:
        return today, span.last
    return span.first, span.end if role == "from" else None


def _first(plan: Plan, recurrence: Recurrence, begin: date) -> Plan:
    """The plan of the first occurrence that has not gone by."""
    first = one(recurrence.first_on_or_after(begin))
    start = choice_of(plan, first).start
    if isinstance(start, datetime) and start <= plan.now:
        first = one(recurrence.first_on_or_after(first.first + DAY))
    return replace(plan, days=Days(first))


def _until(plan: Plan, limit: date | None) -> str | None:
    """UNTIL is a date for whole days and, by RFC 5545, a time in UTC beside a zoned start."""
    if limit is None:
        return None
    if plan.times.start is None:
        return f"{limit:%Y%m%d}"
    end = datetime(limit.year, limit.month, limit.day, 23, 59, 59, tzinfo=plan.zone)
    return f"{end.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _other_reading(plan: Plan, recurrence: Recurrence, rrule: str) -> tuple[Doubt, ...]:
    if recurrence.alternative is None:
        return ()
    today = plan.now.astimezone(plan.zone).date()
    first = one(recurrence.alternative.first_on_or_after(today))
    here, there = choice_of(plan, plan.days.span), choice_of(plan, first)
    choices = (
        Choice(here.start, here.end, rrule),
        Choice(there.start, there.end, recurrence.alternative.value()),
    )
    return (Doubt(DoubtKind.WHICH_RECURRENCE, choices),)


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
