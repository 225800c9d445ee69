"""Days counted from today: завтра, через три дні, in two weeks, наступної п’ятниці, a week ago."""

from datetime import date, timedelta

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
from .line import TAKEN
from .model import DoubtKind, Precision
from .rules import DEADLINES, ROLE, Reading, Rule

# «sat», «sun» and «wed» are words too.
SHORT = 3
AMOUNT = r"(?:N(?P<n>\d{1,3}) |(?P<half>half) |a )?"


def near_day(reading: Reading) -> Days:
    """Сьогодні, завтра, позавчора; a weekday said with it is checked."""
    day = reading.today.day + timedelta(days=reading.number("a") or 0)
    said = reading.number("w")
    if said is None or said == day.weekday():
        return Days(one(day), role=reading.role)
    choices = (one(day), one(weekday_on_or_after(reading.today.day, said)))
    doubt = DayDoubt(DoubtKind.WEEKDAY_MISMATCH, choices, day)
    return Days(one(day), doubts=(doubt,), role=reading.role)


def after_tomorrow(reading: Reading) -> Days:
    """The day after tomorrow, which English has no word for."""
    return Days(one(reading.today.day + 2 * DAY), role=reading.role)


def listed_weekdays(reading: Reading) -> Days:
    """«у понеділок і середу», «пн, ср, пт»: several days, so the person chooses."""
    said = [int(code[1]) for code in (reading.found.groups["days"] or "").split() if code[0] == "W"]
    spans = tuple(one(weekday_on_or_after(reading.today.day, number)) for number in said)
    return Days(spans[0], doubts=(DayDoubt(DoubtKind.SEVERAL_DATES, spans),))


def weekday(reading: Reading) -> Days | None:
    """«у четвер», «наступної п’ятниці», next Friday, «у вівторок наступного тижня»."""
    said = reading.number("w")
    assert said is not None
    which = reading.found.groups.get("which") or reading.found.groups.get("week")
    if which is None and not _stands_alone(reading):
        return None
    if which == "next":
        return _next_weekday(reading, said, certain=reading.found.groups.get("week") is not None)
    if which == "fin" and reading.today.plans:
        return _last_of_something(reading, said)
    if which in {"last", "fin"}:
        day = weekday_on_or_after(reading.today.day - 7 * DAY, said)
        if reading.found.groups.get("week"):
            day = week_of(reading.today.day - 7 * DAY).first + said * DAY
        return Days(one(day), role=reading.role)
    if which == "this":
        return _this_weekday(reading, said)
    return _coming_weekday(reading, said)


def _last_of_something(reading: Reading, said: int) -> Days:
    """«останньої п’ятниці» is the last of this month, or the one that has been."""
    today = reading.today.day
    day = _nth(today.year, today.month, said, None)
    gone = weekday_on_or_after(today - 7 * DAY, said)
    return Days(one(day), doubts=(DayDoubt(DoubtKind.WHICH_DAY, (one(day), one(gone))),))


def _stands_alone(reading: Reading) -> bool:
    """A weekday without a preposition may be a surname or a verb: «пані Середа», we sat."""
    if reading.role or reading.asked:
        return True
    line, found = reading.line, reading.found
    text = line.tokens[found.last].text
    if line.code_before(found) == "ttl" or line.code_before(found).startswith("O"):
        return False
    after = line.code_after(found)
    if text.isascii() and text.islower() and len(text) <= SHORT:
        return after.startswith(("T", "P", "~"))
    beside = after.startswith(("T", "P", "~", "Y")) or after in {"at", "on"}
    beside = beside or line.code_before(found).startswith(("T", "~"))
    return beside or (text.isascii() and text.istitle() and len(text) > SHORT)


def _coming_weekday(reading: Reading, said: int) -> Days:
    today = reading.today.day
    day = weekday_on_or_after(today, said)
    if reading.today.past:
        return Days(one(weekday_on_or_after(today - 7 * DAY, said)), role=reading.role)
    if day != today or not reading.today.plans:
        return Days(one(day), role=reading.role)
    choices = (one(day), one(day + 7 * DAY))
    return Days(
        one(day), doubts=(DayDoubt(DoubtKind.TODAY_OR_NEXT_WEEK, choices),), role=reading.role
    )


def _next_weekday(reading: Reading, said: int, *, certain: bool) -> Days:
    today = reading.today.day
    day = week_of(today + 7 * DAY).first + said * DAY
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
    choices = (one(day + 7 * DAY), one(day))
    return Days(choices[0], doubts=(DayDoubt(DoubtKind.IN_THE_PAST, choices, day),))


