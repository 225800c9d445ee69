"""Dates, times, lists and countries as people write them, by Babel."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_timedelta
from babel.lists import format_list

# Babel's "en" is American; officials write to Europe, hence British forms and day before month.
BABEL_LOCALES = {"uk": "uk", "en": "en_GB"}
KEPT = 4_096
"""Days and countries that are kept in words: Babel reads a pattern anew for each."""


@cache
def babel_locale(language: str) -> Locale:
    """Babel's locale of a language, read once."""
    return Locale.parse(BABEL_LOCALES[language])


@lru_cache(KEPT)
def short_date(day: date, language: str) -> str:
    """«09.02.2023» or "9 Feb 2023"."""
    if language == "uk":
        return format_date(day, "dd.MM.y", locale=babel_locale(language))
    return format_date(day, "d MMM y", locale=babel_locale(language))


def dated_weekday(day: date, language: str) -> str:
    """«09.02.2023 (четвер)» or "9 Feb 2023 (Thursday)": no date is shown without its weekday."""
    return f"{short_date(day, language)} ({weekday(day, language)})"


@lru_cache(KEPT)
def weekday(day: date, language: str) -> str:
    """The full name of the day of the week."""
    return with_apostrophe(format_date(day, "EEEE", locale=babel_locale(language)))


def with_apostrophe(text: str) -> str:
    """With the apostrophe of the project: CLDR has the modifier letter, which few people type."""
    return text.replace("ʼ", "’")


@lru_cache(KEPT)
def month_and_year(day: date, language: str) -> str:
    """«лютий 2023 р.» or "February 2023"."""
    pattern = "LLLL y 'р.'" if language == "uk" else "LLLL y"
    return format_date(day, pattern, locale=babel_locale(language))


@lru_cache(KEPT)
def partial_date(month: int, day: int, language: str) -> str:
    """A day whose year nobody recorded: «11 листопада» or "11 November"."""
    return format_date(date(2000, month, day), "d MMMM", locale=babel_locale(language))


def clock_time(moment: datetime, zone: ZoneInfo) -> str:
    """The hour on the wall in `zone`: «15:00»."""
    return f"{moment.astimezone(zone):%H:%M}"


def distance(of: date, today: date, language: str) -> str:
    """How far a day lies from today: «через 20 днів», "20 days ago"."""
    return format_timedelta(
        of - today,
        granularity="day",
        threshold=400,
        add_direction=True,
        locale=babel_locale(language),
    )


def listed(parts: Iterable[str], language: str) -> str:
    """«Плоцьк, Битом і Кутаїсі»."""
    return format_list(list(parts), locale=babel_locale(language))


@lru_cache(KEPT)
def country_name(code: str, language: str) -> str:
    """The country in the reader's language; the code itself where there is no such country."""
    name: str = babel_locale(language).territories.get(code, code)
    return name


def flag(code: str) -> str:
    """The flag of a country, as the two letters that fonts draw as one."""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code.upper())


def quoted(text: str, language: str) -> str:
    """A title in the quotation marks of the language: «…» or “…”."""
    return f"«{text}»" if language == "uk" else f"“{text}”"
