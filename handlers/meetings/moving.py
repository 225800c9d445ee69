"""Moving, postponing, calling off, meeting online instead: shown first, told to all who knew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.event_names import event_name
from handlers.cards.event_times import event_times, moment
from handlers.cards.meeting_buttons import back_button
from handlers.desk import Desk
from handlers.formats import dated_weekday, short_date
from handlers.meetings.drafts import Draft, Purpose, token_of
from handlers.meetings.finding import Found, are_of_kind, day_meant, events_meant, on_weekday
from handlers.meetings.moved_events import single
from handlers.meetings.moved_times import read_move
from handlers.meetings.moving_drafts import told_line
from handlers.meetings.planning import proceed
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action, may
from partnership.calendar.base import Changed
from partnership.calendar.cards import EventCard
from partnership.calendar.series import Occurrence
from partnership.calendar.times import begins_at, wall_of, zone_of
from partnership.errors import NotPermittedError
from partnership.events import Event
from partnership.language.questions import Reading

WALL = "%Y%m%d%H%M"
"""How the occurrence of a series stands in a button."""
CHOICES = 8


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of moving."""
    plan = needs(Action.PLAN_EVENT)
    deeds: dict[Deed, Callable[..., Any]] = {
        Deed.MOVE: move_button,
        Deed.POSTPONE: postpone_button,
        Deed.ONLINE: online_button,
    }
    for deed, handler in deeds.items():
        commands.callback_query.register(handler, EventDeed.filter(F.deed == deed), flags=plan)


async def move_button(query: CallbackQuery, callback_data: EventDeed, desk: Desk) -> None:
    """Ask for the new time; of a series first, what of it."""
    card = await desk.calendar.card_by_number(desk.reader.viewer, callback_data.id)
    if card.event.series is not None and not callback_data.detail:
        await show(query, await desk.worded(partial(which_of_series, card, Deed.MOVE)))
        return
    draft = _draft(card.event, callback_data.detail, desk.reader)
    await show(query, await proceed(draft, desk))


async def online_button(query: CallbackQuery, callback_data: EventDeed, desk: Desk) -> None:
    """Ask when the meeting is that takes the place of a visit."""
    card = await desk.calendar.card_by_number(desk.reader.viewer, callback_data.id)
    draft = replace(_draft(card.event, "", desk.reader), purpose=Purpose.ONLINE)
    await show(query, await proceed(draft, desk))


async def postpone_button(query: CallbackQuery, callback_data: EventDeed, desk: Desk) -> None:
    """Leave the event without a time, once that is confirmed."""
    card = await desk.calendar.card_by_number(desk.reader.viewer, callback_data.id)
    if callback_data.detail != "yes":
        await show(query, await desk.worded(partial(_ask_to_postpone, card)))
        return
    changed = await desk.calendar.postpone(desk.reader.user, card.event.key)
    await show(query, await desk.worded(partial(_postponed, card, changed)))


async def _ask_to_postpone(card: EventCard, desk: Desk) -> Screen:
    name = event_name(card.event, desk.reader.registry, desk.reader.language)
    again = EventDeed(id=card.event.id, deed=Deed.POSTPONE, detail="yes").pack()
    row = [button(_("Yes, postpone"), again), back_button(card.event)]
    text = _("Postpone without a new date: {name}? Reminders will stop.")
    return Screen(fill(text, name=name), [row])


async def _postponed(card: EventCard, changed: Changed, desk: Desk) -> Screen:
    name = event_name(card.event, desk.reader.registry, desk.reader.language)
    note = fill(_("It can be taken back for a day: /undo"))
    text = lines([fill(_("Postponed: {name}."), name=name), told_line(changed), note])
    return Screen(text, [[back_button(card.event)]])


