"""Several days in a row: «1-5 липня», «з 30 червня по 2 липня», 25.06–27.06, «пн–ср»."""

import re
from dataclasses import replace
from datetime import date

from .calendar_days import (
    DAY,
    DayDoubt,
    Days,
    Span,
    in_year,
    month_span,
    one,
    said_year,
    weekday_on_or_after,
)
from .exact import DAY_ENDINGS, day_of_month, on_day
from .model import DoubtKind
from .rules import DAY_NUMBER, DAY_NUMBER_2, MONTH, TO, YEAR, Reading, Rule

FROM = r"(?:(?:from|between|on|in) )?"
MONTH_2 = r"(?:of )?M(?P<m2>\d+)[egn] "
HOURS = r" (?:T\d|at [NO]\d|from N\d+ (?:to|po|do) N)"
YEAR_1 = r"(?:[NO](?P<y1>20\d\d) (?:UY )?)?"


def with_weekdays(reading: Reading) -> Days | None:
    """Monday 16 to Thursday 19 September, the weekdays checked."""
    days = days_of_months(reading)
    if days is None:
        return None
    said = (reading.number("w"), reading.number("w2"))
    real = (days.span.first.weekday(), days.span.last.weekday())
    if all(each in {None, weekday} for each, weekday in zip(said, real, strict=True)):
        return days
    mismatch = DayDoubt(DoubtKind.WEEKDAY_MISMATCH, (days.span,), days.span.first)
    return replace(days, doubts=(*days.doubts, mismatch))


def days_of_months(reading: Reading) -> Days | None:
    """A range by day and month; the second month and the first year may go without saying."""
    month, month_2 = reading.number("m"), reading.number("m2")
    month = month or month_2
    month_2 = month_2 or month
    first, last = reading.given("d"), reading.given("d2")
    if not (month and month_2):
        return None
    year = reading.year
    turns = month_2 < month
    begins = reading.number("y1") or (year if year is None else year - turns)
    if begins is None:
        return _of_no_year(reading, (first, month), (last, month_2))
    start = on_day(replace(reading.today, plans=False), first, month, begins)
    end = on_day(replace(reading.today, plans=False), last, month_2, year or begins + turns)
    if start is None or end is None:
        return None
    span = Span(start[0].first, end[0].first)
    return _ordered(span, (*start[1], *end[1], *said_year(reading.today, span)))


def _of_no_year(reading: Reading, first: tuple[int, int], last: tuple[int, int]) -> Days | None:
    anyway = replace(reading.today, plans=False)
    year = reading.today.day.year
    turns = last[1] < first[1]
    start = on_day(anyway, *first, year)
    end = on_day(anyway, *last, year + turns)
    if start is None or end is None:
        return None
    if start[1] or end[1]:
        return _ordered(Span(start[0].first, end[0].first), (*start[1], *end[1]))
    if last[1] == first[1] and last < first:
        later, doubts = in_year(reading.today, lambda y: one(_day(y, first)))
        return _ordered(Span(later.first, _day(later.first.year, last)), doubts)
    span, doubts = in_year(reading.today, lambda y: Span(_day(y, first), _day(y + turns, last)))
    return Days(span, doubts=doubts, role="from")


def _day(year: int, day_month: tuple[int, int]) -> date:
    day, month = day_month
    return date(year, month, min(day, month_span(year, month).last.day))


def _ordered(span: Span, doubts: tuple[DayDoubt, ...]) -> Days:
    if span.first <= span.last:
        return Days(span, doubts=doubts, role="from")
    swapped = Span(span.last, span.first)
    doubt = DayDoubt(DoubtKind.END_BEFORE_START, (swapped, one(span.first)), span.first)
    return Days(swapped, doubts=(doubt, *doubts), role="from")


def listed(reading: Reading) -> Days | None:
    """«2 і 3 липня», «1, 3 або 5 липня»: several days, so the person chooses."""
    month, year = reading.given("m"), reading.year
    if not _is_list(reading):
        return None
    numbers = re.findall(r"\d+", f"{reading.group('more')} {reading.group('d') or ''}")
    found = [on_day(reading.today, int(number), month, year) for number in numbers]
    days = [day for day in found if day is not None]
    if len(days) < 2:
        return None
    several = DayDoubt(DoubtKind.SEVERAL_DATES, tuple(span for span, _ in days))
    return Days(days[0][0], doubts=(*days[0][1], several))


def _is_list(reading: Reading) -> bool:
    """«24, 25 серпня» and «2 і 3 липня»; in «каб. 12, 25 серпня» the first number is none."""
    line, found = reading.line, reading.found
    said = line.text[line.tokens[found.first].start : line.tokens[found.last].end]
    joined = re.search(r" (?:and|or) ", f" {reading.group('more')} ")
    return bool(joined or "," in said) and line.code_before(found) != "neg"


def listed_ordinals(reading: Reading) -> Days | None:
    """«17-го або 18-го»: of this month or the next."""
    first, last = reading.given("d"), reading.given("d2")
    texts = [reading.line.tokens[n].text for n in (reading.found.first, reading.found.last)]
    if not (first < last <= 31) or not all(text.endswith(DAY_ENDINGS) for text in texts[1:]):
        return None
    days = day_of_month(reading)
    if days is None:
        return None
    spans = (days.span, one(days.span.first + (last - first) * DAY))
    return Days(spans[0], doubts=(DayDoubt(DoubtKind.SEVERAL_DATES, spans),))


