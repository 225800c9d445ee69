"""Parts of a longer stretch: «на початку липня», mid-July, «до кінця місяця», «до липня»."""

from datetime import date

from dateutil.relativedelta import relativedelta

from .calendar_days import DAY, DayDoubt, Days, Span, one
from .model import DoubtKind, Precision
from .rules import DEADLINES, Reading

# A third of these is so many whole months; a third of a month or a week is counted in days.
MONTHS_IN_A_THIRD = {Precision.QUARTER: 1, Precision.SEASON: 1, Precision.YEAR: 4}
FINER = {
    Precision.WEEK: Precision.DAY,
    Precision.MONTH: Precision.MONTH_PART,
    Precision.QUARTER: Precision.MONTH,
    Precision.SEASON: Precision.MONTH,
    Precision.YEAR: Precision.MONTH,
}


def framed(
    reading: Reading, span: Span, precision: Precision, doubts: tuple[DayDoubt, ...]
) -> Days:
    """The span with what was said before it: an edge, a deadline, both or neither."""
    edge, deadline = reading.group("edge"), reading.role in DEADLINES
    if edge is None:
        if deadline:
            return _deadline(span, precision, doubts)
        return Days(span, precision, doubts, reading.role)
    if edge == "beg" and reading.role == "from":
        return Days(one(span.first), FINER.get(precision, precision), doubts, "from")
    if not deadline:
        return Days(_part(span, precision, edge), FINER.get(precision, precision), doubts)
    if edge == "end":
        return _last_day(span, precision, doubts)
    part = _part(span, precision, edge)
    first = _part(span, precision, "O1 half").last if edge == "mid" else part.first
    return _one_of(first, part.last, doubts)


def _part(span: Span, precision: Precision, edge: str) -> Span:
    """A third, a half or ten days of the span."""
    second, third = _thirds(span, precision)
    half = _half(span, precision)
    return {
        "beg": Span(span.first, second - DAY),
        "mid": Span(second, third - DAY),
        "end": Span(third, span.last),
        "O1 decade": Span(span.first, span.first + 9 * DAY),
        "O2 decade": Span(span.first + 10 * DAY, span.first + 19 * DAY),
        "fin decade": Span(span.first + 20 * DAY, span.last),
        "O3 decade": Span(span.first + 20 * DAY, span.last),
        "O1 half": Span(span.first, half - DAY),
        "O2 half": Span(half, span.last),
    }[edge]


def _thirds(span: Span, precision: Precision) -> tuple[date, date]:
    """The first days of the second and of the last third."""
    months = MONTHS_IN_A_THIRD.get(precision)
    if months is not None:
        step = relativedelta(months=months)
        return span.first + step, span.first + 2 * step
    days = max(_length(span) // 3, 1) * DAY
    return span.first + days, span.first + 2 * days


def _half(span: Span, precision: Precision) -> date:
    """The first day of the second half; the second half of a year begins in July."""
    if precision is Precision.YEAR:
        return span.first + relativedelta(months=6)
    return span.first + max(_length(span) // 2, 1) * DAY


def _length(span: Span) -> int:
    return (span.last - span.first).days + 1


def _last_day(span: Span, precision: Precision, doubts: tuple[DayDoubt, ...]) -> Days:
    """The end of a week is Friday in an office and Sunday in the calendar."""
    if precision is Precision.WEEK:
        return _one_of(span.last - 2 * DAY, span.last, doubts)
    return Days(one(span.last), doubts=doubts, role="do")


def _deadline(span: Span, precision: Precision, doubts: tuple[DayDoubt, ...]) -> Days:
    """«до липня» may end before July or with it."""
    if span.first == span.last:
        return Days(span, precision, doubts, "do")
    return _one_of(span.first - DAY, span.last, doubts)


def _one_of(likelier: date, other: date, doubts: tuple[DayDoubt, ...]) -> Days:
    choices = (one(likelier), one(other))
    doubt = DayDoubt(DoubtKind.WHICH_DAY, choices)
    return Days(choices[0], doubts=(*doubts, doubt), role="do")
