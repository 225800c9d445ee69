"""A day and an hour chosen by buttons, for an event that is planned or moved."""

from __future__ import annotations

from dataclasses import replace

from aiogram.types import CallbackQuery
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import DraftButton
from handlers.desk import Desk
from handlers.meetings.drafts import Draft, Purpose, keep
from handlers.meetings.month_pages import (
    day_of_button,
    hour_of_button,
    hours_screen,
    month_of,
    month_screen,
)
from handlers.meetings.moved_events import event_moved
from handlers.screens import Alert, Screen, show
from partnership.calendar.times import zone_of
from partnership.calendar.timing import Timing
from partnership.events import VISITS

PICKING = frozenset({"m", "d", "-"})
"""What the buttons of a month carry that still leave something to be chosen."""


async def pick(
    query: CallbackQuery, draft: Draft, pressed: DraftButton, desk: Desk
) -> Alert | Draft | None:
    """Turn the month, or take the day; a draft is given back once its days are decided."""
    if pressed.what == "-":
        return Alert(_("This day cannot be chosen."))
    if pressed.what == "m":
        await show(query, await desk.worded(lambda each: _month(draft, pressed.value, each)))
        return None
    day = day_of_button(pressed.value)
    if draft.kind in VISITS and draft.purpose is not Purpose.ONLINE:
        if draft.day is not None:
            return draft.at(Timing(start=draft.day, end=day))
        chosen = replace(draft, day=day)
        await keep(chosen, desk.state)
        await show(query, await desk.worded(lambda each: _month(chosen, f"{day:%Y%m}", each)))
        return None
    chosen = replace(draft, day=day)
    await keep(chosen, desk.state)
    await show(query, await desk.worded(lambda each: _hours(chosen, each)))
    return None


async def picked(draft: Draft, pressed: DraftButton, desk: Desk) -> Draft:
    """The draft at the day and hour of a button; the hour is by the clock of what is moved."""
    was = await event_moved(draft, desk.calendar)
    zone = zone_of(was) if was is not None else desk.reader.zone.key
    day, hour = day_of_button(pressed.value), hour_of_button(pressed.value)
    return draft.at(Timing(start=day, start_time=hour, zone=zone))


async def _month(draft: Draft, month: str, desk: Desk) -> Screen:
    return month_screen(draft, month_of(month), desk.reader)


async def _hours(draft: Draft, desk: Desk) -> Screen:
    assert draft.day is not None
    was = await event_moved(draft, desk.calendar)
    usual = was.planned.start_time if was is not None else None
    return hours_screen(draft, draft.day, desk.reader, usual)
