"""Carrying out a move that was confirmed."""

from __future__ import annotations

from datetime import datetime

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.event_names import event_name, in_sentence
from handlers.cards.event_times import event_times
from handlers.cards.meeting_buttons import opening_row
from handlers.cards.reminder_plan import reminder_plan
from handlers.desk import Desk
from handlers.meetings.drafts import Draft, Purpose
from handlers.meetings.moved_events import moved_event
from handlers.screens import Screen, fill, lines
from partnership.calendar.base import Changed
from partnership.calendar.timing import Timing
from partnership.events import Event


async def save_move(draft: Draft, desk: Desk) -> Screen:
    """Move it, and say from when to when, who was told, and when reminders come now."""
    after, before = await moved_event(draft, desk)
    changed = await _move(draft, desk)
    return await desk.worded(lambda each: _moved_screen(before, after, changed, each))


async def _moved_screen(before: Event, after: Event, changed: Changed, desk: Desk) -> Screen:
    was = event_times(before, desk.calendar.clocks_of(before), desk.reader.language)
    now = event_times(after, desk.calendar.clocks_of(after), desk.reader.language)
    card = await desk.calendar.card(desk.reader.viewer, changed.event.key)
    name = event_name(card.event, desk.reader.registry, desk.reader.language)
    plan = reminder_plan(card, desk.reader.language)
    text = lines(
        [
            fill(_("Moved: {name}."), name=in_sentence(name)),
            fill("{was} → <b>{now}</b>", was=was, now=now),
            fill(_("Reminders: {times}."), times=plan) if plan else None,
            told_line(changed),
            fill(_("It can be taken back for a day: /undo")),
        ]
    )
    return Screen(text, [opening_row(card.event)])


def told_line(changed: Changed) -> Markup | None:
    """How many hear of the change."""
    if not changed.told:
        return None
    count = len(changed.told)
    text = ngettext("I am telling {count} recipient.", "I am telling {count} recipients.", count)
    return fill(text, count=count)


async def _move(draft: Draft, desk: Desk) -> Changed:
    user, calendar = desk.reader.user, desk.calendar
    key, timing = draft.event or "", draft.timing or Timing()
    if draft.purpose is Purpose.ONLINE:
        reason = _("an online meeting instead")
        return await calendar.turn_into_online(user, key, timing, reason)
    if draft.occurrence is None:
        return await calendar.move(user, key, timing)
    original = datetime.fromisoformat(draft.occurrence)
    if draft.following:
        return await calendar.move_following(user, key, original, timing)
    assert timing.start is not None
    hour = timing.start_time or original.time()
    return await calendar.move_occurrence(user, key, original, datetime.combine(timing.start, hour))
