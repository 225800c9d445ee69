"""Days counted from today: завтра, «через три дні», in two weeks, «тиждень тому»."""

from datetime import timedelta

from dateutil.relativedelta import relativedelta

from .calendar_days import DAY, DayDoubt, Days, one, week_of, weekday_on_or_after
from .line import TAKEN
from .model import DoubtKind
from .rules import DEADLINES, ROLE, Reading, Rule

AMOUNT = r"(?:N(?P<n>\d{1,3}) |(?P<half>half) |N(?P<more>1\.5) |a )?"
SATURDAY = 5
# What «півтора» adds to one.
HALVES = {"Y": relativedelta(months=6), "M": relativedelta(days=15)}
UNIT = r"U(?P<u>[DWMYQF])g? "


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


def shifted(reading: Reading) -> Days | None:
    """«через три дні», «за тиждень», in two weeks, «тиждень тому»."""
    unit = reading.group("u")
    ago = reading.group("ago") is not None
    if not ago and _counts_back_from_something(reading):
        return None
    amount = reading.number("n") or 1
    amount *= -1 if ago else 1
    if reading.group("half"):
        if unit != "Y":
            return None
        unit, amount = "M", 6 * amount
    day = reading.today.day + step(unit or "D", amount)
    if reading.group("more"):
        if unit not in HALVES:
            return None
        day += HALVES[unit]
    said = reading.number("w")
    if said is not None:
        day = week_of(day).first + said * DAY
    if "через день" in reading.line.text.casefold() and unit == "D" and not ago:
        # tomorrow's next, or every second day
        choices = (one(day), one(day + DAY))
        return Days(one(day), doubts=(DayDoubt(DoubtKind.WHICH_DAY, choices),))
    return Days(one(day), role=reading.role if reading.role in DEADLINES else "")


def working_days(reading: Reading) -> Days:
    """«через 3 робочі дні»: Saturdays and Sundays are not counted, holidays are."""
    day, left = reading.today.day, reading.given("n")
    while left > 0:
        day += DAY
        left -= day.weekday() < SATURDAY
    return Days(one(day))


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
    if line.text.startswith(",", line.tokens[found.last].end):
        # «за місяць, 12 липня» says the day twice.
        return False
    if line.code_after(found) in {"do", "before", "after", "of", TAKEN}:
        return True
    return line.code_before(found) == "rep"


RULES = (
    Rule("U", AMOUNT + UNIT + r"from (?:now|A0) ", shifted),
    Rule("A", ROLE + r"UD after A1 ", after_tomorrow),
    Rule("A", ROLE + r"A(?P<a>-?\d) (?:UDg? )?(?:(?:on )?W(?P<w>\d) )?", near_day),
    Rule("Y", ROLE + r"this (?=Y)", near_day),
    Rule(
        "U",
        r"(?P<role>after|in|za) " + AMOUNT + UNIT + r"(?:from A0 |time )?(?:on W(?P<w>\d) )?",
        shifted,
    ),
    Rule("U", AMOUNT + UNIT + r"(?P<ago>ago) (?:on W(?P<w>\d) )?", shifted),
    Rule("U", r"(?P<role>after|in|za) N(?P<n>\d{1,2}) work UD ", working_days),
)
