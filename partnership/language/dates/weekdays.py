"""Weekdays: «у четвер», «наступної п’ятниці», next Friday, «третій вівторок лютого», weekends."""

from dataclasses import replace
from datetime import date
from functools import partial

from dateutil.relativedelta import relativedelta

from .calendar_days import (
    DAY,
    DayDoubt,
    Days,
    Span,
    in_year,
    month_span,
    one,
    week_of,
    weekday_on_or_after,
)
from .line import Found, Line
from .model import DoubtKind
from .rules import ROLE, Reading, Rule

# «sat», «sun» and «wed» are words too.
SHORT = 3
WEEK = 7 * DAY


def listed_weekdays(reading: Reading) -> Days | None:
    """«у понеділок і середу», «пн, ср, пт»: several days, so the person chooses."""
    if reading.line.code_before(reading.found) == "from":
        return None
    said = [int(code[1]) for code in (reading.group("days") or "").split() if code[0] == "W"]
    spans = tuple(one(weekday_on_or_after(reading.today.day, number)) for number in said)
    first = _coming_weekday(reading, said[0])
    return replace(first, doubts=(*first.doubts, DayDoubt(DoubtKind.SEVERAL_DATES, spans)), role="")


def weekday(reading: Reading) -> Days | None:
    """«у четвер», «наступної п’ятниці», next Friday, «у вівторок наступного тижня»."""
    said = reading.given("w")
    which = reading.group("which") or reading.group("week")
    if which is None and not _stands_alone(reading):
        return None
    if which == "next":
        return _next_weekday(reading, said, certain=reading.group("week") is not None)
    if which == "fin" and reading.today.plans:
        return _last_of_something(reading, said)
    if which in {"last", "fin"}:
        day = weekday_on_or_after(reading.today.day - WEEK, said)
        if reading.group("week"):
            day = week_of(reading.today.day - WEEK).first + said * DAY
        return Days(one(day), role=reading.role)
    if which == "this":
        return _this_weekday(reading, said)
    if reading.role == "po" and " from " not in reading.line.row:
        # «по пн» is every Monday; «по понеділок» is until one.
        coming = _coming_weekday(reading, said)
        return replace(coming, doubts=(DayDoubt(DoubtKind.WHICH_RECURRENCE, (coming.span,)),))
    return _coming_weekday(reading, said)


def _last_of_something(reading: Reading, said: int) -> Days:
    """«останньої п’ятниці» is the last of this month, or the one that has been."""
    today = reading.today.day
    day = nth_weekday_of(today, said, None)
    gone = weekday_on_or_after(today - WEEK, said)
    return Days(one(day), doubts=(DayDoubt(DoubtKind.WHICH_DAY, (one(day), one(gone))),))


def _stands_alone(reading: Reading) -> bool:
    """A weekday without a preposition may be a surname or a verb: «пані Середа», we sat."""
    line, found = reading.line, reading.found
    text = line.tokens[found.last].text.removesuffix("'s").removesuffix("’s")
    if reading.role or reading.group("about") or reading.asked or _is_part_of(line, found):
        return True
    if found.first and line.tokens[found.first - 1].text.casefold() == "the":
        return False
    if line.code_before(found) == "ttl" or line.code_before(found).startswith("O"):
        return False
    after = line.code_after(found)
    if len(text) == len("пт") and after.startswith("N"):
        return True
    if text.isascii() and text.islower() and len(text) <= SHORT:
        return after.startswith(("T", "P", "~"))
    comma = line.text[: line.tokens[found.first].start].rstrip()[-1:] in {",", "(", "—", "–"}
    if comma and text.islower() and not text.isascii() and not after.startswith("w"):
        return True
    beside = after.startswith(("T", "P", "~", "Y")) or after in {"at", "on"}
    beside = beside or line.code_before(found).startswith(("T", "~"))
    # Friday alone is a day, «Friday Kahlo» is a name.
    names = after[:1] in {"w", "Y"} and line.text_after(found).istitle()
    if text.isascii() and names:
        return False
    return beside or (text.isascii() and text.istitle() and len(text) > SHORT)


def _is_part_of(line: Line, found: Found) -> bool:
    """«до обіду п’ятниці», «ранок понеділка»."""
    return line.code_before(found) == "lunch" or line.code_before(found).startswith("Y")


def _coming_weekday(reading: Reading, said: int) -> Days:
    today = reading.today.day
    day = weekday_on_or_after(today, said)
    if reading.today.past:
        return Days(one(weekday_on_or_after(today - WEEK, said)), role=reading.role)
    if day != today or not reading.today.plans:
        return Days(one(day), role=reading.role)
    choices = (one(day), one(day + WEEK))
    return Days(
        one(day), doubts=(DayDoubt(DoubtKind.TODAY_OR_NEXT_WEEK, choices),), role=reading.role
    )