def pairs(reading: Reading) -> Days | None:
    """25.06–27.06 and 25–27.06; «12.10-14.10 грн» is none."""
    month, month_2 = reading.number("m"), reading.number("m2")
    if not 1 <= (month_2 or 0) <= 12 or (month is not None and not 1 <= month <= 12):
        return None
    if reading.line.code_after(reading.found) in {"money", "w"} and not month:
        return None
    return days_of_months(reading)


def weekdays(reading: Reading) -> Days | None:
    """«з понеділка по середу», Monday to Wednesday."""
    first, last = reading.given("w"), reading.given("w2")
    start = weekday_on_or_after(reading.today.day, first)
    if "next" in {reading.group("week"), reading.group("week2")}:
        start = weekday_on_or_after(reading.today.day, 0)
        start = start if start > reading.today.day else start + 7 * DAY
        start = weekday_on_or_after(start, first)
    span = Span(start, weekday_on_or_after(start, last))
    if re.search(HOURS, reading.line.row):
        # «пн–пт з 9 до 18»: from Monday morning to Friday evening, or so every day.
        return Days(span, doubts=(DayDoubt(DoubtKind.WHICH_RECURRENCE, (span,)),), role="from")
    return Days(span, role="from")


def days_of_month(reading: Reading) -> Days | None:
    """«25–27 числа»: the next such days."""
    first, last = reading.given("d"), reading.given("d2")
    if not 1 <= first <= last <= 31:
        return None
    today = reading.today.day
    month = today.month if today.day <= first else today.month % 12 + 1
    year = today.year + (month < today.month)
    start, end = on_day(reading.today, first, month, year), on_day(reading.today, last, month, year)
    if start is None or end is None:
        return None
    return _ordered(Span(start[0].first, end[0].first), (*start[1], *end[1]))


RULES = (
    Rule(
        "M",
        FROM
        + r"(?:(?<!- )W(?P<w>\d) )?"
        + DAY_NUMBER
        + r"(?:-|to|po|do|til|(?<=between N\d )and|(?<=between N\d\d )and) "
        + r"(?:W(?P<w2>\d) )?"
        + DAY_NUMBER_2
        + r"(?:of )?M(?P<m2>\d+)[egn] "
        + YEAR,
        with_weekdays,
    ),
    Rule(
        "M", FROM + DAY_NUMBER + MONTH + YEAR_1 + TO + DAY_NUMBER_2 + MONTH_2 + YEAR, days_of_months
    ),
    Rule(
        "M",
        FROM + r"M(?P<m>\d+)e " + DAY_NUMBER + r"(?:-|to|po|til) " + DAY_NUMBER_2 + YEAR,
        days_of_months,
    ),
    Rule(
        "M",
        FROM
        + r"M(?P<m>\d+)e "
        + DAY_NUMBER
        + YEAR_1
        + r"(?:-|to|po|til) M(?P<m2>\d+)e "
        + DAY_NUMBER_2
        + YEAR,
        days_of_months,
    ),
    Rule(
        "D",
        FROM
        + r"D(?P<y1>\d{4})-(?P<m>\d+)-(?P<d>\d+) "
        + TO
        + r"D(?P<y>\d{4})-(?P<m2>\d+)-(?P<d2>\d+) (?:UY )?",
        days_of_months,
    ),
    Rule(
        "D",
        FROM
        + r"[NP](?P<d>\d{1,2})(?:\.(?P<m>\d+))? "
        + TO
        + r"D(?P<y>\d{4})-(?P<m2>\d+)-(?P<d2>\d+) (?:UY )?",
        days_of_months,
    ),
    Rule(
        "M",
        FROM
        + r"(?P<more>(?:[NO]\d{1,2}(?:\.\d{1,2})? (?:and |or )?)+)"
        + DAY_NUMBER
        + MONTH
        + YEAR,
        listed,
    ),
    # «5,6 липня» is written like a decimal.
    Rule("M", FROM + r"(?P<more>N\d{1,2}\.\d{1,2} )" + MONTH + YEAR, listed),
    Rule(
        "O",
        r"(?:on )?O(?P<d>\d{1,2}) (?:and|or) (?:on )?O(?P<d2>\d{1,2}) (?![wW]|UH|U[WM])",
        listed_ordinals,
    ),
    Rule("P", FROM + r"P(?P<d>\d+)\.(?P<m>\d+) " + TO + r"P(?P<d2>\d+)\.(?P<m2>\d+) ", pairs),
    Rule("P", FROM + r"N(?P<d>\d{1,2}) " + TO + r"P(?P<d2>\d+)\.(?P<m2>\d+) ", pairs),
    Rule(
        "W",
        r"(?:(?P<week>next|this) UW )?(?:from )?W(?P<w>\d) (?:-|to|po|do|til) W(?P<w2>\d) "
        r"(?:(?P<week2>next|this) UW )?(?!UW)",
        weekdays,
    ),
    Rule("", FROM + r"[NO](?P<d>\d{1,2}) " + TO + r"[NO](?P<d2>\d{1,2}) chysla ", days_of_month),
)
