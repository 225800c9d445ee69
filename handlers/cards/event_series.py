"""How often a series takes place, in words."""

from __future__ import annotations

from datetime import UTC, date, datetime

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from babel.dates import get_day_names

from handlers.formats import BABEL_LOCALES, listed, short_date, with_apostrophe
from partnership.calendar.times import wall_of, zone_of
from partnership.events import Event

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def series_words(event: Event, language: str) -> str:
    """«щотижня: вівторок, до 31.07.2024»; empty for what takes place once."""
    if event.series is None:
        return ""
    parts = dict(each.split("=", 1) for each in event.series.rule.split(";") if "=" in each)
    often = _often(parts.get("FREQ", ""), int(parts.get("INTERVAL", "1")))
    days = _days(parts.get("BYDAY", ""), language)
    text = f"{often}: {days}" if days else often
    end = _end(parts, event, language)
    return f"{text}, {end}" if end else text


def _end(parts: dict[str, str], event: Event, language: str) -> str | None:
    """Until which day, or how many times."""
    if "UNTIL" in parts:
        return _("until {day}").format(day=short_date(_last_day(parts["UNTIL"], event), language))
    if "COUNT" in parts:
        count = int(parts["COUNT"])
        return ngettext("{count} time", "{count} times", count).format(count=count)
    return None


def _last_day(until: str, event: Event) -> date:
    """UNTIL is a day, or an instant in UTC."""
    if "T" not in until:
        return datetime.strptime(until, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    instant = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return wall_of(instant, zone_of(event)).date()


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
    found = [_day(each, language) for each in rule.split(",") if each[-2:] in WEEKDAYS]
    return with_apostrophe(listed(found, language))


def _day(code: str, language: str) -> str:
    """«вівторок», or which of the month: «вівторок (1-й у місяці)»."""
    names = get_day_names("wide", locale=BABEL_LOCALES[language])
    name, number = str(names[WEEKDAYS.index(code[-2:])]), code[:-2]
    if not number:
        return name
    if number.startswith("-"):
        return _("{weekday} (the last of the month)").format(weekday=name)
    return _("{weekday} (no. {number} of the month)").format(weekday=name, number=number)
