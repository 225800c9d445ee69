"""When an event is, by the clocks of all its parties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache

from aiogram.utils.i18n import gettext as _
from babel import Locale
from markupsafe import Markup

from handlers.cards.event_series import series_words
from handlers.cards.events import event_when
from handlers.formats import BABEL_LOCALES, dated_weekday, short_date
from handlers.screens import fill
from partnership.calendar.cards import ZonedTime
from partnership.calendar.times import instant
from partnership.events import Event

NATIVE_UNTIL = timedelta(days=2 * 365)
"""Telegram refuses native times that lie some three years ahead."""


@cache
def zone_city(zone: str, language: str) -> str:
    """The city by which people call a zone: «Київ», «Париж»."""
    known = Locale.parse(BABEL_LOCALES[language]).time_zones
    # CLDR still files Kyiv under the name that the zone had until 2022.
    named = known.get("Europe/Kiev" if zone == "Europe/Kyiv" else zone, {})
    return str(named.get("city") or zone.rpartition("/")[2].replace("_", " "))


def clocks(times: Sequence[ZonedTime], language: str, *, ends: bool = False) -> str:
    """«15:00 Київ / 14:00 Париж», with `ends` «15:00–16:30 Київ / 14:00–15:30 Париж».

    A clock that shows another day says so.
    """
    return " / ".join(_clock(each, times[0], language, ends=ends) for each in times)


def _clock(time: ZonedTime, first: ZonedTime, language: str, *, ends: bool) -> str:
    until = f"–{time.ends:%H:%M}" if ends else ""
    hour = f"{time.begins:%H:%M}{until} {zone_city(time.zone, language)}"
    if time.begins.date() == first.begins.date():
        return hour
    return f"{hour} ({short_date(time.begins.date(), language)})"


def event_times(event: Event, times: Sequence[ZonedTime], language: str) -> str:
    """«25.06.2024 (вівторок), 15:00 Київ / 14:00 Париж»; days only where no hour is agreed."""
    if not times:
        return event_when(event, language)
    day = dated_weekday(times[0].begins.date(), language)
    text = f"{day}, {clocks(times, language, ends=_end_is_agreed(event, times))}"
    return f"{text}, {series_words(event, language)}" if event.series else text


def _end_is_agreed(event: Event, times: Sequence[ZonedTime]) -> bool:
    """Whether somebody named the hour of the end, on the same day: else an hour is assumed."""
    span = event.actual if event.actual.start else event.planned
    return span.end_time is not None and times[0].ends.date() == times[0].begins.date()


def native_times(event: Event, times: Sequence[ZonedTime], now: datetime, language: str) -> Markup:
    """The same, so that Telegram can show it in the reader's own zone as well."""
    text = event_times(event, times, language)
    if not times:
        return Markup.escape(text)
    return native(instant(times[0].begins, times[0].zone), text, now)


def native(at: datetime, text: str, now: datetime) -> Markup:
    """A text about an instant, which Telegram shows in the reader's zone where it can."""
    if not now - NATIVE_UNTIL < at < now + NATIVE_UNTIL:
        return Markup.escape(text)
    return fill('<tg-time unix="{at}">{text}</tg-time>', at=int(at.timestamp()), text=text)


def moment(wall: datetime, language: str) -> str:
    """«24.06.2024 (понеділок), 15:00»."""
    return _("{day}, {hour}").format(day=dated_weekday(wall.date(), language), hour=f"{wall:%H:%M}")
