"""Days and hours as documents have them: the month in words, in Ukrainian with «року»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from handlers.cards.event_times import zone_city
from handlers.formats import babel_locale
from partnership.minutes.paper import PaperTime


def long_date(day: date, language: str) -> str:
    """«12 червня 2024 року» or "12 June 2024"."""
    return _written(day, "d MMMM y 'року'" if language == "uk" else "d MMMM y", language)


def long_days(first: date, last: date | None, language: str) -> str:
    """«17–19 червня 2024 року» or "30 June – 2 July 2024"; one day where both are the same."""
    ending = long_date(last or first, language)
    if last is None or last <= first:
        return long_date(first, language)
    if first.year != last.year:
        return f"{long_date(first, language)} – {ending}"
    if first.month != last.month:
        return f"{_written(first, 'd MMMM', language)} – {ending}"
    return f"{first.day}–{ending}"


def hours(times: Sequence[PaperTime], language: str) -> str | None:
    """«15:00–16:30 (Коростень), 14:00–15:30 (Бурж)»; None where no hour is recorded."""
    return ", ".join(_hours(each, language) for each in times) or None


def _hours(time: PaperTime, language: str) -> str:
    place = time.place.text(language) if time.place else zone_city(time.zone, language)
    until = f"–{time.end:%H:%M}" if time.end else ""
    return f"{time.start:%H:%M}{until} ({place})"


def _written(day: date, pattern: str, language: str) -> str:
    return format_date(day, pattern, locale=babel_locale(language))
