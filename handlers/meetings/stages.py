"""How far an event has come: its next states, the order on a visit, meetings within it."""

from __future__ import annotations

import re
from datetime import date, datetime

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.event_names import state_word
from handlers.cards.meeting import event_card, heading
from handlers.cards.meeting_buttons import back_button
from handlers.desk import Desk
from handlers.meetings.drafts import Draft, new_token
from handlers.meetings.planning import proceed
from handlers.meetings.states import Waiting
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.events import CALLED_OFF, EventKind, EventState
from partnership.language.dates import Expectation, read_when

PENDING = "order_of"
OWN_BUTTONS = CALLED_OFF | {EventState.INTERRUPTED, EventState.POSTPONED, EventState.HELD}
"""States that have a button of their own in the card."""
NUMBER = re.compile(r"№?\s*([\w/-]*\d[\w/-]*)")


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of states."""
    plan = needs(Action.PLAN_EVENT)
    for deed, handler in ((Deed.STATE, state_button), (Deed.ORDER, order_button)):
        commands.callback_query.register(handler, EventDeed.filter(F.deed == deed), flags=plan)
    part = EventDeed.filter(F.deed == Deed.PART)
    commands.callback_query.register(part_button, part, flags=plan)
    answers.message.register(order_written, Waiting.order, flags=plan)


async def state_button(
    query: CallbackQuery, callback_data: EventDeed, reader: Reader, calendar: Calendar
) -> None:
    """The states that may follow, or the one chosen."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    if callback_data.detail:
        state = EventState(callback_data.detail)
        await calendar.set_state(reader.user, card.event.key, state)
        card = await calendar.card(reader.viewer, card.event.key)
        await show(query, event_card(card, reader))
        return
    rows = [
        [
            button(
                state_word(state),
                EventDeed(id=card.event.id, deed=Deed.STATE, detail=state).pack(),
            )
        ]
        for state in card.next_states
        if state not in OWN_BUTTONS
    ]
    now = fill(_("State: {state}"), state=state_word(card.event.state))
    text = lines([heading(card, reader), now, fill(_("What is the state now?"))])
    await show(query, Screen(text, [*rows, [back_button(card.event)]]))


async def order_button(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """Ask for number and date of the order."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    await state.set_state(Waiting.order)
    await state.update_data({PENDING: card.event.id})
    ask = fill(_("Send number and date of the order: {example}"), example="45-р від 01.08.2024")
    await show(query, Screen(lines([heading(card, reader), ask]), [[back_button(card.event)]]))


async def order_written(
    message: Message, reader: Reader, state: FSMContext, calendar: Calendar
) -> None:
    """Keep the order; without a number or a day it is asked for once more."""
    number = int((await state.get_data()).get(PENDING, 0))
    card = await calendar.card_by_number(reader.viewer, number)
    text = message.text or ""
    named, day = NUMBER.search(text), _day_in(text, reader)
    if named is None or day is None:
        ask = _("Send number and date of the order: {example}")
        await show(message, Screen(fill(ask, example="45-р від 01.08.2024")))
        return
    await state.clear()
    await calendar.set_order(reader.user, card.event.key, named[1], day)
    card = await calendar.card(reader.viewer, card.event.key)
    await show(message, event_card(card, reader))


def _day_in(text: str, reader: Reader) -> date | None:
    """The date of an order; one in the past is what it usually is."""
    when = read_when(
        NUMBER.sub("", text, count=1), now=reader.now, zone=reader.zone.key, expect=Expectation.DATE
    )
    if when is None:
        return None
    past = next((each.read for each in when.doubts if each.read is not None), None)
    day = past if past is not None else when.start
    return day.date() if isinstance(day, datetime) else day


async def part_button(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """Plan a meeting within a visit."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    draft = Draft(
        token=new_token(),
        kind=EventKind.MEETING,
        partnerships=card.event.partnerships,
        parent=card.event.key,
    )
    await show(query, await proceed(draft, Desk(reader, state, calendar)))
