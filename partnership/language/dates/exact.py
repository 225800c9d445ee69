"""Single days by number: «25 червня», June 25th, 25.06, 05/06/2024, 15 числа."""

from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from .calendar_days import (
    DAY,
    YEARS,
    DayDoubt,
    Days,
    Span,
    Today,
    exists,
    in_year,
    near_missing,
    one,
    said_year,
    weekday_on_or_after,
)
from .model import DoubtKind
from .rules import (
    DAY_NUMBER,
    MONTH,
    NOUNS,
    ROLE,
    WEEKDAY_AFTER,
    WEEKDAY_BEFORE,
    YEAR,
    Reading,
    Rule,
)

# «32 червня» is a slip of the pen; a greater number is something else.
LAST_SLIP = 39
# «до 15-го» is a day; «до 15-ї» and «на 15-ту» are hours.
DAY_ENDINGS = ("го", "е", "му", "st", "nd", "rd", "th")
PRONOUNS = frozenset({"you", "we", "they", "he", "she", "it", "i", "who", "partners", "delegates"})


def on_day(
    today: Today, day: int, month: int, year: int | None
) -> tuple[Span, tuple[DayDoubt, ...]] | None:
    """The day of that number, with doubts about its year; None if no calendar has it."""
    if not (1 <= month <= 12 and 1 <= day <= LAST_SLIP):
        return None
    if year is not None:
        if year not in YEARS:
            return None
        if not exists(year, month, day):
            return _missing(near_missing(year, month))
        span = one(date(year, month, day))
        return span, said_year(today, span)
    if not exists(today.day.year, month, day):
        return _missing_without_year(today, day, month)
    if (day, month) == (29, 2):
        leap_day = date(today.day.year, 2, 29)
        gone = today.plans and leap_day < today.day
        return _missing_without_year(today, day, month) if gone else (one(leap_day), ())
    return in_year(today, lambda year: one(date(year, month, day)))


def _missing(choices: tuple[Span, ...]) -> tuple[Span, tuple[DayDoubt, ...]]:
    return choices[0], (DayDoubt(DoubtKind.NO_SUCH_DATE, choices),)


def _missing_without_year(today: Today, day: int, month: int) -> tuple[Span, tuple[DayDoubt, ...]]:
    """31.06 of no year; 29.02 of a common one, where the next leap year is an answer too."""
    span, _ = in_year(today, lambda year: near_missing(year, month)[0])
    choices = near_missing(span.first.year, month)
    leap = [year for year in range(today.day.year, today.day.year + 9) if exists(year, month, day)]
    choices += tuple(one(date(year, month, day)) for year in leap[:1])
    return _missing(choices)


def with_weekday(reading: Reading, span: Span, doubts: tuple[DayDoubt, ...]) -> Days:
    """The day checked against the weekday that was said with it."""
    said = reading.number("w") if reading.number("w") is not None else reading.number("w2")
    days = Days(span, doubts=doubts, role=reading.role)
    if said is None or said == span.first.weekday() or _was_missing(doubts):
        return days
    agreeing = [choice for doubt in doubts for choice in doubt.choices]
    agreeing = [choice for choice in agreeing if choice.first.weekday() == said]
    if agreeing and agreeing[0].first >= reading.today.day:
        return days
    after = weekday_on_or_after(span.first, said)
    before = after - 7 * DAY
    near = sorted((after, before), key=lambda day: abs(day - span.first))
    choices = (span, *(one(day) for day in near if day >= reading.today.day))
    mismatch = DayDoubt(DoubtKind.WEEKDAY_MISMATCH, choices, span.first)
    return Days(span, doubts=(*doubts, mismatch), role=reading.role)


def _was_missing(doubts: tuple[DayDoubt, ...]) -> bool:
    return any(doubt.kind is DoubtKind.NO_SUCH_DATE for doubt in doubts)


def named(reading: Reading) -> Days | None:
    """«25 червня 2024 р.», «двадцять п’ятого червня», 25th of June, June 25."""
    day, month = reading.given("d"), reading.given("m")
    if reading.line.code_before(reading.found) == "street":
        return None
    found = on_day(reading.today, day, month, reading.year)
    return found and with_weekday(reading, *found)


def second_of_two(reading: Reading) -> Days | None:
    """«перенести з 4 на 5 липня» is the fifth; «ночівля з 14 на 15 червня» begins before."""
    days = named(reading)
    if days is None or " move " in reading.line.row:
        return days
    choices = (one(days.span.first - DAY), days.span)
    return replace(days, doubts=(*days.doubts, DayDoubt(DoubtKind.WHICH_DAY, choices)))


def month_first(reading: Reading) -> Days | None:
    """«June 25»; «may 5 people» and «march 3 km» are no dates."""
    text = reading.line.tokens[reading.found.first].text
    if "may" in text or "march" in text:
        before = reading.found.first
        subject = reading.line.tokens[before - 1].text.casefold() if before else ""
        if reading.line.code_after(reading.found) in {"w", "money"} or subject in PRONOUNS:
            return None
    return named(reading)


def slashed(reading: Reading) -> Days | None:
    """05/06/2024 and 05/06: day first unless it cannot be, asked about if it may be either."""
    if not _slash_is_date(reading):
        return None
    first, second, year = reading.given("d"), reading.given("m"), reading.year
    if first == second or not (first <= 12 and second <= 12):
        day, month = (second, first) if second > 12 else (first, second)
        found = on_day(reading.today, day, month, year)
        return found and with_weekday(reading, *found)
    by_day = on_day(reading.today, first, second, year)
    by_month = on_day(reading.today, second, first, year)
    if by_day is None or by_month is None:
        return None
    choices = (by_day[0], by_month[0])
    doubt = DayDoubt(DoubtKind.DAY_OR_MONTH, choices, None)
    return with_weekday(reading, by_day[0], (doubt, *by_day[1]))


