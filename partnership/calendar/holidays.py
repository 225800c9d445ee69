"""Public holidays of the countries of an event, so that nobody is invited on one unnoticed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from partnership.bilingual import Bilingual
from partnership.places import HOME_COUNTRY


@dataclass(frozen=True, slots=True, order=True)
class Holiday:
    """A public holiday of a whole country."""

    day: date
    country: str
    name: Bilingual


def holidays_in(countries: Iterable[str], first: date, last: date) -> list[Holiday]:
    """The public holidays of these countries (ISO codes) from `first` to `last`, inclusive.

    A country that the table does not know has none. Ukraine's are given although under
    martial law people work on them: partners abroad may think otherwise.
    """
    years = range(first.year, last.year + 1)
    found = (
        holiday
        for country in dict.fromkeys(countries)
        for year in years
        for holiday in _of_year(country, year)
        if first <= holiday.day <= last
    )
    return sorted(found, key=lambda holiday: (holiday.day, holiday.country))


@cache
def _of_year(country: str, year: int) -> tuple[Holiday, ...]:
    """Imported late: the package is large, and most runs of the bot never ask."""
    import holidays

    try:
        known = holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return ()
    # Since 2022 the days of Ukraine are working days: the package keeps them in a list apart.
    kinds = (
        tuple({"public", "workday"} & set(known.supported_categories))
        if country == HOME_COUNTRY
        else ()
    )
    named = {
        language: holidays.country_holidays(country, years=year, language=code, categories=kinds)
        for language, code in (("uk", "uk"), ("en", "en_US"))
        if code in known.supported_languages
    }
    if not named:
        return ()
    days = next(iter(named.values()))
    return tuple(
        Holiday(day, country, Bilingual(_name(named.get("uk"), day), _name(named.get("en"), day)))
        for day in sorted(days)
    )


def _name(names: dict[date, str] | None, day: date) -> str | None:
    return None if names is None else names[day].replace("ʼ", "’")
