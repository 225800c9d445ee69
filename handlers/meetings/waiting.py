"""Asking for something in writing, and remembering which event it is about."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from markupsafe import Markup

from handlers.cards.meeting import heading
from handlers.cards.meeting_buttons import back_button
from handlers.desk import Desk
from handlers.reader import Reader
from handlers.screens import Screen, lines, show
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard

ABOUT = "asked_about"


async def ask_and_wait(
    query: CallbackQuery,
    card: EventCard,
    awaited: State,
    asked: Sequence[Markup | None],
    desk: Desk,
) -> None:
    """Ask under the name of the event; the next plain text is the answer."""
    await wait_for(awaited, card, desk.state)
    text = lines([heading(card, desk.reader), *asked])
    await show(query, Screen(text, [[back_button(card.event)]]))


async def wait_for(awaited: State, card: EventCard, state: FSMContext) -> None:
    """The next plain text is about this event."""
    await state.set_state(awaited)
    await state.update_data({ABOUT: card.event.id})


async def card_asked_about(state: FSMContext, reader: Reader, calendar: Calendar) -> EventCard:
    """The event that was asked about. Raises NotFoundError where it is gone."""
    number = int((await state.get_data()).get(ABOUT, 0))
    return await calendar.card_by_number(reader.viewer, number)
