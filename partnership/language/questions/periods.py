"""The days a question is about, where a question says less than a plan: «торік», events of 2023.

Here a bare year is a year, «останні 30 днів» end today, «до кінця року» begins today and
«з травня» ends today. All other periods are read by `dates.read_period`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from partnership.language.dates import Period, Precision, read_period

_YEARS_AGO = {"торік": 1, "позаторік": 2}
_YEAR_ADVERB = re.compile(r"\b(торік|позаторік)\b", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?<![\d.,№/-])(?<![\d№] )\b((?:19|20)\d{2})\b(?![\d.,/-]\d)")
_THIS_WEEK = re.compile(r"\b(?:на|протягом) тижн[іюя]\b|\bна тиждень\b", re.IGNORECASE)
_LATELY = re.compile(
    r"\b(?:за )?(?P<way>останн\w+|наступн\w+|last|past|next|coming)"
    r"(?: (?P<number>\d{1,3}|два|дві|три|чотири|two|three|four))? "
    r"(?:(?P<days>дн\w+|day\w*)|(?P<weeks>тиж\w+|week\w*)|(?P<months>місяц\w+|month\w*)"
    r"|(?P<years>рок\w+|рік|year\w*))\b",
    re.IGNORECASE,
)
_OF_MONTH = re.compile(
    r"\b(?:поді[їя]|зустріч[іей]*|візит\w*|заход\w*|план\w*|календар\w*|розклад\w*|нарад\w*)\s+"
    r"(?P<month>січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)\b",
    re.IGNORECASE,
)
_MONTH_NAMES = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
]
_NUMBERS = {"два": 2, "дві": 2, "two": 2, "три": 3, "three": 3, "чотири": 4, "four": 4}
_MONTHS = (
    r"(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)\w*"
    r"|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*"
)
_UNTIL = re.compile(rf"\b(?:до|until|till) (?:the )?(?:кінця|end|\d|{_MONTHS})", re.IGNORECASE)
_SINCE = re.compile(
    rf"\b(?:з|від|since|from) (?:the )?(?:початку|beginning|start|\d|{_MONTHS})", re.IGNORECASE
)
_TO = re.compile(r"\b(?:по|до|to|until|till)\b|[–-]", re.IGNORECASE)


def period_asked(text: str, *, now: datetime, zone: str) -> Period | None:
    """The period of a question, None where it names none."""
    today = now.astimezone(ZoneInfo(zone)).date()
    lately = _lately(text, today)
    if lately is not None:
        return lately
    period = read_period(text, now=now, zone=zone)
    return _named(text, today) if period is None else _open_ended(text, period, today)


def _lately(text: str, today: date) -> Period | None:
    """«За останній місяць», «наступні два тижні», the past 30 days: counted from today."""
    found = _LATELY.search(text)
    if found is None:
        return None
    back = found["way"].casefold().startswith(("остан", "last", "past"))
    if found["number"] is None and not found["way"].casefold().startswith("остан"):
        return None
    number = _NUMBERS.get((found["number"] or "1").casefold()) or int(found["number"] or 1)
    unit = next(name for name in ("days", "weeks", "months", "years") if found[name])
    shift = relativedelta(**{unit: number})  # type: ignore[arg-type]
    first, last = (today - shift, today) if back else (today, today + shift)
    return Period(first, last, Precision.DAY, _without(text, found))


def _named(text: str, today: date) -> Period | None:
    for pattern in (_YEAR_ADVERB, _BARE_YEAR):
        if found := pattern.search(text):
            word = found[1].casefold()
            year = int(word) if word.isdigit() else today.year - _YEARS_AGO[word]
            days = date(year, 1, 1), date(year, 12, 31)
            return Period(*days, Precision.YEAR, _without(text, found))
    if found := _OF_MONTH.search(text):
        return _month(text, today, found)
    if found := _THIS_WEEK.search(text):
        monday = today - timedelta(days=today.weekday())
        return Period(monday, monday + timedelta(days=6), Precision.WEEK, _without(text, found))
    return None


def _month(text: str, today: date, found: re.Match[str]) -> Period:
    """«Події червня» are those of this year."""
    first = date(today.year, 1 + _MONTH_NAMES.index(found["month"].casefold()), 1)
    last = first + relativedelta(months=1, days=-1)
    rest = " ".join((text[: found.start("month")] + text[found.end("month") :]).split())
    return Period(first, last, Precision.MONTH, rest)


def _open_ended(text: str, period: Period, today: date) -> Period:
    """«До кінця року» begins today, «з травня» ends today."""
    if _UNTIL.search(text) and period.start > today and not _SINCE.search(text):
        return replace(period, start=today)
    since = _SINCE.search(text)
    if since and period.start <= today and not _TO.search(text, since.end()):
        return replace(period, end=today)
    return period


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join((text[: found.start()] + text[found.end() :]).split())
