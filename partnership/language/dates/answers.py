"""The answer that a plan or a series becomes: the best guess with its doubts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from .calendar_days import DAY, Days, one
from .clocks import Times
from .model import Choice, Doubt, DoubtKind, Precision, When
from .moments import Plan, choice_of, doubts_of
from .recurrences import Recurrence
from .rules import DEADLINES
from .zones import SaidZone


def answer(plan: Plan, said: SaidZone, rest: str, rrule: str | None = None) -> When:
    """The best guess about a plan, and all that is doubtful about it."""
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
        rest,
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


def series(plan: Plan, recurrence: Recurrence, said: SaidZone, rest: str) -> When:
    """A series from its first occurrence ahead; a date «до» or by is where it ends."""
    begin, limit = _bounds(plan, recurrence)
    first = _first(replace(plan, dated=True), recurrence, begin)
    if plan.lasts is not None and plan.lasts >= timedelta(weeks=1):
        # «щовівторка на 10 тижнів»: so long lasts the series, not the meeting.
        limit = first.days.span.first + plan.lasts - DAY
        first = replace(first, lasts=None)
    rrule = recurrence.value(_until(first, limit))
    when = answer(first, said, rest, rrule)
    # A day of each year that has just gone by comes again; no need to ask.
    yearly = recurrence.freq == "YEARLY"
    about_days = doubts_of(replace(plan, times=Times())) if plan.dated and not yearly else ()
    if _happens_once(plan, recurrence, first.days.span.first, limit):
        doubt = Doubt(DoubtKind.WHICH_RECURRENCE, (Choice(when.start, when.end, rrule),))
        when = replace(when, doubts=(*when.doubts, doubt))
    other = _other_reading(first, recurrence, rrule, dated=plan.dated)
    return replace(when, doubts=when.doubts + other + about_days)


def _happens_once(plan: Plan, recurrence: Recurrence, first: date, limit: date | None) -> bool:
    """«щомісяця в середині місяця», «щотижнева нарада 5 липня»: a series of one is none."""
    if recurrence.freq == "YEARLY" and not plan.dated and recurrence.bymonth is None:
        # «щороку в День міста»: on which day?
        return True
    if limit is None:
        return recurrence.loose and plan.dated and plan.days.role not in {*DEADLINES, "from"}
    step = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}[recurrence.freq]
    return recurrence.byday[1:] == () and (limit - first).days < step * recurrence.interval


def _bounds(plan: Plan, recurrence: Recurrence) -> tuple[date, date | None]:
    """The day from which a series counts, and the last day it may fall on."""
    span, role = plan.days.span, plan.days.role
    today = plan.now.astimezone(plan.zone).date()
    if not plan.dated:
        return today, None
    if role in DEADLINES:
        return today, span.last
    if role == "from" and plan.days.precision is not Precision.DAY:
        # «щочетверга з липня» goes on after July, «щочетверга у липні» does not.
        return span.first, None
    return span.first, None if recurrence.freq == "YEARLY" else span.end


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


def _other_quarter_month(
    plan: Plan, recurrence: Recurrence, rrule: str, *, dated: bool
) -> tuple[Doubt, ...]:
    """«щокварталу 15 числа» may be in each quarter's first month, or in the coming one."""
    exact = recurrence.bymonthday or recurrence.byday
    quarterly = recurrence.freq == "MONTHLY" and recurrence.interval % 3 == 0 and exact
    coming = plan.days.span.first
    if not quarterly or dated or coming.month % 3 == 1:
        return ()
    opening = coming.replace(day=1) + relativedelta(months=(1 - coming.month) % 3)
    first = one(recurrence.first_on_or_after(opening))
    choices = (choice_of(plan, plan.days.span), choice_of(plan, first))
    return (
        Doubt(
            DoubtKind.WHICH_RECURRENCE,
            tuple(Choice(each.start, each.end, rrule) for each in choices),
        ),
    )


def _other_reading(
    plan: Plan, recurrence: Recurrence, rrule: str, *, dated: bool
) -> tuple[Doubt, ...]:
    if recurrence.alternative is None:
        return _other_quarter_month(plan, recurrence, rrule, dated=dated)
    today = plan.now.astimezone(plan.zone).date()
    first = one(recurrence.alternative.first_on_or_after(today))
    here, there = choice_of(plan, plan.days.span), choice_of(plan, first)
    choices = (
        Choice(here.start, here.end, rrule),
        Choice(there.start, there.end, recurrence.alternative.value()),
    )
    return (Doubt(DoubtKind.WHICH_RECURRENCE, choices),)
