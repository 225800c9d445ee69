"""Calling an event off: asked first, with a reason; told once, and silent from then on."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed, OpenEvent
from handlers.cards.event_names import event_name, in_sentence
from handlers.cards.event_times import event_times
from handlers.cards.meeting_buttons import open_button
from handlers.desk import Desk
from handlers.meetings.finding import events_meant
from handlers.meetings.moving import choose, occurrence_in, which_of_series
from handlers.meetings.moving_drafts import told_line
from handlers.meetings.states import Waiting
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action, may
from partnership.calendar.base import Changed
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.errors import NotPermittedError
from partnership.language.names import NameIndex
from partnership.language.questions import ACTS, Reading, understand

PENDING = "cancelling"


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of calling off."""
    plan = needs(Action.PLAN_EVENT)
    filter_ = EventDeed.filter(F.deed == Deed.CANCEL)
    commands.callback_query.register(cancel_button, filter_, flags=plan)
    answers.message.register(reason_written, Waiting.cancel_reason, is_a_reason, flags=plan)


async def cancel_button(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """Ask what of a series, then why; a reason chosen is the confirmation."""
    desk = Desk(reader, state, calendar)
    what, _sep, reason = callback_data.detail.partition(".")
    if reason:
        words = _reasons()[int(reason)]
        await show(query, await _cancel(callback_data.id, what, words, desk))
        return
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    if card.event.series is not None and not what:
        await show(query, which_of_series(card, Deed.CANCEL, reader))
        return
    await show(query, await ask_reason(card, what, desk))


async def ask_reason(card: EventCard, what: str, desk: Desk) -> Screen:
    """Nothing is called off before a reason is given."""
    reader, number = desk.reader, card.event.id
    await desk.state.set_state(Waiting.cancel_reason)
    await desk.state.update_data({PENDING: [number, what]})
    rows = [
        [button(text, EventDeed(id=number, deed=Deed.CANCEL, detail=f"{what}.{index}").pack())]
        for index, text in enumerate(_reasons())
    ]
    rows.append([button(_("Do not cancel"), OpenEvent(id=number).pack())])
    name = event_name(card.event, reader.registry, reader.language)
    text = lines(
        [
            fill(
                _("Cancel the {name}, {when}?"),
                name=in_sentence(name),
                when=event_times(card.event, card.times, reader.language),
            ),
            fill(_("Choose the reason, or write it: everybody who was told will see it.")),
        ]
    )
    return Screen(text, rows)


def _reasons() -> list[str]:
    return [
        _("at the partner’s request"),
        _("change of plans"),
        _("security situation"),
        _("power cut"),
    ]


async def is_a_reason(message: Message, reader: Reader, names: NameIndex) -> bool:
    """Whether the words are a reason at all: a question or another plan must cancel nothing."""
    text = (message.text or "").strip()
    if text.endswith("?"):
        return False
    understood = understand(text, names=names, now=reader.now, zone=reader.zone.key)
    acts = (each for each in understood.readings if each.intent in ACTS)
    return not any(each.when or each.places for each in acts)


async def reason_written(
    message: Message, reader: Reader, state: FSMContext, calendar: Calendar
) -> None:
    """The reason in own words."""
    pending = (await state.get_data()).get(PENDING)
    if pending is None:
        await state.clear()
        await show(message, Screen(fill(_("There is nothing to cancel."))))
        return
    number, what = pending
    reason = (message.text or "").strip()
    await show(message, await _cancel(number, what, reason, Desk(reader, state, calendar)))


async def _cancel(number: int, what: str, reason: str, desk: Desk) -> Screen:
    await desk.state.clear()
    card = await desk.calendar.card_by_number(desk.reader.viewer, number)
    changed = await _call_off(card, what, reason, desk)
    reader = desk.reader
    name = event_name(card.event, reader.registry, reader.language)
    text = lines(
        [
            fill(_("Cancelled: {name}."), name=in_sentence(name)),
            fill(_("Reason: {reason}"), reason=reason),
            told_line(changed),
            fill(_("It can be taken back for a day: /undo")),
        ]
    )
    return Screen(text, [[open_button(number)]])


async def _call_off(card: EventCard, what: str, reason: str, desk: Desk) -> Changed:
    user, calendar, key = desk.reader.user, desk.calendar, card.event.key
    original = occurrence_in(what)
    if original is None:
        return await calendar.cancel(user, key, reason)
    if what.startswith("f"):
        return await calendar.cancel_following(user, key, original, reason)
    return await calendar.cancel_occurrence(user, key, original, reason)


async def propose(reading: Reading, desk: Desk) -> Screen:
    """«Скасуй зустріч з Буржем»: asked first."""
    if not may(desk.reader.user, Action.PLAN_EVENT):
        raise NotPermittedError(Action.PLAN_EVENT)
    found = await events_meant(reading, desk)
    if len(found) != 1 or found[0][1].series is not None:
        return choose(found, Deed.CANCEL, desk.reader)
    card = await desk.calendar.card(desk.reader.viewer, found[0][1].key)
    return await ask_reason(card, "", desk)
