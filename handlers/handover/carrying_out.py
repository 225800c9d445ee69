"""Going through with a handover: what has passed, the brief for the successor, the access."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _

from handlers.cards.changes import undo_button
from handlers.handover.handover_buttons import Deed, HandoverDeed, TakeAccess
from handlers.handover.handover_screens import access_screen, done_screen
from handlers.handover.pending import drop, kept
from handlers.handover.telling_parties import Courier
from handlers.menu import CommandMenu
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, fill, show
from handlers.telling import their_language
from partnership.access import Action
from partnership.handover.handovers import Handovers


def register(commands: Router, _answers: Router) -> None:
    """Add the handlers of the buttons below a preview and below a result."""
    pressed, flags = commands.callback_query.register, needs(Action.HAND_OVER)
    pressed(hand_over, HandoverDeed.filter(F.deed == Deed.GO), flags=flags)
    pressed(stop, HandoverDeed.filter(F.deed == Deed.STOP), flags=flags)
    manage = needs(Action.MANAGE_USERS)
    pressed(leave_access, HandoverDeed.filter(F.deed == Deed.KEEP_ACCESS), flags=manage)
    pressed(take_access, TakeAccess.filter(), flags=manage)


async def hand_over(
    query: CallbackQuery,
    callback_data: HandoverDeed,
    reader: Reader,
    state: FSMContext,
    handovers: Handovers,
    courier: Courier,
) -> Alert | None:
    """Pass everything on, tell both sides, and send the brief."""
    pending = await kept(state, callback_data.token)
    if pending is None or not (pending.leaving and pending.successor):
        return Alert(_("This button is out of date."))
    leaving = await handovers.party_by_key(pending.leaving)
    successor = await handovers.party_by_key(pending.successor)
    result = await handovers.hand_over(reader.user, leaving, successor, reader.language)
    await drop(state)
    await show(query, done_screen(result, reader))
    await courier.deliver(result, reader)
    if (question := access_screen(result, reader)) is not None:
        await courier.ask(reader.user.id, question)
    return None


async def stop(query: CallbackQuery, state: FSMContext) -> None:
    """Nothing passes."""
    await drop(state)
    await show(query, Screen(fill(_("Nothing was handed over."))))


async def leave_access(query: CallbackQuery) -> None:
    """The one who left goes on using the bot."""
    await show(query, Screen(fill(_("Access stays. It can be taken away later: /users"))))


async def take_access(
    query: CallbackQuery,
    callback_data: TakeAccess,
    reader: Reader,
    handovers: Handovers,
    command_menu: CommandMenu,
    i18n: I18n,
) -> None:
    """The one who left cannot use the bot any more; what they wrote stays."""
    leaving, batch = await handovers.take_access(reader.user, callback_data.handover)
    left = await handovers.membership.who(leaving.id)
    await command_menu.refresh(left, their_language(leaving.language, None, i18n))
    name = leaving.name or str(leaving.id)
    text = fill(_("Access taken away: {name}. What they wrote stays."), name=name)
    await show(query, Screen(text, [[undo_button(batch)]]))
