"""What happens to an event on its day: interrupted, going on, held, and with what results."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.meeting import event_card, heading
from handlers.cards.meeting_buttons import back_button
from handlers.desk import Desk
from handlers.meetings.moving_drafts import told_line
from handlers.meetings.states import Waiting
from handlers.meetings.waiting import card_asked_about, wait_for
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.bilingual import Bilingual
from partnership.calendar.base import Changed
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.event_parts import InterruptionCause
from partnership.events import EventState


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of an event's day."""
    plan = needs(Action.PLAN_EVENT)
    deeds: dict[Deed, Callable[..., Any]] = {
        Deed.INTERRUPT: interrupt_button,
        Deed.RESUME: resume_button,
        Deed.HELD: held_button,
    }
    for deed, handler in deeds.items():
        commands.callback_query.register(handler, EventDeed.filter(F.deed == deed), flags=plan)
    answers.message.register(outcome_written, Waiting.outcome, flags=plan)


async def interrupt_button(query: CallbackQuery, callback_data: EventDeed, desk: Desk) -> None:
    """Why it stopped is chosen, and all who knew are told."""
    card = await desk.calendar.card_by_number(desk.reader.viewer, callback_data.id)
    if not callback_data.detail:
        await show(query, await desk.worded(partial(_why, card)))
        return
    cause = InterruptionCause(callback_data.detail)
    changed = await desk.calendar.interrupt(desk.reader.user, card.event.key, cause)
    await show(query, await desk.worded(partial(_interrupted, changed)))


async def _why(card: EventCard, desk: Desk) -> Screen:
    words = {
        InterruptionCause.ALERT: _("Air-raid alert"),
        InterruptionCause.POWER_CUT: _("Power cut"),
        InterruptionCause.CONNECTION: _("Connection lost"),
        InterruptionCause.OTHER: _("Another reason"),
    }
    rows = [
        [button(text, EventDeed(id=card.event.id, deed=Deed.INTERRUPT, detail=each).pack())]
        for each, text in words.items()
    ]
    text = lines([heading(card, desk.reader), fill(_("Why was it interrupted?"))])
    return Screen(text, [*rows, [back_button(card.event)]])


async def resume_button(query: CallbackQuery, callback_data: EventDeed, desk: Desk) -> None:
    """It goes on."""
    card = await desk.calendar.card_by_number(desk.reader.viewer, callback_data.id)
    changed = await desk.calendar.resume(desk.reader.user, card.event.key)
    await show(query, await desk.worded(partial(_resumed, changed)))


async def _interrupted(changed: Changed, desk: Desk) -> Screen:
    return await _changed(changed, _("Interrupted."), desk)


async def _resumed(changed: Changed, desk: Desk) -> Screen:
    return await _changed(changed, _("It goes on."), desk)


async def _changed(changed: Changed, said: str, desk: Desk) -> Screen:
    card = await desk.calendar.card(desk.reader.viewer, changed.event.key)
    screen = event_card(card, desk.reader)
    return Screen(lines([said, told_line(changed), screen.text]), screen.buttons)


async def held_button(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """Record that it took place, and ask for the results; they may follow later."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    event = card.event
    if event.actual.start is None or event.state is EventState.PLANNED:
        changed = await calendar.hold(
            reader.user, event.key, occurrence=_occurrence(card, callback_data.detail)
        )
        event = changed.event
    card = await calendar.card(reader.viewer, event.key)
    await wait_for(Waiting.outcome, card, state)
    text = lines(
        [
            heading(card, reader),
            fill(_("Recorded: it took place.")),
            fill(_("Write the results, one a line; or leave it for later.")),
        ]
    )
    await show(query, Screen(text, [[back_button(card.event)]]))


def _occurrence(card: EventCard, detail: str) -> datetime | None:
    """Of a series: the meeting that a reminder asked about, else the one on the card."""
    if card.event.series is None:
        return None
    if detail:
        return datetime.strptime(detail, "%Y%m%d%H%M")  # noqa: DTZ007 - a wall time
    return card.occurrence.original if card.occurrence else None


async def outcome_written(
    message: Message, reader: Reader, state: FSMContext, calendar: Calendar
) -> None:
    """The results, each line one of them."""
    card = await card_asked_about(state, reader, calendar)
    await state.clear()
    written = [line.strip(" •-—\t") for line in (message.text or "").splitlines()]
    outcomes = tuple(_in_own_language(line, reader.language) for line in written if line)
    changed = await calendar.hold(reader.user, card.event.key, outcomes)
    rows = [
        fill("✓ {outcome}", outcome=each.text(reader.language)) for each in changed.event.outcomes
    ]
    note = fill(_("It can be taken back for a day: /undo"))
    text = lines([heading(card, reader), fill(_("Results recorded:")), *rows, note])
    await show(message, Screen(text, [[back_button(card.event)]]))


def _in_own_language(text: str, language: str) -> Bilingual:
    return Bilingual(en=text) if language == "en" else Bilingual(uk=text)
