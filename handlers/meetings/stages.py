"""How far an event has come: its next states, and meetings within a visit."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.event_names import state_word
from handlers.cards.meeting import event_card, heading
from handlers.cards.meeting_buttons import back_button
from handlers.desk import Desk
from handlers.meetings.drafts import Draft, token_of
from handlers.meetings.planning import proceed
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.events import CALLED_OFF, EventKind, EventState

OWN_BUTTONS = CALLED_OFF | {EventState.INTERRUPTED, EventState.POSTPONED, EventState.HELD}
"""States that have a button of their own in the card."""


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of states."""
    plan = needs(Action.PLAN_EVENT)
    for deed, handler in ((Deed.STATE, state_button), (Deed.PART, part_button)):
        commands.callback_query.register(handler, EventDeed.filter(F.deed == deed), flags=plan)


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


async def part_button(query: CallbackQuery, callback_data: EventDeed, desk: Desk) -> None:
    """Plan a meeting within a visit."""
    card = await desk.calendar.card_by_number(desk.reader.viewer, callback_data.id)
    draft = Draft(
        token=token_of(desk.reader.now, card.event.key),
        kind=EventKind.MEETING,
        partnerships=card.event.partnerships,
        together=True,
        parent=card.event.key,
    )
    await show(query, await proceed(draft, desk))
