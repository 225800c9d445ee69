"""Choosing a day from a month, and an hour from a day, by buttons."""

from __future__ import annotations

import calendar
from datetime import date, datetime, time, timedelta

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from babel.dates import get_day_names

from handlers.cards.event_buttons import DraftButton
from handlers.formats import BABEL_LOCALES, dated_weekday, month_and_year, with_apostrophe
from handlers.meetings.drafts import Draft
from handlers.reader import Reader
from handlers.screens import Screen, button, fill

WALL = "%Y%m%d%H%M"
HOURS = tuple(time(hour) for hour in range(8, 19))
"""Those of an office day; any other hour is written."""
IN_A_ROW = 4


def month_screen(draft: Draft, first: date, reader: Reader) -> Screen:
    """The days of a month; those that are past lead nowhere."""
    earliest = draft.day or reader.today
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    rows = [
        [_day_button(draft, day, first, earliest) for day in week]
        for week in weeks
        if week[-1] >= earliest
    ]
    ask = _("Which is the last day?") if draft.day else _("Which day? You can also write it.")
    return Screen(fill(ask), [_turning(draft, first, reader), _weekdays(draft, reader), *rows])


def hours_screen(draft: Draft, day: date, reader: Reader, usual: time | None) -> Screen:
    """The hours of an office day; that of an event that is moved comes first."""
    first = [[_hour_button(draft, day, usual)]] if usual else []
    buttons = [_hour_button(draft, day, hour) for hour in HOURS if hour != usual]
    rows = [buttons[i : i + IN_A_ROW] for i in range(0, len(buttons), IN_A_ROW)]
    none = button(_("No hour yet"), _data(draft, "h", f"{day:%Y%m%d}"))
    back = button(_("Back"), _data(draft, "m", f"{day:%Y%m}"))
    ask = _("{day}: at what hour? You can also write it, for example 10:30.")
    text = fill(ask, day=dated_weekday(day, reader.language))
    return Screen(text, [*first, *rows, [none, back]])


def calendar_button(draft: Draft, reader: Reader) -> InlineKeyboardButton:
    """Opens the month of today."""
    return button(_("Calendar"), _data(draft, "m", f"{reader.today:%Y%m}"))


def month_of(value: str) -> date:
    """The first day of the month that a button carries."""
    return datetime.strptime(value, "%Y%m").date()  # noqa: DTZ007 - a day has no zone


def day_of_button(value: str) -> date:
    """The day that a button carries."""
    return datetime.strptime(value[:8], "%Y%m%d").date()  # noqa: DTZ007


def hour_of_button(value: str) -> time | None:
    """The hour that a button carries; None for «no hour yet»."""
    return datetime.strptime(value, WALL).time() if len(value) > len("20240625") else None  # noqa: DTZ007


def _data(draft: Draft, what: str, value: str = "") -> str:
    return DraftButton(token=draft.token, what=what, value=value).pack()


def _turning(draft: Draft, first: date, reader: Reader) -> list[InlineKeyboardButton]:
    """«‹», the month, «›»."""
    before, after = first - timedelta(days=1), first + timedelta(days=31)
    return [
        button("‹", _data(draft, "m", f"{before:%Y%m}")),
        button(month_and_year(first, reader.language), _data(draft, "m", f"{first:%Y%m}")),
        button("›", _data(draft, "m", f"{after:%Y%m}")),
    ]


def _weekdays(draft: Draft, reader: Reader) -> list[InlineKeyboardButton]:
    names = get_day_names("short", locale=BABEL_LOCALES[reader.language])
    return [button(with_apostrophe(str(names[day])), _data(draft, "-")) for day in range(7)]


def _day_button(draft: Draft, day: date, first: date, earliest: date) -> InlineKeyboardButton:
    if day.month != first.month or day < earliest:
        return button("·", _data(draft, "-"))
    return button(str(day.day), _data(draft, "d", f"{day:%Y%m%d}"))


def _hour_button(draft: Draft, day: date, hour: time) -> InlineKeyboardButton:
    wall = datetime.combine(day, hour)
    return button(f"{hour:%H:%M}", _data(draft, "h", f"{wall:{WALL}}"))
