"""The agenda and the annexes of minutes: added by text, moved and removed by buttons."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram.utils.i18n import gettext as _

from handlers.minutes.asking import ask_part
from handlers.minutes.changing import change_or_ask
from handlers.minutes.minutes_buttons import MinutesButton, MinutesDeed
from handlers.minutes.part_screens import (
    agenda_screen,
    annexes_screen,
    page_of_item,
    removing_annex_screen,
    removing_item_screen,
)
from handlers.minutes.values import ANNEX, DROP_ANNEX, DROP_ITEM, MOVE, annex_mark
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, show
from partnership.access import Action
from partnership.minutes import edits
from partnership.minutes.missing import Lack
from partnership.minutes.taking import MinuteTaking

ADDED = {MinutesDeed.AGENDA_ADD: Lack.AGENDA.value, MinutesDeed.ANNEX_ADD: ANNEX}
"""What is asked for by the buttons that add."""
SCREENS = {MinutesDeed.AGENDA: agenda_screen, MinutesDeed.ANNEXES: annexes_screen}


def register(commands: Router) -> None:
    """Add the buttons of the agenda and of the annexes."""
    press, write = commands.callback_query.register, needs(Action.WRITE_MINUTES)
    press(open_list, MinutesButton.filter(F.deed.in_(set(SCREENS))), flags=write)
    press(ask_added, MinutesButton.filter(F.deed.in_(set(ADDED))), flags=write)
    press(move_up, MinutesButton.filter(F.deed == MinutesDeed.ITEM_UP), flags=write)
    items = {MinutesDeed.ITEM_REMOVE, MinutesDeed.ITEM_REMOVE_YES}
    press(remove_item, MinutesButton.filter(F.deed.in_(items)), flags=write)
    annexes = {MinutesDeed.ANNEX_REMOVE, MinutesDeed.ANNEX_REMOVE_YES}
    press(remove_annex, MinutesButton.filter(F.deed.in_(annexes)), flags=write)


async def open_list(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> None:
    """A page of the agenda, or of the annexes."""
    await state.clear()
    minutes = await minute_taking.minutes(callback_data.id)
    screen = SCREENS[callback_data.deed]
    await show(query, screen(minutes, int(callback_data.detail or 0), reader))


async def ask_added(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> None:
    """Ask for what is added."""
    minutes = await minute_taking.minutes(callback_data.id)
    await show(query, await ask_part(minutes, ADDED[callback_data.deed], reader, state))


async def move_up(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> Alert | None:
    """An item goes before the one above it, with its points."""
    minutes = await minute_taking.minutes(callback_data.id)
    item, known = int(callback_data.detail), [each.id for each in minutes.agenda]
    if item not in known:
        return _gone()
    above = max(known.index(item), 1)
    edit, amended = edits.move_item(item, above), (f"{MOVE}:{item}", str(above))
    changed = await change_or_ask(query, minutes, edit, amended, reader, minute_taking, state)
    if changed is not None:
        await show(query, agenda_screen(changed, page_of_item(changed, item), reader))
    return None


async def remove_item(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> Alert | None:
    """Asked, then taken out; its points stay, under no item."""
    minutes = await minute_taking.minutes(callback_data.id)
    item = next((e for e in minutes.agenda if e.id == int(callback_data.detail)), None)
    if item is None:
        return _gone()
    if callback_data.deed is MinutesDeed.ITEM_REMOVE:
        await show(query, removing_item_screen(minutes, item, reader))
        return None
    edit, amended = edits.remove_item(item.id), (f"{DROP_ITEM}:{item.id}", "-")
    changed = await change_or_ask(query, minutes, edit, amended, reader, minute_taking, state)
    if changed is None:
        return None
    await show(query, agenda_screen(changed, page_of_item(minutes, item.id), reader))
    return _removed()


async def remove_annex(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> Alert | None:
    """Asked, then taken out."""
    minutes = await minute_taking.minutes(callback_data.id)
    mark = int(callback_data.detail)
    title = next((each for each in minutes.annexes if annex_mark(each) == mark), None)
    if title is None:
        return Alert(_("This annex is gone: somebody removed it meanwhile."))
    if callback_data.deed is MinutesDeed.ANNEX_REMOVE:
        await show(query, removing_annex_screen(minutes, title, reader))
        return None
    edit, amended = edits.remove_annex(title), (f"{DROP_ANNEX}:{mark}", "-")
    changed = await change_or_ask(query, minutes, edit, amended, reader, minute_taking, state)
    if changed is None:
        return None
    await show(query, annexes_screen(changed, 0, reader))
    return _removed()


def _gone() -> Alert:
    return Alert(_("This item is gone: somebody removed it meanwhile."))


def _removed() -> Alert:
    return Alert(_("Removed. It can be taken back for a day: /undo"))
