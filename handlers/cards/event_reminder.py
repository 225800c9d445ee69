"""Reminders of an event: that it begins, what is missing, and afterwards what came of it."""

from __future__ import annotations

from dataclasses import replace

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.carried_over import carried_lines
from handlers.cards.day_programme import day_programme
from handlers.cards.event_buttons import Deed, EventDeed, OpenEvent, View
from handlers.cards.event_names import event_name, in_sentence
from handlers.cards.event_times import native_times
from handlers.cards.meeting_buttons import open_button, rsvp_rows
from handlers.cards.reminded import Reminded
from handlers.formats import dated_weekday
from handlers.minutes.minutes_buttons import EventMinutes, WaiveMinutes
from handlers.screens import Screen, button, fill, lines
from partnership.calendar.cards import EventCard, ZonedTime
from partnership.calendar.times import is_online, wall_of, zone_of
from partnership.errors import NotFoundError
from partnership.events import AHEAD, CALLED_OFF, TOOK_PLACE, UNDER_WAY, Event
from partnership.minutes.taking import MinuteTaking
from partnership.reminders import rules
from partnership.reminders.offsets import Offset


class ReminderButton(CallbackData, prefix="rm"):
    """Under a personal reminder: seen, or again in so many minutes."""

    id: int
    minutes: int = 0
    """0 says that it was seen."""


SNOOZES = (10, 60)
"""Minutes by which a reminder can be put off."""


async def event_reminder_screen(about: Reminded, taking: MinuteTaking) -> Screen | None:
    """The reminder of an event; None where the event is gone."""
    try:
        card = await about.calendar.card(about.user, about.reminder.subject)
    except NotFoundError:
        return None
    rule = about.reminder.rule
    if rule in {rules.SUMMARY_SOON, rules.SUMMARY_NEXT_DAY}:
        return _ask_summary(card, about)
    if rule in {rules.OUTCOME_SOON, rules.OUTCOME_NEXT_DAY}:
        return _ask_outcome(card, about)
    if rule in {rules.MINUTES_NEXT_DAY, rules.MINUTES_LATE}:
        return await _ask_minutes(card, about)
    if card.event.state not in AHEAD | UNDER_WAY:
        return None
    if rule == rules.MISSING_LINK:
        return _ask_link(card, about)
    if rule == rules.DAY_PROGRAMME:
        return _programme(card, about)
    return await _begins(card, about, await _carried(card, about, taking))


async def _carried(card: EventCard, about: Reminded, taking: MinuteTaking) -> list[Markup]:
    """What the last meeting hands on, said once: the day before."""
    if about.reminder.rule != rules.event_rule(Offset(days=1)):
        return []
    return carried_lines(await taking.carried_over(card.event.key), about.reader)


async def _begins(card: EventCard, about: Reminded, carried: list[Markup]) -> Screen:
    """What, when, where or how to join, what is still open."""
    title = _("Reminder: {name}")
    if about.reminder.rule.startswith(rules.ESCALATION):
        title = _("You are the deputy, and nobody has confirmed yet: {name}")
    text = lines(
        [
            fill(title, name=in_sentence(_name(card.event, about))),
            fill(_("When: {when}"), when=_when(card, about)),
            _where(card, about),
            _open(card),
            *carried,
        ]
    )
    return Screen(text, [*rsvp_rows(card.event), *await _join(card, about), *_own(card, about)])


def _name(event: Event, about: Reminded) -> str:
    return event_name(event, about.reader.registry, about.reader.language)


def _when(card: EventCard, about: Reminded) -> Markup:
    """When this occurrence is; of a series the card may show another one already."""
    occurrence = about.reminder.occurrence
    times = card.times
    if occurrence is not None and times and not card.event.all_day:
        times = tuple(_at(each, about, card) for each in times)
    event = replace(card.event, series=None)
    return native_times(event, times, about.reader.now, about.reader.language)


def _at(time: ZonedTime, about: Reminded, card: EventCard) -> ZonedTime:
    assert about.reminder.occurrence is not None
    begins = wall_of(about.reminder.occurrence, time.zone)
    return replace(time, begins=begins, ends=begins + (time.ends - time.begins))


def _where(card: EventCard, about: Reminded) -> Markup | None:
    if is_online(card.event):
        if not card.has_link:
            return fill(_("Link: not recorded"))
        return fill(_("Online: the button «Join» gives the link in private."))
    place = about.reader.registry.places.get(card.event.place or "")
    if place is None:
        return None
    return fill(_("Place: {place}"), place=place.name.text(about.reader.language))


