"""/handover, and its questions: who hands over, who takes over; then what would pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, CommandObject, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.desk import Desk
from handlers.handover.handover_buttons import PartyChosen, PartyPage, Role, key_of
from handlers.handover.handover_screens import preview_screen, who_screen
from handlers.handover.pending import HandoverWaiting, Pending, drop, keep, kept, new_token
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, fill, lines, show
from handlers.waited_names import is_a_name
from partnership.access import Action, may
from partnership.access import Role as AccessRole
from partnership.errors import NotPermittedError
from partnership.handover.handovers import Handovers
from partnership.handover.party import Party
from partnership.language.questions import Reading


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of the command, its questions and their answers."""
    flags = needs(Action.HAND_OVER)
    commands.message.register(handover_command, Command("handover"), flags=flags)
    commands.callback_query.register(party_chosen, PartyChosen.filter(), flags=flags)
    commands.callback_query.register(turn_page, PartyPage.filter(), flags=flags)
    waited = StateFilter(HandoverWaiting.leaving, HandoverWaiting.successor)
    answers.message.register(name_written, waited, is_a_name, flags=flags)


async def handover_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    state: FSMContext,
    handovers: Handovers,
) -> None:
    """`/handover Сергієнко Чижевська`; without names they are asked for."""
    words = (command.args or "").strip()
    screen = await begin(words, reader, state, handovers)
    sides = await handovers.sides(words)
    understood = not words or sides.leaving or sides.successor or sides.mine
    await show(message, screen if understood else _unknown(words, screen))


async def spoken(reading: Reading, desk: Desk) -> Screen | None:
    """«Передай справи Сергієнко Чижевській»; in a group sent to the private chat."""
    if desk.handovers is None:
        return None
    if not may(desk.reader.user, Action.HAND_OVER):
        raise NotPermittedError(Action.HAND_OVER)
    if not desk.reader.private:
        return Screen(fill(_("Please write to me about this in the private chat: /handover")))
    return await begin(reading.text, desk.reader, desk.state, desk.handovers)


async def begin(text: str, reader: Reader, state: FSMContext, handovers: Handovers) -> Screen:
    """What a line says is taken; the rest is asked. A coordinator hands over their own."""
    sides = await handovers.sides(text)
    leaving, successor = sides.leaving, sides.successor
    admin = reader.user.role is AccessRole.ADMIN
    if leaving and not successor and not admin:
        leaving, successor = (), leaving
    if not leaving and (sides.mine or not admin):
        leaving = (await handovers.own(reader.user),)
    pending = Pending(
        token=new_token(),
        leaving=_sure(leaving),
        successor=_sure(successor),
        leaving_choices=tuple(map(key_of, leaving)),
        successor_choices=tuple(map(key_of, successor)),
    )
    return await proceed(pending, reader, state, handovers)


async def proceed(
    pending: Pending, reader: Reader, state: FSMContext, handovers: Handovers
) -> Screen:
    """The next question, or the preview where nothing is left to ask."""
    await drop(state)
    await keep(pending, state)
    if not pending.leaving:
        await state.set_state(HandoverWaiting.leaving)
        return await _who(pending, Role.LEAVING, 0, reader, handovers)
    leaving = await handovers.party_by_key(pending.leaving)
    handovers.require(reader.user, leaving)
    if not pending.successor:
        await state.set_state(HandoverWaiting.successor)
        return await _who(pending, Role.SUCCESSOR, 0, reader, handovers)
    successor = await handovers.party_by_key(pending.successor)
    preview = await handovers.preview(reader.user, leaving, successor, reader.language)
    return preview_screen(preview, pending.token, reader)


async def party_chosen(
    query: CallbackQuery,
    callback_data: PartyChosen,
    reader: Reader,
    state: FSMContext,
    handovers: Handovers,
) -> Alert | None:
    """Somebody is chosen by button."""
    pending = await kept(state, callback_data.token)
    if pending is None:
        return Alert(_("This button is out of date."))
    chosen = _choose(pending, callback_data.role, callback_data.who)
    await show(query, await proceed(chosen, reader, state, handovers))
    return None


async def turn_page(
    query: CallbackQuery,
    callback_data: PartyPage,
    reader: Reader,
    state: FSMContext,
    handovers: Handovers,
) -> Alert | None:
    """Another page of people."""
    pending = await kept(state, callback_data.token)
    if pending is None:
        return Alert(_("This button is out of date."))
    screen = await _who(pending, callback_data.role, callback_data.page, reader, handovers)
    await show(query, screen)
    return None


async def name_written(
    message: Message, reader: Reader, state: FSMContext, handovers: Handovers
) -> None:
    """A name instead of a button; several who may be meant are offered."""
    pending = await kept(state)
    leaving = await state.get_state() == HandoverWaiting.leaving
    role = Role.LEAVING if leaving else Role.SUCCESSOR
    if pending is None:
        await drop(state)
        await show(message, await begin(message.text or "", reader, state, handovers))
        return
    found = await handovers.named(message.text or "")
    if len(found) == 1:
        chosen = _choose(pending, role, key_of(found[0]))
        await show(message, await proceed(chosen, reader, state, handovers))
        return
    again = _offering(pending, role, found)
    await keep(again, state)
    screen = await _who(again, role, 0, reader, handovers)
    await show(message, screen if found else _unknown(message.text or "", screen))


def _unknown(name: str, screen: Screen) -> Screen:
    """The question again, below the name that nobody has."""
    unknown = fill(_("«{name}» is neither a user of the bot nor in the registry."), name=name)
    return Screen(lines([unknown, screen.text]), screen.buttons)


def _sure(parties: Sequence[Party]) -> str:
    return key_of(parties[0]) if len(parties) == 1 else ""


def _choose(pending: Pending, role: Role, who: str) -> Pending:
    if role is Role.LEAVING:
        return replace(pending, leaving=who)
    return replace(pending, successor=who)


def _offering(pending: Pending, role: Role, found: Sequence[Party]) -> Pending:
    keys = tuple(map(key_of, found))
    if role is Role.LEAVING:
        return replace(pending, leaving_choices=keys)
    return replace(pending, successor_choices=keys)


async def _who(
    pending: Pending, role: Role, page: int, reader: Reader, handovers: Handovers
) -> Screen:
    """Those who may be meant; where nobody is named, those who have something, or everybody."""
    leaving = role is Role.LEAVING
    choices = pending.leaving_choices if leaving else pending.successor_choices
    if choices:
        parties = [await handovers.party_by_key(each) for each in choices]
    elif leaving:
        parties = await handovers.with_something()
    else:
        parties = [each for each in await handovers.ours() if key_of(each) != pending.leaving]
    name = "" if leaving else (await handovers.party_by_key(pending.leaving)).name(reader.language)
    return who_screen(parties, role, page, pending.token, name, reader)