async def which_of_series(card: EventCard, deed: Deed, desk: Desk) -> Screen:
    """One meeting of a series, this and the following ones, or all of them."""
    event, reader = card.event, desk.reader
    rows: list[list[InlineKeyboardButton]] = []
    if card.occurrence is not None:
        original = card.occurrence.original
        wall, when = original.strftime(WALL), moment(original, reader.language)
        one = EventDeed(id=event.id, deed=deed, detail=f"o{wall}").pack()
        rest = EventDeed(id=event.id, deed=deed, detail=f"f{wall}").pack()
        rows.append([button(_("Only {when}").format(when=when), one)])
        rows.append([button(_("This and all following"), rest)])
    if deed is Deed.CANCEL or _is_ahead(card, reader):
        whole = EventDeed(id=event.id, deed=deed, detail="s").pack()
        rows.append([button(_("The whole series"), whole)])
    rows.append([back_button(event)])
    name = event_name(event, reader.registry, reader.language)
    times = event_times(event, card.times, reader.language)
    text = lines([fill("<b>{name}</b>: {when}", name=name, when=times), fill(_("Which of them?"))])
    return Screen(text, rows)


def _is_ahead(card: EventCard, reader: Reader) -> bool:
    """Whether no meeting of the series was held yet: what was held cannot be moved."""
    first = begins_at(card.event)
    return first is not None and first > reader.now


def occurrence_in(detail: str) -> datetime | None:
    """The wall time, by the rule, that a button of a series carries."""
    return datetime.strptime(detail[1:], WALL) if detail[:1] in {"o", "f"} else None  # noqa: DTZ007


def _draft(event: Event, detail: str, reader: Reader) -> Draft:
    original = occurrence_in(detail)
    return Draft(
        token=token_of(reader.now, event.key, detail),
        purpose=Purpose.MOVE,
        event=event.key,
        occurrence=original.isoformat() if original else None,
        following=detail.startswith("f"),
        kind=event.kind,
        partnerships=event.partnerships,
    )


async def propose(reading: Reading, desk: Desk) -> Screen:
    """«Перенеси зустріч з Буржем на п'ятницю 14:00»: shown old → new, saved after «yes»."""
    _require(desk.reader)
    day = day_meant(reading, desk.reader)
    found = await events_meant(reading, desk, day) or await on_weekday(reading, desk)
    if len(found) != 1 or not are_of_kind(found, reading):
        return await which_event(found, reading, Deed.MOVE, desk)
    at, event = found[0]
    detail = f"o{at.original.strftime(WALL)}" if event.series is not None else ""
    draft = replace(_draft(event, detail, desk.reader), undecided=bool(detail))
    was = single(event, at.original) if detail else event
    draft = read_move(reading.text, reading.when, draft, was, desk.reader)
    return await proceed(replace(draft, unread=""), desk)


def _require(reader: Reader) -> None:
    if not may(reader.user, Action.PLAN_EVENT):
        raise NotPermittedError(Action.PLAN_EVENT)


async def which_event(found: list[Found], reading: Reading, deed: Deed, desk: Desk) -> Screen:
    """Which event is meant, where several may be; where none is on the day named, of all days."""
    day = day_meant(reading, desk.reader)
    if found or day is None:
        return choose(found, deed, desk.reader)
    screen = choose(await events_meant(reading, desk), deed, desk.reader)
    text = _("Nothing of the kind is planned for {day}.")
    said = fill(text, day=dated_weekday(day, desk.reader.language))
    return Screen(lines([said, screen.text if screen.buttons else None]), screen.buttons)


def _day_of(event: Event, at: Occurrence, language: str) -> str:
    """The day, and the hour where there is one, by the clocks of the event."""
    wall = wall_of(at.starts_at, zone_of(event))
    day = f"{wall:%d.%m}" if language == "uk" else short_date(wall.date(), language)
    return day if event.all_day else f"{day} {wall:%H:%M}"


def choose(found: list[Found], deed: Deed, reader: Reader) -> Screen:
    """Which event is meant, where several may be; or that there is none."""
    if not found:
        return Screen(fill(_("No such event is planned: /week, /events")))
    rows = [
        [
            button(
                _("{day}: {name}").format(
                    day=_day_of(event, at, reader.language),
                    name=event_name(event, reader.registry, reader.language),
                ),
                EventDeed(id=event.id, deed=deed).pack(),
            )
        ]
        for at, event in found[:CHOICES]
    ]
    return Screen(fill(_("Which event do you mean?")), rows)