def shifted(reading: Reading) -> Days | None:
    """«через три дні», «за тиждень», in two weeks, «тиждень тому»."""
    unit = reading.found.groups["u"]
    ago = reading.found.groups.get("ago") is not None
    if not ago and _counts_back_from_something(reading):
        return None
    amount = reading.number("n") or 1
    amount *= -1 if ago else 1
    if reading.found.groups.get("half"):
        if unit != "Y":
            return None
        unit, amount = "M", 6 * amount
    day = reading.today.day + step(unit or "D", amount)
    said = reading.number("w")
    if said is not None:
        day = week_of(day).first + said * DAY
    return Days(one(day), role=reading.role if reading.role in DEADLINES else "")


def step(unit: str, amount: int) -> relativedelta:
    """So many days, weeks, months, quarters or years."""
    return {
        "D": relativedelta(days=amount),
        "W": relativedelta(weeks=amount),
        "F": relativedelta(weeks=2 * amount),
        "M": relativedelta(months=amount),
        "Q": relativedelta(months=3 * amount),
        "Y": relativedelta(years=amount),
    }[unit]


def _counts_back_from_something(reading: Reading) -> bool:
    """«за тиждень до візиту» is not in a week, «звіт за тиждень» is about one."""
    line, found = reading.line, reading.found
    if line.code_after(found) in {"do", "before", "after", "of", TAKEN}:
        return True
    return line.code_before(found) == "rep"


def nth_weekday(reading: Reading) -> Days | None:
    """«третій вівторок лютого», «в останню п’ятницю місяця», the first Monday of June."""
    groups, today = reading.found.groups, reading.today
    if reading.line.code_before(reading.found) in {"and", "or"}:
        # «першого й третього понеділка» is a series or two days, and one of them would be wrong.
        return None
    said, nth, month = reading.number("w"), reading.number("o"), reading.number("m")
    assert said is not None
    if month is not None:
        year = reading.number("y")
        if year is not None:
            return Days(one(_nth(year, month, said, nth)), role=reading.role)
        span, doubts = in_year(today, lambda year: one(_nth(year, month, said, nth)))
        return Days(span, doubts=doubts, role=reading.role)
    if groups.get("unit") is None and not (reading.role and nth):
        return None
    shift = {"next": 1, "last": -1}.get(groups.get("which") or "", 0)
    first = today.day.replace(day=1) + relativedelta(months=shift)
    day = _nth(first.year, first.month, said, nth)
    if day >= today.day or groups.get("which"):
        return Days(one(day), role=reading.role)
    first += relativedelta(months=1)
    return Days(one(_nth(first.year, first.month, said, nth)), role=reading.role)


def _nth(year: int, month: int, weekday: int, nth: int | None) -> date:
    """The nth such weekday of a month, the last one if None."""
    span = month_span(year, month)
    if nth is None:
        return weekday_on_or_after(span.last - 6 * DAY, weekday)
    return weekday_on_or_after(span.first, weekday) + (min(nth, 5) - 1) * 7 * DAY


def weekend(reading: Reading) -> Days | None:
    """«на вихідних», next weekend: Saturday and Sunday."""
    which = reading.found.groups.get("which")
    if not (which or reading.role or reading.asked):
        return None
    week = reading.today.day + {"next": 7, "last": -7}.get(which or "", 0) * DAY
    sunday = week_of(week).last
    return Days(Span(sunday - DAY, sunday), Precision.DAY, role=reading.role)


WHICH = r"(?:(?P<which>next|this|last|fin) )?"
RULES = (
    Rule("A", ROLE + r"UD after A1 ", after_tomorrow),
    Rule("A", ROLE + r"A(?P<a>-?\d) (?:(?:on )?W(?P<w>\d) )?", near_day),
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
    Rule(
        "U",
        r"(?P<role>after|in|za) "
        + AMOUNT
        + r"U(?P<u>[DWMYQF])g? (?:from A0 |time )?(?:on W(?P<w>\d) )?",
        shifted,
    ),
    Rule("U", AMOUNT + r"U(?P<u>[DWMYQF])g? (?P<ago>ago) ", shifted),
    Rule("U", AMOUNT + r"U(?P<u>[DWMYQF])g? from (?:now|A0) ", shifted),
    Rule("W", r"(?:on )?(?P<days>W\d (?:(?:and |or )?(?:on )?W\d )+)", listed_weekdays),
    Rule("W", ROLE + WHICH + r"W(?P<w>\d) ", weekday),
    Rule("Y", ROLE + r"this (?=Y)", near_day),
    Rule("X", ROLE + r"(?:(?P<which>next|this|last) )?Xwknd ", weekend),
)
