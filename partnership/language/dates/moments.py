"""Puts days, times and a length together into starts and ends, and gathers the doubts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .calendar_days import DAY, DayDoubt, Days, Span
from .clock_change import clock_doubt, settle
from .model import Choice, Doubt, DoubtKind
from .times import DAY_MINUTES, NOON, Clock, Times

# A time without a day that has gone by today is tomorrow's: asked about, as all guesses are.
MIDNIGHT = time()


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything read from a text, before it becomes one answer."""

    days: Days
    times: Times
    lasts: timedelta | None
    zone: ZoneInfo
    now: datetime
    dated: bool
    """Whether a day was said, or the time alone."""


def choice_of(plan: Plan, span: Span) -> Choice:
    """The start and end on those days: dates, or moments if there is a time."""
    start = plan.times.start
    if start is None:
        return Choice(span.first, _last_day(plan, span))
    begins = _moment(plan, span.first, start)
    if plan.times.end is not None:
        ends = _moment(plan, span.last, plan.times.end)
        return Choice(begins, ends if ends > begins else ends + DAY)
    if plan.lasts is not None:
        return Choice(begins, begins + plan.lasts)
    if span.end is not None:
        return Choice(begins, datetime.combine(span.last, MIDNIGHT, plan.zone) + DAY)
    return Choice(begins)


def _last_day(plan: Plan, span: Span) -> date | None:
    if span.end is None and plan.lasts is not None and plan.lasts >= DAY:
        last = span.first + plan.lasts - DAY
        return last if last > span.first else None
    return span.end


def _moment(plan: Plan, day: date, clock: Clock) -> datetime:
    minutes = clock.minutes if clock.exists else clock.minutes - 10 * 60
    local = datetime.combine(day, MIDNIGHT) + timedelta(minutes=minutes)
    return settle(local.replace(tzinfo=plan.zone))


def literal_moment(plan: Plan, day: date, clock: Clock) -> datetime:
    """The wall time as it was said, whether or not it exists."""
    local = datetime.combine(day, MIDNIGHT) + timedelta(minutes=clock.minutes)
    return local.replace(tzinfo=plan.zone)


def doubts_of(plan: Plan) -> tuple[Doubt, ...]:
    """All doubts about a plan, those about the day first."""
    about_days = tuple(_with_time(plan, doubt) for doubt in plan.days.doubts)
    checks: tuple[Callable[[Plan], Doubt | None], ...] = (
        no_such_time, half_of_day, gone_by, clock_change, ends_early,
    )  # fmt: skip
    about_times = (check(plan) for check in checks)
    return about_days + tuple(doubt for doubt in about_times if doubt is not None)


def _with_time(plan: Plan, doubt: DayDoubt) -> Doubt:
    choices = [choice_of(plan, span) for span in doubt.choices]
    if doubt.kind is DoubtKind.TODAY_OR_NEXT_WEEK and _is_past(plan, choices[0]):
        choices.reverse()
    return Doubt(doubt.kind, tuple(dict.fromkeys(choices)), doubt.read)


def _is_past(plan: Plan, choice: Choice) -> bool:
    return isinstance(choice.start, datetime) and choice.start <= plan.now


def no_such_time(plan: Plan) -> Doubt | None:
    """25:00 has lost a digit or is one of the next day."""
    start = plan.times.start
    if start is None or start.minutes < DAY_MINUTES:
        return None
    slips = (Clock(start.minutes - 10 * 60), Clock(start.minutes - DAY_MINUTES))
    choices = [_at(plan, slips[0]), _at(plan, slips[1])]
    if start.minutes == DAY_MINUTES:
        choices = [_at(plan, start), _at(plan, slips[1])]
    return Doubt(DoubtKind.NO_SUCH_TIME, tuple(choices))


def _at(plan: Plan, clock: Clock) -> Choice:
    times = replace(plan.times, start=clock)
    return choice_of(replace(plan, times=times), plan.days.span)


def half_of_day(plan: Plan) -> Doubt | None:
    """«о третій» is 15:00 in an office, and may be the night."""
    start, end = plan.times.start, plan.times.end
    if start is None or start.sure:
        return None
    early = replace(plan.times, start=Clock(start.minutes % NOON))
    late = replace(plan.times, start=Clock(start.minutes % NOON + NOON))
    if end is not None and end.minutes % DAY_MINUTES > start.minutes:
        early = replace(early, end=Clock(end.minutes % NOON))
    if end is not None and end.minutes < NOON:
        late = replace(late, end=Clock(end.minutes + NOON))
    span = plan.days.span
    choices = tuple(choice_of(replace(plan, times=times), span) for times in (late, early))
    return Doubt(DoubtKind.MORNING_OR_AFTERNOON, choices)


def gone_by(plan: Plan) -> Doubt | None:
    """A time that has passed today; «вчора» is meant to be past and asks nothing."""
    start = choice_of(plan, plan.days.span)
    today = plan.now.astimezone(plan.zone).date()
    asked = {doubt.kind for doubt in plan.days.doubts}
    if DoubtKind.TODAY_OR_NEXT_WEEK in asked or not _is_past(plan, start):
        return None
    if plan.days.span.first != today or plan.times.start is None:
        return None
    tomorrow = choice_of(plan, Span(today + DAY, today + DAY))
    return Doubt(DoubtKind.IN_THE_PAST, (tomorrow, start), start.start)


def clock_change(plan: Plan) -> Doubt | None:
    """A start or an end in the hour that the clocks skip or show twice."""
    span, times = plan.days.span, plan.times
    ends = ((span.first, times.start), (span.last, times.end))
    for day, clock in ends:
        if clock is None or not clock.exists:
            continue
        doubt = clock_doubt(literal_moment(plan, day, clock))
        if doubt is not None:
            return doubt
    return None


def ends_early(plan: Plan) -> Doubt | None:
    """15:00–14:00 of one day: the other way round, or until the next day."""
    start, end = plan.times.start, plan.times.end
    if start is None or end is None or plan.days.span.end or end.minutes > start.minutes:
        return None
    swapped = replace(plan.times, start=end, end=start)
    choices = (choice_of(replace(plan, times=swapped), plan.days.span),
               choice_of(plan, plan.days.span))  # fmt: skip
    return Doubt(DoubtKind.END_BEFORE_START, choices)
