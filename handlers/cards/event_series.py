"""How often a series takes place, in words."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from babel.dates import get_day_names

from handlers.formats import BABEL_LOCALES, listed, with_apostrophe
from partnership.events import Event

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def series_words(event: Event, language: str) -> str:
    """«щотижня: вівторок»; empty for what takes place once."""
    if event.series is None:
        return ""
    parts = dict(each.split("=", 1) for each in event.series.rule.split(";") if "=" in each)
    often = _often(parts.get("FREQ", ""), int(parts.get("INTERVAL", "1")))
    days = _days(parts.get("BYDAY", ""), language)
    return f"{often}: {days}" if days else often


def _often(frequency: str, interval: int) -> str:
    one_or_several = {
        "DAILY": ngettext("every day", "every {count} days", interval),
        "WEEKLY": ngettext("every week", "every {count} weeks", interval),
        "MONTHLY": ngettext("every month", "every {count} months", interval),
        "YEARLY": ngettext("every year", "every {count} years", interval),
    }
    if interval == 1:
        once = {
            "DAILY": _("daily"),
            "WEEKLY": _("weekly"),
            "MONTHLY": _("monthly"),
            "YEARLY": _("yearly"),
        }
        return once.get(frequency, frequency.lower())
    return one_or_several.get(frequency, frequency.lower()).format(count=interval)


def _days(rule: str, language: str) -> str:
    names = get_day_names("wide", locale=BABEL_LOCALES[language])
    codes = (each[-2:] for each in rule.split(",") if each)
    found = [names[WEEKDAYS.index(code)] for code in codes if code in WEEKDAYS]
    return with_apostrophe(listed(found, language))