def _slash_is_date(reading: Reading) -> bool:
    """«24/7» and «№ 12/05» are no dates."""
    if reading.year or reading.asked:
        return True
    text = reading.line.tokens[reading.found.last].text
    padded = len(text.strip()) == 5
    return bool(reading.role or padded) and not _is_measure(reading)


def pair(reading: Reading) -> Days | None:
    """25.06; in a sentence «версія 3.12» and «12.05 грн» are no dates."""
    day, month = reading.given("d"), reading.given("m")
    if month == 0 or month > 12 or not 1 <= day <= LAST_SLIP:
        return None
    if not reading.asked and (
        (day > 31 and not reading.role) or _is_measure(reading) or not _pair_is_date(reading)
    ):
        return None
    return named(reading)


def _pair_is_date(reading: Reading) -> bool:
    text = reading.line.tokens[reading.found.last].text.strip()
    after = reading.line.code_after(reading.found)
    padded = len(text) >= 5
    if padded or after.startswith("T") or after == "at":
        return True
    return bool(reading.role) and after != "w"


def _is_measure(reading: Reading) -> bool:
    before = reading.line.code_before(reading.found)
    return before in {"neg", "at"} or reading.line.code_after(reading.found) == "money"


def day_of_month(reading: Reading) -> Days | None:
    """«15 числа», «до 15-го», on the 25th: the next such day."""
    day = reading.given("d")
    if not 1 <= day <= 31:
        return None
    first = reading.today.day.replace(day=1)
    while not exists(first.year, first.month, day) or first.replace(day=day) < reading.today.day:
        first = (first + 31 * DAY).replace(day=1)
    return with_weekday(reading, one(first.replace(day=day)), ())


def day_of_other_month(reading: Reading) -> Days | None:
    """«5 числа наступного місяця», next month on the 5th."""
    months = {"next": 1, "this": 0, "last": -1}[reading.group("which") or "this"]
    month = reading.today.day.replace(day=1) + relativedelta(months=months)
    found = on_day(reading.today, reading.given("d"), month.month, month.year)
    return found and with_weekday(reading, *found)


def digits_ordinal(reading: Reading) -> Days | None:
    """«до 15-го», on the 25th: only in digits, and only with no noun of its own behind."""
    text = reading.line.tokens[reading.found.last].text
    after = reading.line.code_after(reading.found)
    before = reading.line.code_before(reading.found)
    if (
        before == "at"
        or after in NOUNS
        or after.startswith(("U", "W"))
        or not any(map(str.isdigit, text))
        or not text.casefold().endswith(DAY_ENDINGS)
    ):
        return None
    return day_of_month(reading)


AFTER = r"(?:UY )?" + WEEKDAY_AFTER
RULES = (
    Rule("M", r"from [NO]\d{1,2} on " + DAY_NUMBER + MONTH + YEAR, second_of_two),
    Rule("M", ROLE + WEEKDAY_BEFORE + DAY_NUMBER + MONTH + YEAR + WEEKDAY_AFTER, named),
    Rule(
        "M",
        ROLE + WEEKDAY_BEFORE + r"M(?P<m>\d+)e " + DAY_NUMBER + YEAR + WEEKDAY_AFTER,
        month_first,
    ),
    Rule(
        "D",
        ROLE + WEEKDAY_BEFORE + r"D(?P<y>\d{4})-(?P<m>\d+)-(?P<d>\d+) " + AFTER,
        named,
    ),
    Rule("F", ROLE + WEEKDAY_BEFORE + r"F(?P<d>\d+)/(?P<m>\d+)/(?P<y>\d+) " + AFTER, slashed),
    Rule("L", ROLE + WEEKDAY_BEFORE + r"L(?P<d>\d+)/(?P<m>\d+) " + WEEKDAY_AFTER, slashed),
    Rule("P", ROLE + WEEKDAY_BEFORE + r"P(?P<d>\d+)\.(?P<m>\d+) " + WEEKDAY_AFTER, pair),
)
WHICH_MONTH = r"(?P<which>next|this|last) UM "
NUMBER_RULES = (
    Rule("UM", ROLE + DAY_NUMBER + r"(?:chysla )?(?:of )?" + WHICH_MONTH, day_of_other_month),
    Rule("UM", ROLE + WHICH_MONTH + r"(?:on )?" + DAY_NUMBER + "chysla ", day_of_other_month),
    Rule("UM", ROLE + WHICH_MONTH + r"(?:on )?O(?P<d>\d{1,2}) (?!W|U)", day_of_other_month),
    Rule("", ROLE + r"[NO](?P<d>\d{1,2}) chysla ", day_of_month),
    Rule("O", r"(?P<role>on|do|til|by|from|for) O(?P<d>\d{1,2}) ", digits_ordinal),
    Rule("O", ROLE + r"W(?P<w>\d) (?:on )?O(?P<d>\d{1,2}) ", digits_ordinal),
    Rule("O", r"O(?P<d>\d{1,2}) (?=at |T|\Z)", digits_ordinal),
)
# Where a date was asked for and nothing else was found, a number alone is a day.
ASKED = Rule("", ROLE + r"[NO](?P<d>\d{1,2}) (?!\S)", day_of_month)
