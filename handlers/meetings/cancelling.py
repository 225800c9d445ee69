"""Calling an event off: asked first, with a reason; told once, and silent from then on."""

from __future__ import annotations

import re
from functools import partial

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed, OpenEvent
from handlers.cards.event_names import event_name, in_sentence
from handlers.cards.event_times import event_times
from handlers.cards.meeting_buttons import open_button
from handlers.desk import Desk
from handlers.meetings.finding import are_of_kind, day_meant, events_meant, on_weekday
from handlers.meetings.moved_events import single
from handlers.meetings.moving import WALL, occurrence_in, which_event, which_of_series
from handlers.meetings.moving_drafts import told_line
from handlers.meetings.states import Waiting, is_no_other_plan
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action, may
from partnership.calendar.base import Changed
from partnership.calendar.cards import EventCard
from partnership.errors import NotPermittedError
from partnership.language.questions import Reading

PENDING = "cancelling"
OWN_REASON = "own"
REASON = re.compile(
    r"(?:[,;–—:]\s+(?:бо|тому що|оскільки|через те що|because|as|since)?\s*"
    r"|\s(?:бо|тому що|через|because of|because|due to)\s+)(?P<reason>[^,?]{4,150})$",
    re.IGNORECASE,
)
"""What stands behind a comma or «because»."""


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of calling off."""
    plan = needs(Action.PLAN_EVENT)
    filter_ = EventDeed.filter(F.deed == Deed.CANCEL)
    commands.callback_query.register(cancel_button, filter_, flags=plan)
    answers.message.register(reason_written, Waiting.cancel_reason, is_no_other_plan, flags=plan)


async def cancel_button(query: CallbackQuery, callback_data: EventDeed, desk: Desk) -> None:
    """Ask what of a series, then why; a reason chosen is the confirmation."""
    what, _sep, reason = callback_data.detail.partition(".")
    if reason:
        words = await _chosen(reason, desk.state)
        await show(query, await _cancel(callback_data.id, what, words, desk))
        return
    card = await desk.calendar.card_by_number(desk.reader.viewer, callback_data.id)
    if card.event.series is not None and not what:
        await show(query, await desk.worded(partial(which_of_series, card, Deed.CANCEL)))
        return
    await show(query, await ask_reason(card, what, desk))


async def _chosen(reason: str, state: FSMContext) -> str:
    """The reason of a button: the one that the person gave, or one of the usual ones."""
    if reason == OWN_REASON:
        return str((await state.get_data()).get(OWN_REASON) or _reasons()[1])
    return _reasons()[int(reason)]


async def ask_reason(card: EventCard, what: str, desk: Desk, given: str | None = None) -> Screen:
    """Nothing is called off before a reason is given; `given` is one that was said already."""
    await desk.state.set_state(Waiting.cancel_reason)
    await desk.state.update_data({PENDING: [card.event.id, what], OWN_REASON: given})
    return await desk.worded(partial(_ask_why, card, what, given))


async def _ask_why(card: EventCard, what: str, given: str | None, desk: Desk) -> Screen:
    reader, number = desk.reader, card.event.id
    reasons = [(OWN_REASON, given)] if given else []
    reasons += [(str(index), text) for index, text in enumerate(_reasons())]
    rows = [
        [button(text, EventDeed(id=number, deed=Deed.CANCEL, detail=f"{what}.{at}").pack())]
        for at, text in reasons
    ]
    rows.append([button(_("Do not cancel"), OpenEvent(id=number).pack())])
    name = event_name(card.event, reader.registry, reader.language)
    text = lines(
        [
            fill(
                _("Cancel the {name}, {when}?"),
                name=in_sentence(name),
                when=when_of_part(card, what, desk),
            ),
            fill(_("Choose the reason, or write it: everybody who was told will see it.")),
        ]
    )
    return Screen(text, rows)


def when_of_part(card: EventCard, what: str, desk: Desk) -> str:
    """When that takes place which is called off: one meeting of a series, or all of it."""
    original, language = occurrence_in(what), desk.reader.language
    if original is None:
        return event_times(card.event, card.times, language)
    alone = single(card.event, original)
    when = event_times(alone, desk.calendar.clocks_of(alone), language)
    return _("{when} and all following").format(when=when) if what.startswith("f") else when


def _reasons() -> list[str]:
    return [
        _("at the partner’s request"),
        _("change of plans"),
        _("security situation"),
        _("power cut"),
    ]


async def reason_written(message: Message, desk: Desk) -> None:
    """The reason in own words."""
    pending = (await desk.state.get_data()).get(PENDING)
    if pending is None:
        await desk.state.clear()
        await show(message, Screen(fill(_("There is nothing to cancel."))))
        return
    number, what = pending
    await show(message, await _cancel(number, what, (message.text or "").strip(), desk))


async def _cancel(number: int, what: str, reason: str, desk: Desk) -> Screen:
    await desk.state.clear()
    card = await desk.calendar.card_by_number(desk.reader.viewer, number)
    changed = await _call_off(card, what, reason, desk)
    return await desk.worded(partial(_cancelled, card, what, reason, changed))


async def _cancelled(
    card: EventCard, what: str, reason: str, changed: Changed, desk: Desk
) -> Screen:
    name = event_name(card.event, desk.reader.registry, desk.reader.language)
    when = when_of_part(card, what, desk)
    text = lines(
        [
            fill(_("Cancelled: {name}, {when}."), name=in_sentence(name), when=when),
            fill(_("Reason: {reason}"), reason=reason),
            told_line(changed),
            fill(_("It can be taken back for a day: /undo")),
        ]
    )
    return Screen(text, [[open_button(card.event.id)]])


async def _call_off(card: EventCard, what: str, reason: str, desk: Desk) -> Changed:
    user, calendar, key = desk.reader.user, desk.calendar, card.event.key
    original = occurrence_in(what)
    if original is None:
        return await calendar.cancel(user, key, reason)
    if what.startswith("f"):
        return await calendar.cancel_following(user, key, original, reason)
    return await calendar.cancel_occurrence(user, key, original, reason)


async def propose(reading: Reading, desk: Desk) -> Screen:
    """«Скасуй зустріч з Буржем»: asked first; a reason that was given stands ready."""
    if not may(desk.reader.user, Action.PLAN_EVENT):
        raise NotPermittedError(Action.PLAN_EVENT)
    day = day_meant(reading, desk.reader)
    found = await events_meant(reading, desk, day) or await on_weekday(reading, desk)
    if len(found) != 1 or not are_of_kind(found, reading):
        return await which_event(found, reading, Deed.CANCEL, desk)
    at, event = found[0]
    card = await desk.calendar.card(desk.reader.viewer, event.key)
    if event.series is None:
        return await ask_reason(card, "", desk, _reason_in(reading.text))
    if day is None:
        return await which_of_series(card, Deed.CANCEL, desk)
    what = f"o{at.original.strftime(WALL)}"
    return await ask_reason(card, what, desk, _reason_in(reading.text))


def _reason_in(text: str) -> str | None:
    """«…, партнер захворів», «…, бо тривога», "… because of the alert"."""
    found = REASON.search(text)
    return found["reason"].strip(" .!") if found else None
