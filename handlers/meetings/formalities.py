"""What stands on paper about an event: the order, the reserve day, that no minutes are needed."""

from __future__ import annotations

import re
from datetime import date

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.meeting import event_card
from handlers.cards.meeting_buttons import back_button
from handlers.desk import Desk
from handlers.formats import short_date
from handlers.meetings.states import Waiting
from handlers.meetings.waiting import ask_and_wait, card_asked_about, wait_for
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.language.dates import Expectation, date_of, read_when

ORDER_EXAMPLE = "45-р від 01.08.2024"
ORDER_NUMBER = re.compile(r"№?\s*([\w/-]*\d[\w/-]*)")
NONE = "none"


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of formalities."""
    plan = needs(Action.PLAN_EVENT)
    asked = (
        (Deed.ORDER, order_button, Waiting.order, order_written),
        (Deed.RESERVE, reserve_button, Waiting.reserve_day, reserve_written),
        (Deed.WAIVE, waive_button, Waiting.waiver, waiver_written),
    )
    for deed, ask, awaited, keep in asked:
        commands.callback_query.register(ask, EventDeed.filter(F.deed == deed), flags=plan)
        answers.message.register(keep, awaited, flags=plan)


async def order_button(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """Ask for number and date of the order."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    order = card.event.order
    now = None
    if order is not None:
        day = short_date(order.issued_on, reader.language)
        now = fill(_("Now: no. {number} of {day}"), number=order.number, day=day)
    ask = fill(_("Send number and date of the order: {example}"), example=ORDER_EXAMPLE)
    await ask_and_wait(query, card, Waiting.order, [now, ask], Desk(reader, state, calendar))


async def order_written(
    message: Message, reader: Reader, state: FSMContext, calendar: Calendar
) -> None:
    """Keep the order; without a number or a day it is asked for once more."""
    card = await card_asked_about(state, reader, calendar)
    text = message.text or ""
    named, day = ORDER_NUMBER.search(text), order_day(text, reader)
    if named is None or day is None:
        ask = _("Send number and date of the order: {example}")
        await show(message, Screen(fill(ask, example=ORDER_EXAMPLE)))
        return
    await state.clear()
    await calendar.set_order(reader.user, card.event.key, named[1], day)
    await _show_changed(message, card, _("Order recorded."), reader, calendar)


def order_day(text: str, reader: Reader) -> date | None:
    """The date of an order; one in the past is what it usually is."""
    when = read_when(
        ORDER_NUMBER.sub("", text, count=1),
        now=reader.now,
        zone=reader.zone.key,
        expect=Expectation.DATE,
    )
    if when is None:
        return None
    past = next((each.read for each in when.doubts if each.read is not None), None)
    return date_of(past if past is not None else when.start)


async def reserve_button(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """Ask for the day that is agreed in case the planned one fails; or take it away."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    if callback_data.detail == NONE:
        await calendar.set_reserve_date(reader.user, card.event.key, None)
        await show(query, event_card(await calendar.card(reader.viewer, card.event.key), reader))
        return
    ask = fill(_("Which day is agreed in case the planned one fails? For example: 28.06"))
    await ask_and_wait(query, card, Waiting.reserve_day, [ask], Desk(reader, state, calendar))


async def reserve_written(
    message: Message, reader: Reader, state: FSMContext, calendar: Calendar
) -> None:
    """Keep the day; one in doubt is asked for once more."""
    card = await card_asked_about(state, reader, calendar)
    text = message.text or ""
    when = read_when(text, now=reader.now, zone=reader.zone.key, expect=Expectation.DATE)
    if when is None or when.doubts:
        said = _("I see no sure day in «{text}». Please write it like this: 28.06.2024")
        await show(message, Screen(fill(said, text=text), [[back_button(card.event)]]))
        return
    await state.clear()
    await calendar.set_reserve_date(reader.user, card.event.key, date_of(when.start))
    await _show_changed(message, card, _("Reserve date recorded."), reader, calendar)


async def waive_button(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """Ask why no minutes are needed; the usual reasons stand ready."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    if callback_data.detail:
        reason = _reasons()[int(callback_data.detail)]
        await state.clear()
        await calendar.waive_minutes(reader.user, card.event.key, reason)
        await show(query, event_card(await calendar.card(reader.viewer, card.event.key), reader))
        return
    await wait_for(Waiting.waiver, card, state)
    rows = [
        [button(text, EventDeed(id=card.event.id, deed=Deed.WAIVE, detail=str(number)).pack())]
        for number, text in enumerate(_reasons())
    ]
    ask = fill(_("Why are no minutes needed? Choose, or write the reason."))
    await show(query, Screen(ask, [*rows, [back_button(card.event)]]))


def _reasons() -> list[str]:
    return [_("a working call without decisions"), _("the partner writes the minutes")]


async def waiver_written(
    message: Message, reader: Reader, state: FSMContext, calendar: Calendar
) -> None:
    """The reason in own words."""
    card = await card_asked_about(state, reader, calendar)
    await state.clear()
    reason = " ".join((message.text or "").split())
    await calendar.waive_minutes(reader.user, card.event.key, reason)
    await _show_changed(message, card, _("Recorded: no minutes are needed."), reader, calendar)


async def _show_changed(
    message: Message, card: EventCard, said: str, reader: Reader, calendar: Calendar
) -> None:
    screen = event_card(await calendar.card(reader.viewer, card.event.key), reader)
    await show(message, Screen(lines([said, screen.text]), screen.buttons))
