"""What repeats: щовівторка, «раз на два тижні», every other Tuesday, «щомісяця 15 числа»."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from dateutil.rrule import rrulestr

from .calendar_days import exists
from .line import Found, Line

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS = DAYS[:5]
# A series may fall on 29 February.
LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The parts of an RRULE, in the order in which they are written."""

    freq: str
    interval: int = 1
    byday: tuple[str, ...] = ()
    bymonthday: int | None = None
    bymonth: int | None = None
    count: int | None = None
    loose: bool = False
    """Said by an adjective, which may only describe: «щомісячна підбірка», weekly report."""
    alternative: "Recurrence | None" = field(default=None)
    """The other reading of «кожен другий вівторок»."""

    def value(self, until: str | None = None) -> str:
        """The RFC 5545 value, with `until` in its written form."""
        parts = {
            "FREQ": self.freq,
            "INTERVAL": self.interval if self.interval > 1 else None,
            "BYMONTH": self.bymonth,
            "BYMONTHDAY": self.bymonthday,
            "BYDAY": ",".join(self.byday),
            "COUNT": self.count,
            "UNTIL": until,
        }
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)

    def first_on_or_after(self, day: date) -> date:
        """The first day that this falls on."""
        start = datetime.combine(day, time())
        # An interval counts from the first occurrence, so it has no say in finding it.
        rule = rrulestr(replace(self, interval=1, count=None).value(), dtstart=start)
        first = rule.after(start, inc=True)
        return first.date() if first else day


FREQUENCIES = {
    "D": ("DAILY", 1),
    "W": ("WEEKLY", 1),
    "M": ("MONTHLY", 1),
    "Q": ("MONTHLY", 3),
    "Y": ("YEARLY", 1),
    "F": ("WEEKLY", 2),
}


def _adverb(found: Found) -> Recurrence | None:
    letter = found.groups["r"] or ""
    if letter == "B":
        return Recurrence("WEEKLY", byday=WORKDAYS)
    freq, interval = FREQUENCIES[letter]
    return Recurrence(freq, interval, loose=found.groups["loose"] is not None)


def _every_unit(found: Found) -> Recurrence | None:
    freq, interval = FREQUENCIES[found.groups["u"] or ""]
    times = found.number("n") or found.number("o") or (2 if found.groups.get("other") else 1)
    return Recurrence(freq, interval * times)


def _weekdays(found: Found) -> Recurrence | None:
    text = found.groups["days"] or ""
    numbers = dict.fromkeys(int(part[1]) for part in text.split() if part[0] in "WVE")
    return Recurrence("WEEKLY", byday=tuple(DAYS[number] for number in numbers))


def _every_other_weekday(found: Found) -> Recurrence | None:
    day = DAYS[found.number("w") or 0]
    by_month = Recurrence("MONTHLY", byday=(f"2{day}",))
    other = None if found.groups.get("other") else by_month
    return Recurrence("WEEKLY", 2, byday=(day,), alternative=other)


def _nth_weekday(found: Found) -> Recurrence | None:
    day = DAYS[found.number("w") or 0]
    numbers = [number for number in (found.number("o1"), found.number("o") or -1) if number]
    return Recurrence("MONTHLY", byday=tuple(f"{number}{day}" for number in numbers))


def _daily(found: Found) -> Recurrence | None:
    del found
    return Recurrence("DAILY")


def _workdays(found: Found) -> Recurrence | None:
    del found
    return Recurrence("WEEKLY", byday=WORKDAYS)


def _weekends(found: Found) -> Recurrence | None:
    del found
    return Recurrence("WEEKLY", byday=DAYS[5:])


def _month_day(found: Found) -> Recurrence | None:
    day = found.given("d")
    return Recurrence("MONTHLY", bymonthday=day) if exists(LEAP_YEAR, 1, day) else None


def _last_day_of_month(found: Found) -> Recurrence | None:
    del found
    return Recurrence("MONTHLY", bymonthday=-1)


def _quarter_day(found: Found) -> Recurrence | None:
    day = found.given("d")
    return Recurrence("MONTHLY", 3, bymonthday=day) if exists(LEAP_YEAR, 1, day) else None


def _half_year(found: Found) -> Recurrence | None:
    del found
    return Recurrence("MONTHLY", 6)


def _year_day(found: Found) -> Recurrence | None:
    month, day = found.given("m"), found.given("d")
    if not exists(LEAP_YEAR, month, day):
        return None
    return Recurrence("YEARLY", bymonth=month, bymonthday=day)


