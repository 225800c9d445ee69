"""Longer stretches: a week, a month or its end, a quarter, a season, a year."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from .calendar_days import DAY, DayDoubt, Days, Span, in_year, month_span, one, week_of
from .edges import framed
from .model import Expectation, Precision
from .rules import YEAR, Reading, Rule

SHIFTS = {"next": 1, "this": 0, "last": -1, "prelast": -2, "postnext": 2}
SATURDAY = 5
ADVERBS = frozenset({"взимку", "узимку", "зимою", "навесні", "весною", "влітку", "улітку",
                     "літом", "восени"})  # fmt: skip
FRAMES = ("role", "edge", "which", "which_year", "y", "locative")
EDGE = r"(?:(?P<edge>beg|mid|end|O1 half|O2 half|(?:O[123]|fin) decade) (?:- )?(?:of )?)?"
ROLE = r"(?:(?P<role>on|in|for|do|til|to|by|from|za|po|at|before) )?"
# «торік у вересні», next year in May
YEAR_BEFORE = ROLE + r"(?P<which_year>next|this|last) UY (?:on |in )?"
WHICH = r"(?:(?P<which>next|this|last|prelast|postnext) )?"


def month(reading: Reading) -> Days | None:
    """«у червні», next March, «на початку липня», «до кінця травня 2025 року»."""
    if not _has_frame(reading):
        return None
    number, year = reading.given("m"), reading.year
    if year is not None:
        return framed(reading, month_span(year, number), Precision.MONTH, ())
    shift = reading.group("which")
    if shift == "last":
        today = reading.today.day
        year = today.year if date(today.year, number, 1) + 27 * DAY < today else today.year - 1
        return framed(reading, month_span(year, number), Precision.MONTH, ())
    span, doubts = in_year(reading.today, lambda year: month_span(year, number))
    return framed(reading, span, Precision.MONTH, doubts)


def _has_frame(reading: Reading) -> bool:
    """A month alone in a sentence is a date only with a preposition, an edge or a year."""
    groups = reading.found.groups
    if groups.get("genitive") and groups.get("role") in {"at", "on"}:
        # «2O червня» with a letter for the zero; «у червні» is a locative.
        return any(groups.get(name) for name in ("edge", "which", "y"))
    if groups.get("role") == "to" and not re.search(" (?:from|move|~) ", reading.line.row):
        # «talk to April»
        return reading.asked
    framed = any(groups.get(name) for name in FRAMES)
    return framed or reading.asked


def months(reading: Reading) -> Days | None:
    """«з липня по вересень», «у липні-серпні», July–September 2024."""
    first, last = reading.given("m"), reading.given("m2")
    if " move " in reading.line.row and reading.group("from"):
        # «перенести з червня на вересень»: the second is meant.
        reading = replace(reading, found=replace(reading.found, groups={"m": str(last)}))
        return month(replace(reading, expect=Expectation.DATE))
    turns = last < first
    said, begins = reading.year, reading.number("y1")
    if said is not None or begins is not None:
        ends = said if said is not None else (begins or 0) + turns
        begins = ends - turns if begins is None else begins
        span = _months(begins, first, ends, last)
        return Days(span, Precision.MONTH) if span.first < span.last else None
    span, doubts = in_year(reading.today, lambda year: _months(year, first, year + turns, last))
    return Days(span, Precision.MONTH, doubts)


def _months(year: int, month: int, last_year: int, last_month: int) -> Span:
    return Span(date(year, month, 1), month_span(last_year, last_month).last)


def season(reading: Reading) -> Days | None:
    """«восени», in summer 2025; winter is named by the year it begins in."""
    groups = reading.found.groups
    said = reading.line.tokens[reading.found.first : reading.found.last + 1]
    adverb = any(token.text.casefold() in ADVERBS for token in said)
    if not (adverb or _has_frame(reading)):
        return None
    number, year = reading.given("s"), reading.year
    if year is not None:
        return framed(reading, _season(year, number), Precision.SEASON, ())
    if groups.get("which") in {"next", "last"}:
        year = reading.today.day.year + SHIFTS[groups["which"] or ""]
        return framed(reading, _season(year, number), Precision.SEASON, ())
    span, _ = in_year(reading.today, lambda year: _season(year, number))
    return framed(reading, span, Precision.SEASON, ())


def _season(year: int, number: int) -> Span:
    first = date(year - 1, 12, 1) + relativedelta(months=3 * (number - 1))
    if number == 1:
        first = date(year, 12, 1)
    return Span(first, first + relativedelta(months=3) - DAY)


def year(reading: Reading) -> Days | None:
    """«за 2023 рік», in 2025."""
    number = reading.given("y")
    if not (reading.role or reading.asked or reading.group("unit")):
        return None
    return framed(reading, Span(date(number, 1, 1), date(number, 12, 31)), Precision.YEAR, ())


def years(reading: Reading) -> Days | None:
    """«у 2019–2023 роках»."""
    first, last = reading.year or 0, reading.number("y2") or 0
    if first > last:
        return None
    return Days(Span(date(first, 1, 1), date(last, 12, 31)), Precision.YEAR)


def nth_unit(reading: Reading) -> Days:
    """«останній день місяця», the first week of July."""
    month, nth = reading.number("m"), reading.number("o")
    doubts: tuple[DayDoubt, ...] = ()
    if month is None:
        span, _ = _unit(reading.today.day, "M", SHIFTS[reading.group("which") or "this"])
    elif (said := reading.year) is not None:
        span = month_span(said, month)
    else:
        span, doubts = in_year(reading.today, lambda year: month_span(year, month))
    length = DAY if reading.group("u") == "D" else 7 * DAY
    first = span.last - length + DAY if nth is None else span.first + (nth - 1) * length
    if reading.group("work"):
        first = _nth_working_day(span, nth)
    precision = Precision.DAY if reading.group("u") == "D" else Precision.WEEK
    return Days(Span(first, min(first + length - DAY, span.last)), precision, doubts, reading.role)


def _nth_working_day(span: Span, nth: int | None) -> date:
    """The first, second… working day, the last one if None; holidays are not known of."""
    days = [span.first + n * DAY for n in range((span.last - span.first).days + 1)]
    working = [day for day in days if day.weekday() < SATURDAY]
    return working[-1 if nth is None else nth - 1]


def quarter(reading: Reading) -> Days:
    """«третій квартал», «у II кварталі 2025 року»."""
    number, said = reading.number("q") or 1, reading.year
    if said is not None:
        return framed(reading, _quarter(said, number), Precision.QUARTER, ())
    span, doubts = in_year(reading.today, lambda year: _quarter(year, number))
    return framed(reading, span, Precision.QUARTER, doubts)


def _quarter(year: int, number: int) -> Span:
    first = date(year, 3 * number - 2, 1)
    return Span(first, first + relativedelta(months=3) - DAY)


def unit(reading: Reading) -> Days | None:
    """«цього тижня», «минулого місяця», next year, «до кінця місяця»."""
    groups = reading.found.groups
    which, edge = groups.get("which"), groups.get("edge")
    if groups.get("after"):
        which = "postnext"
    if which is None and edge is None:
        return None
    if groups["u"] == "D" and edge not in {None, "end"}:
        return None
    shift = SHIFTS[which or "this"]
    said = reading.year
    if said is not None:
        if groups["u"] != "Y":
            return None
        return framed(reading, Span(date(said, 1, 1), date(said, 12, 31)), Precision.YEAR, ())
    today = reading.today.day
    span, precision = _unit(today, groups["u"] or "D", shift)
    return framed(reading, span, precision, ())


def _unit(today: date, unit: str, shift: int) -> tuple[Span, Precision]:
    if unit == "D":
        return one(today + timedelta(days=shift)), Precision.DAY
    if unit == "W":
        return week_of(today + timedelta(weeks=shift)), Precision.WEEK
    if unit == "M":
        first = today.replace(day=1) + relativedelta(months=shift)
        return month_span(first.year, first.month), Precision.MONTH
    if unit == "Q":
        first = today.replace(day=1) + relativedelta(months=3 * shift)
        return _quarter(first.year, (first.month + 2) // 3), Precision.QUARTER
    year = today.year + shift
    return Span(date(year, 1, 1), date(year, 12, 31)), Precision.YEAR


RULES = (
    Rule(
        "M",
        r"(?:(?P<from>from) |on |in |between |for )?M(?P<m>\d+)[egnl] "
        r"(?:N(?P<y1>20\d\d) (?:UY )?)?(?:-|po|to|til|do|and) (?:on )?"
        r"M(?P<m2>\d+)[egnl] " + YEAR,
        months,
    ),
    Rule(
        "U",
        ROLE
        + r"(?:O(?P<o>[1-4])|fin|last) (?P<work>work )?U(?P<u>[DW])g? (?:of |in )?"
        + r"(?:M(?P<m>\d+)[egnl] "
        + YEAR
        + r"|(?:(?P<which>next|this|last) )?UM )",
        nth_unit,
    ),
    Rule("UY", YEAR_BEFORE + r"M(?P<m>\d+)[egnl] ", month),
    Rule("UY", YEAR_BEFORE + r"S(?P<s>\d) ", season),
    Rule(
        "M",
        ROLE + EDGE + WHICH + r"M(?P<m>\d+)(?:(?P<genitive>g)|[en]|(?P<locative>l)) " + YEAR,
        month,
    ),
    Rule("S", ROLE + EDGE + WHICH + r"S(?P<s>\d) (?:of )?" + YEAR + r"(?:N20\d\d )?", season),
    Rule("UQ", ROLE + EDGE + r"[NO](?P<q>[1-4]) UQ (?:of )?" + YEAR, quarter),
    Rule("U", ROLE + EDGE + WHICH + r"U(?P<u>[DWMQY])g? " + YEAR, unit),
    Rule("U", ROLE + r"U(?P<u>[WMY]) after (?P<after>next) ", unit),
    Rule("UY", ROLE + r"N(?P<y>(?:19|20)\d\d) (?:-|po|do|to) N(?P<y2>(?:19|20)\d\d) UY ", years),
    Rule(
        "",
        r"(?:from|between|on) N(?P<y>(?:19|20)\d\d) (?:-|po|do|to|and) N(?P<y2>(?:19|20)\d\d) ",
        years,
    ),
    Rule("", ROLE + EDGE + r"[NO](?P<y>(?:19|20)\d\d) (?P<unit>UY )?", year),
)