def _next_weekday(reading: Reading, said: int, *, certain: bool) -> Days:
    today = reading.today.day
    day = week_of(today + WEEK).first + said * DAY
    coming = weekday_on_or_after(today + DAY, said)
    doubts: tuple[DayDoubt, ...] = ()
    if coming != day and not certain:
        doubts = (DayDoubt(DoubtKind.THIS_OR_NEXT_WEEK, (one(day), one(coming))),)
    return Days(one(day), doubts=doubts, role=reading.role)


def _this_weekday(reading: Reading, said: int) -> Days:
    today = reading.today.day
    day = week_of(today).first + said * DAY
    if day >= today or not reading.today.plans:
        return Days(one(day), role=reading.role)
    choices = (one(day + WEEK), one(day))
    return Days(choices[0], doubts=(DayDoubt(DoubtKind.IN_THE_PAST, choices, day),))


def week_later(reading: Reading) -> Days | None:
    """Tuesday week, a week on Thursday: in English seven days after the coming one."""
    if not reading.line.tokens[reading.found.last].text.isascii():
        return None
    coming = weekday_on_or_after(reading.today.day + DAY, reading.given("w"))
    return Days(one(coming + (reading.number("n") or 1) * WEEK))


def nth_weekday(reading: Reading) -> Days | None:
    """«третій вівторок лютого», «в останню п’ятницю місяця», the first Monday of June."""
    if reading.line.code_before(reading.found) in {"and", "or"}:
        # «першого й третього понеділка» is a series or two days, and one of them would be wrong.
        return None
    if reading.number("m") is not None:
        return _nth_of_month(reading)
    if reading.group("unit") is None and not (reading.role and reading.number("o")):
        return None
    which = reading.group("which")
    first = reading.today.day.replace(day=1)
    first += relativedelta(months={"next": 1, "last": -1}.get(which or "", 0))
    day = _nth(first, reading)
    if day < reading.today.day and which is None:
        day = _nth(first + relativedelta(months=1), reading)
    return Days(one(day), role=reading.role)


def _nth_of_month(reading: Reading) -> Days:
    """The nth weekday of a named month; a fifth one that the month does not have is asked about."""
    month, year = reading.given("m"), reading.year
    doubts: tuple[DayDoubt, ...] = ()
    if year is not None:
        span = _in_month_of(reading, month, year)
    else:
        span, doubts = in_year(reading.today, partial(_in_month_of, reading, month))
    if span.first.month == month:
        return Days(span, doubts=doubts, role=reading.role)
    choices = (one(span.first - WEEK), span)
    return Days(choices[0], doubts=(DayDoubt(DoubtKind.NO_SUCH_DATE, choices),))


def _in_month_of(reading: Reading, month: int, year: int) -> Span:
    return one(_nth(date(year, month, 1), reading))


def _nth(month: date, reading: Reading) -> date:
    """The weekday of a month that was said: its nth, or its last."""
    return nth_weekday_of(month, reading.given("w"), reading.number("o"))


def nth_weekday_of(month: date, weekday: int, nth: int | None) -> date:
    """The nth such weekday of a month, the last one if None; a fifth may fall into the next."""
    span = month_span(month.year, month.month)
    if nth is None:
        return weekday_on_or_after(span.last - 6 * DAY, weekday)
    return weekday_on_or_after(span.first, weekday) + (nth - 1) * WEEK


def weekend(reading: Reading) -> Days | None:
    """«на вихідних», next weekend: Saturday and Sunday."""
    which = reading.group("which")
    if not (which or reading.role or reading.asked):
        return None
    week = reading.today.day + {"next": WEEK, "last": -WEEK}.get(which or "", 0 * DAY)
    sunday = week_of(week).last
    return Days(Span(sunday - DAY, sunday), role=reading.role)


WHICH = r"(?:(?P<which>next|this|last|fin) )?"
RULES = (
    Rule(
        "W",
        ROLE + r"(?:O(?P<o>[1-5])|fin|last) W(?P<w>\d) (?:of |in |on )?"
        r"(?:M(?P<m>\d+)[egnl] (?:[NO](?P<y>20\d\d) (?:UY )?)?|(?:(?P<which>next|this|last) )?"
        r"(?P<unit>UM) )",
        nth_weekday,
    ),
    Rule("W", r"(?P<role>on) O(?P<o>[1-4]) W(?P<w>\d) ", nth_weekday),
    Rule("U", ROLE + r"W(?P<w>\d) (?:on )?(?P<week>next|this|last) UW ", weekday),
    Rule("U", ROLE + r"(?P<week>next|this|last) UW (?:on )?W(?P<w>\d) ", weekday),
    Rule("UW", r"(?:on )?W(?P<w>\d) UW ", week_later),
    Rule("UW", r"(?:a|N(?P<n>\d)) UW on W(?P<w>\d) ", week_later),
    Rule("W", r"(?:on )?(?P<days>W\d (?:(?:and |or )?(?:on )?W\d )+)", listed_weekdays),
    Rule("W", ROLE + WHICH + r"W(?P<w>\d) ", weekday),
    Rule("X", ROLE + r"(?:(?P<which>next|this|last) )?Xwknd ", weekend),
)