def _open(card: EventCard) -> Markup | None:
    count = sum(each.total - each.done for each in card.progress.values())
    if not count:
        return None
    text = ngettext(
        "{count} point of the checklist is open.",
        "{count} points of the checklist are open.",
        count,
    )
    return fill(text, count=count)


async def _join(card: EventCard, about: Reminded) -> list[list[InlineKeyboardButton]]:
    number = card.event.id
    file = button(_("To calendar (.ics)"), OpenEvent(id=number, view=View.FILE).pack())
    if not card.has_link:
        return [[file]]
    link = None
    if about.user is not None:
        link = await about.calendar.link_of(about.user, card.event.key)
    if link is not None:
        return [[InlineKeyboardButton(text=_("Join"), url=link)], [file]]
    return [[button(_("Join"), OpenEvent(id=number, view=View.LINK).pack()), file]]


def _own(card: EventCard, about: Reminded) -> list[list[InlineKeyboardButton]]:
    """What a person does with a reminder of their own."""
    if not about.personal:
        return []
    number = about.reminder.id
    seen = button(_("Seen"), ReminderButton(id=number).pack())
    again = [
        button(
            _("In {count} min").format(count=minutes),
            ReminderButton(id=number, minutes=minutes).pack(),
        )
        for minutes in SNOOZES
    ]
    return [[seen, *again]]


def _ask_summary(card: EventCard, about: Reminded) -> Screen | None:
    if card.event.state in CALLED_OFF or card.event.outcomes:
        return None
    text = fill(
        _("Please enter the results: {name}, {when}."),
        name=in_sentence(_name(card.event, about)),
        when=_when(card, about),
    )
    draft = button(_("Draft the minutes"), EventMinutes(event=card.event.id).pack())
    return Screen(text, [*_outcome_buttons(card, about), [draft]])


async def _ask_minutes(card: EventCard, about: Reminded) -> Screen | None:
    written = await about.calendar.store.has_minutes(card.event.key)
    if written or card.event.minutes_waived or card.event.state not in TOOK_PLACE:
        return None
    text = fill(
        _("There are no minutes yet: {name}, {when}."),
        name=in_sentence(_name(card.event, about)),
        when=_when(card, about),
    )
    number = card.event.id
    forms = button(_("Draft the minutes"), EventMinutes(event=number).pack())
    waive = button(_("No minutes are needed"), WaiveMinutes(event=number).pack())
    return Screen(text, [[forms], [waive, open_button(number)]])


def _ask_outcome(card: EventCard, about: Reminded) -> Screen | None:
    if card.event.state in CALLED_OFF or card.event.outcomes:
        return None
    text = fill(
        _("What was the outcome: {name}, {when}?"),
        name=in_sentence(_name(card.event, about)),
        when=_when(card, about),
    )
    return Screen(text, _outcome_buttons(card, about))


def _outcome_buttons(card: EventCard, about: Reminded) -> list[list[InlineKeyboardButton]]:
    number = card.event.id
    detail = ""
    if card.event.series is not None and about.reminder.occurrence is not None:
        wall = wall_of(about.reminder.occurrence, zone_of(card.event))
        detail = f"{wall:%Y%m%d%H%M}"
    held = EventDeed(id=number, deed=Deed.HELD, detail=detail).pack()
    moved = EventDeed(id=number, deed=Deed.MOVE).pack()
    off = EventDeed(id=number, deed=Deed.CANCEL).pack()
    return [
        [button(_("It took place"), held)],
        [button(_("It was moved"), moved), button(_("It was cancelled"), off)],
    ]


def _ask_link(card: EventCard, about: Reminded) -> Screen | None:
    if card.has_link:
        return None
    text = fill(
        _("No link to join is recorded: {name}, {when}."),
        name=in_sentence(_name(card.event, about)),
        when=_when(card, about),
    )
    add = button(_("Enter the link"), EventDeed(id=card.event.id, deed=Deed.LINK).pack())
    return Screen(text, [[add]])


def _programme(card: EventCard, about: Reminded) -> Screen:
    assert about.reminder.occurrence is not None
    day = wall_of(about.reminder.occurrence, zone_of(card.event)).date()
    title = fill(_("<b>{name}</b>: programme of the day"), name=_name(card.event, about))
    heading = fill("<b>{day}</b>", day=dated_weekday(day, about.reader.language))
    text = lines([title, heading, *day_programme(card, day, about.reader)])
    return Screen(text, [[open_button(card.event.id)]])