NTH = r"(?:O(?P<o1>[1-4]) and )?(?:O(?P<o>[1-5])|fin|last) W(?P<w>\d) "
MONTHLY = r"(?:RMa?|every UM|of every UM|on every UM) "
DAY_NUMBER = r"(?:on |do |til |by )?[NO](?P<d>\d{1,2}) "
MORE_DAYS = r"(?:(?:and |- )?(?:on |every )?[WVE]\d )*"
RULES: tuple[tuple[str, Callable[[Found], Recurrence | None]], ...] = (
    (r"(?:every |E)" + NTH + r"(?:(?:of |on )?(?:RMa?|(?:every )?UM) )?(?<!O2 W\d )", _nth_weekday),
    (r"every O(?P<o>2) W(?P<w>\d) (?:of |on )?UM ", _nth_weekday),
    (MONTHLY + r"(?:on )?" + NTH, _nth_weekday),
    (r"(?:on |in )?" + NTH + MONTHLY, _nth_weekday),
    (r"(?:RYa?|every UY) (?:on )?[NO](?P<d>\d{1,2}) (?:of )?M(?P<m>\d+)[egn] ", _year_day),
    (r"(?:RYa?|every UY) (?:on )?M(?P<m>\d+)e [NO](?P<d>\d{1,2}) ", _year_day),
    (r"(?:on )?[NO](?P<d>\d{1,2}) (?:of )?M(?P<m>\d+)[egn] (?:RYa?|every UY) ", _year_day),
    (MONTHLY + DAY_NUMBER + r"(?:chysla )?(?!Umin|UH|UD|M)", _month_day),
    (r"RQa? (?:on |do |til |by )?[NO](?P<d>\d{1,2}) chysla ", _quarter_day),
    (r"every [NO](?P<d>\d{1,2}) (?:chysla (?:RM |UM )?|of UM )", _month_day),
    (DAY_NUMBER + r"(?:chysla |UDg )?" + MONTHLY, _month_day),
    (r"(?:on |in )?(?:fin|last) UDg? " + MONTHLY, _last_day_of_month),
    (r"every (?:(?P<other>other) |O2 )W(?P<w>\d) ", _every_other_weekday),
    (r"(?:every |once (?:on |a |every |in )+)half UY ", _half_year),
    (r"(?:once )(?:on |a |every |in )+(?:N(?P<n>\d) )?U(?P<u>[DWMQYF])g? ", _every_unit),
    (r"every (?:N(?P<n>\d{1,2}) |(?P<other>other) |O(?P<o>\d) )?U(?P<u>[DWMQYF])g? ", _every_unit),
    (r"R(?P<r>\w)(?P<loose>a)? ", _adverb),
    (r"every (?=Y)", _daily),
    (r"(?P<days>E\d " + MORE_DAYS + ")", _weekdays),
    (r"every (?P<days>W\d " + MORE_DAYS + ")", _weekdays),
    (r"(?:on |po )?(?P<days>V\d " + MORE_DAYS + ")", _weekdays),
    (r"every Xwknd ", _weekends),
    (r"(?:po |on |every |for )(?:Xwkd|work UDg?) ", _workdays),
)


def take_recurrence(line: Line) -> Recurrence | None:
    """Takes what repeats out of the line, with the weekday and the number of times."""
    row = line.row
    if not any(code in row for code in (" R", " every ", " E", " V", " once ", " X", " work ")):
        return None
    for pattern, build in RULES:
        for found in line.search(pattern):
            recurrence = build(found)
            if recurrence is not None:
                line.take(found)
                return _counted(line, _on_day_of_month(line, _on_weekday(line, recurrence)))
    return None


def _on_weekday(line: Line, recurrence: Recurrence) -> Recurrence:
    """«щотижня у вівторок», «раз на два тижні по середах»."""
    if recurrence.freq != "WEEKLY" or recurrence.byday:
        return recurrence
    for found in line.search(r"(?:on |po )?(?P<days>[WV]\d " + MORE_DAYS + ")"):
        if line.code_before(found) in {"do", "from", "til", "by"}:
            continue
        days = _weekdays(found)
        line.take(found)
        if days is not None:
            return replace(recurrence, byday=days.byday)
    return recurrence


def _on_day_of_month(line: Line, recurrence: Recurrence) -> Recurrence:
    """«раз на два місяці 10 числа», «щокварталу в перший понеділок»."""
    if recurrence.freq != "MONTHLY" or recurrence.byday or recurrence.bymonthday:
        return recurrence
    for found in line.search(r"(?:on |in )?" + NTH + r"(?:UM )?(?!M)"):
        line.take(found)
        nth = _nth_weekday(found)
        return replace(recurrence, byday=nth.byday if nth else ())
    for found in line.search(r"(?:on |in )?fin UDg? (?:UM )?"):
        line.take(found)
        return replace(recurrence, bymonthday=-1)
    for found in line.search(r"(?:on |do |til |by )?[NO](?P<d>\d{1,2}) chysla "):
        if exists(LEAP_YEAR, 1, found.given("d")):
            line.take(found)
            return replace(recurrence, bymonthday=found.number("d"))
    return recurrence


def _counted(line: Line, recurrence: Recurrence) -> Recurrence:
    for found in line.search(r"N(?P<n>\d+) (?:times|once) (?!on U|a U|in U)"):
        line.take(found)
        return replace(recurrence, count=found.number("n"))
    return recurrence
