"""Puts days, times and a length together into starts and ends, and gathers the doubts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .calendar_days import DAY, DayDoubt, Days, Span
from .clock_change import clock_doubt, settle
from .clocks import DAY_MINUTES, NOON, OFFICE_OPENS, Clock, Times
from .model import Choice, Doubt, DoubtKind

MIDNIGHT = time()
DAY_ENDS = time(23, 59)
EVENING = 18 * 60


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
    moved: bool = False
    """Whether the time alone has gone by today, so that it is tomorrow's."""


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
        return Choice(begins, datetime.combine(span.last, DAY_ENDS, plan.zone))
    return Choice(begins)


def _last_day(plan: Plan, span: Span) -> date | None:
    if span.end is None and plan.lasts is not None and plan.lasts >= DAY:
        last = span.first + plan.lasts - DAY
        return last if last > span.first else None
    return span.end


def _moment(plan: Plan, day: date, clock: Clock) -> datetime:
    minutes = clock.minutes if clock.minutes <= DAY_MINUTES else clock.minutes - 10 * 60
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
    if start is None or (start.shown and start.minutes < DAY_MINUTES):
        return None
    if not start.shown:
        return Doubt(
            DoubtKind.NO_SUCH_TIME,
            (_at(plan, Clock(start.minutes)), _at(plan, Clock(start.minutes + 60))),
        )
    slips = (Clock(start.minutes - 10 * 60), Clock(start.minutes - DAY_MINUTES))
    choices = [_at(plan, slips[0]), _at(plan, slips[1])]
    if start.minutes == DAY_MINUTES:
        choices = [_at(plan, start), _at(plan, slips[1])]
        return Doubt(DoubtKind.WHICH_DAY, tuple(choices))
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


def _late(plan: Plan) -> Plan:
    """The plan with a time of the afternoon, if that is what the hour may mean."""
    start = plan.times.start
    if start is None or start.sure:
        return plan
    return replace(plan, times=replace(plan.times, start=Clock(start.minutes % NOON + NOON)))


def gone_by(plan: Plan) -> Doubt | None:
    """A time that has passed today; «вчора» is meant to be past and asks nothing."""
    start = choice_of(_late(plan), plan.days.span)
    today = plan.now.astimezone(plan.zone).date()
    asked = {doubt.kind for doubt in plan.days.doubts}
    if plan.moved:
        today = today + DAY
        start = choice_of(plan, Span(today - DAY, today - DAY))
        return Doubt(DoubtKind.IN_THE_PAST, (choice_of(plan, plan.days.span), start), start.start)
    if DoubtKind.TODAY_OR_NEXT_WEEK in asked or not _is_past(plan, start):
        return None
    if plan.days.span.first != today or plan.times.start is None:
        return None
    tomorrow = choice_of(plan, Span(today + DAY, today + DAY))
    return Doubt(DoubtKind.IN_THE_PAST, (tomorrow, start), start.start)


def clock_change(plan: Plan) -> Doubt | None:
    """A start or an end in the hour that the clocks skip or show twice."""
    span, best = plan.days.span, choice_of(plan, plan.days.span)
    start, end = plan.times.start, plan.times.end
    if start is not None and start.exists:
        literal = literal_moment(plan, span.first, start)
        if found := clock_doubt(literal):
            kind, moments = found
            return Doubt(kind, tuple(Choice(moment, best.end) for moment in moments), literal)
    if end is not None and end.exists:
        literal = literal_moment(plan, span.last, end)
        if found := clock_doubt(literal):
            kind, moments = found
            return Doubt(kind, tuple(Choice(best.start, moment) for moment in moments), literal)
    return None


def ends_early(plan: Plan) -> Doubt | None:
    """15:00–14:00 of one day: the other way round, or until the next day."""
    start, end = plan.times.start, plan.times.end
    if start is None or end is None or plan.days.span.end or end.minutes > start.minutes:
        return None
    swapped = replace(plan.times, start=end, end=start)
    choices = [choice_of(replace(plan, times=swapped), plan.days.span),
               choice_of(plan, plan.days.span)]  # fmt: skip
    if start.minutes >= EVENING and end.minutes < OFFICE_OPENS * 60:
        choices.reverse()
    return Doubt(DoubtKind.END_BEFORE_START, tuple(choices))
