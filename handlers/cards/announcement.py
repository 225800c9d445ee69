"""What several people are told at once: an event moved, called off, interrupted; no delivery."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_buttons import OpenEvent, View
from handlers.cards.event_names import event_name, in_sentence
from handlers.cards.event_times import event_times
from handlers.cards.handover_news import taken_back_screen
from handlers.cards.meeting import card_text
from handlers.cards.meeting_buttons import open_button, rsvp_rows
from handlers.cards.reminded import Reminded
from handlers.cards.short_summary import published_screen
from handlers.cards.task_news import NEWS, task_news_screen
from handlers.cards.undelivered import undelivered_screen
from handlers.screens import Screen, button, fill, lines
from handlers.services import Services
from partnership.calendar import inviting, living, moving, telling_back
from partnership.calendar.cards import EventCard
from partnership.errors import NotFoundError
from partnership.events import Event, Span
from partnership.handover.carrying_out import HANDOVER_TAKEN_BACK
from partnership.minutes.publishing import PUBLISHED
from partnership.reminders.announcements import Announcement
from partnership.reminders.undelivered import UNDELIVERED


async def announcement_screen(
    announcement: Announcement, about: Reminded, services: Services
) -> Screen | None:
    """The announcement; None where the event it is about is gone."""
    if announcement.kind == PUBLISHED:
        return await published_screen(announcement.facts, about, services)
    if announcement.kind == UNDELIVERED:
        return await undelivered_screen(announcement.facts, about, services)
    if announcement.kind == HANDOVER_TAKEN_BACK:
        return taken_back_screen(announcement.facts)
    if announcement.kind in NEWS:
        return await task_news_screen(announcement, about)
    try:
        card = await about.calendar.card(about.user, announcement.facts["event"])
    except NotFoundError:
        return None
    if announcement.kind == inviting.INVITED:
        return _invitation(card, about)
    return _change(announcement, card, about)


def _invitation(card: EventCard, about: Reminded) -> Screen:
    text = lines([fill(_("You are invited.")), card_text(card, about.reader)])
    return Screen(text, [*rsvp_rows(card.event), [_file(card)]])


def _change(announcement: Announcement, card: EventCard, about: Reminded) -> Screen:
    facts = announcement.facts
    name = in_sentence(event_name(card.event, about.reader.registry, about.reader.language))
    text = lines(
        [
            fill("<b>{title}</b>", title=_titles()[announcement.kind].format(name=name)),
            _times(announcement, card, about),
            fill(_("Reason: {reason}"), reason=facts["reason"]) if facts.get("reason") else None,
            fill(_("Told by: {name}"), name=facts["by"]) if facts.get("by") else None,
        ]
    )
    opened = open_button(card.event.id)
    return Screen(text, [*rsvp_rows(card.event), [opened, _file(card)]])


def _titles() -> dict[str, str]:
    return {
        moving.MOVED: _("Moved: {name}"),
        moving.CANCELLED: _("Cancelled: {name}"),
        moving.POSTPONED: _("Postponed, the new date is not known yet: {name}"),
        moving.OCCURRENCE_MOVED: _("One meeting of the series moved: {name}"),
        moving.OCCURRENCE_CANCELLED: _("One meeting of the series is left out: {name}"),
        moving.TURNED_INTO_ONLINE: _("The visit becomes an online meeting: {name}"),
        living.INTERRUPTED: _("Interrupted: {name}"),
        living.RESUMED: _("Goes on: {name}"),
        telling_back.RESTORED: _("Takes place after all: {name}"),
        telling_back.SERIES_RESTORED: _("The series goes on as planned before: {name}"),
    }


def _times(announcement: Announcement, card: EventCard, about: Reminded) -> Markup | None:
    """Old → new, by the clocks of all parties."""
    facts, language = announcement.facts, about.reader.language
    if announcement.kind == telling_back.SERIES_RESTORED:
        return fill("{when}", when=event_times(card.event, card.times, language))
    if announcement.kind in {moving.OCCURRENCE_MOVED, moving.OCCURRENCE_CANCELLED}:
        before = _on(facts["was"], card.event)
        after = _on(facts.get("now", facts["was"]), card.event)
    else:
        before, after = _at(facts["before"], card.event), _at(facts["after"], card.event)
    was = event_times(before, about.calendar.clocks_of(before), language)
    now = event_times(after, about.calendar.clocks_of(after), language)
    if announcement.kind in {moving.MOVED, moving.OCCURRENCE_MOVED}:
        return fill("{was} → <b>{now}</b>", was=was, now=now)
    return fill("{was}", was=was)


def _at(plain: Mapping[str, Any], event: Event) -> Event:
    """The event at a time that an announcement tells of."""
    planned = Span(
        start=date.fromisoformat(plain["start"]) if plain["start"] else None,
        end=date.fromisoformat(plain["end"]) if plain["end"] else None,
        start_time=time.fromisoformat(plain["start_time"]) if plain["start_time"] else None,
        end_time=time.fromisoformat(plain["end_time"]) if plain["end_time"] else None,
    )
    return replace(event, planned=planned, actual=Span(), zone=plain["zone"], series=None)


def _on(wall: str, event: Event) -> Event:
    """One meeting of a series at a wall time of its zone."""
    at = datetime.fromisoformat(wall)
    hour = at.time() if event.planned.start_time else None
    return replace(event, planned=Span(at.date(), at.date(), hour), actual=Span(), series=None)


def _file(card: EventCard) -> InlineKeyboardButton:
    return button(_("To calendar (.ics)"), OpenEvent(id=card.event.id, view=View.FILE).pack())
