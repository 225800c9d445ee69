"""The points of the minutes by pages, and what is changed in one of them."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.minutes.changing import change_or_ask
from handlers.minutes.minutes_buttons import MinutesButton, MinutesDeed
from handlers.minutes.minutes_screens import (
    items_screen,
    point_screen,
    points_screen,
    removing_screen,
)
from handlers.minutes.values import PLACING, REMOVAL, SIDE
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, fill, show
from partnership.access import Action
from partnership.agreements import Side
from partnership.minutes import edits
from partnership.minutes.minutes import Minutes, Point
from partnership.minutes.taking import MinuteTaking


def register(commands: Router) -> None:
    """Add the buttons of points."""
    press, read = commands.callback_query.register, needs(Action.READ)
    write = needs(Action.WRITE_MINUTES)
    press(open_points, MinutesButton.filter(F.deed == MinutesDeed.POINTS), flags=read)
    press(open_point, MinutesButton.filter(F.deed == MinutesDeed.POINT), flags=write)
    press(ask_removal, MinutesButton.filter(F.deed == MinutesDeed.REMOVE), flags=write)
    press(remove_point, MinutesButton.filter(F.deed == MinutesDeed.REMOVE_YES), flags=write)
    press(place_point, MinutesButton.filter(F.deed == MinutesDeed.ITEM), flags=write)
    press(set_side, MinutesButton.filter(F.deed == MinutesDeed.SIDE), flags=write)


async def open_points(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> None:
    """A page of points."""
    await state.clear()
    minutes = await minute_taking.minutes(callback_data.id)
    await _show_points(query, minutes, int(callback_data.detail or 0), reader, minute_taking)


async def _show_points(
    query: CallbackQuery, minutes: Minutes, page: int, reader: Reader, taking: MinuteTaking
) -> None:
    event = await taking.events.event(minutes.event)
    assert event is not None
    await show(query, points_screen(minutes, event, page, reader))


async def open_point(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> Alert | None:
    """One point."""
    await state.clear()
    minutes, point = await _found(callback_data, minute_taking)
    if point is None:
        return _gone()
    await _show_point(query, minutes, point, reader, minute_taking)
    return None


async def ask_removal(
    query: CallbackQuery, callback_data: MinutesButton, reader: Reader, minute_taking: MinuteTaking
) -> Alert | None:
    """Asked before a point is taken out."""
    minutes, point = await _found(callback_data, minute_taking)
    if point is None:
        return _gone()
    await show(query, removing_screen(minutes, point, reader))
    return None


async def remove_point(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> Alert | None:
    """Taken out; of agreed minutes with a reason."""
    minutes, point = await _found(callback_data, minute_taking)
    if point is None:
        return _gone()
    edit, amended = edits.remove_point(point.id), (f"{REMOVAL}:{point.id}", "-")
    changed = await change_or_ask(query, minutes, edit, amended, reader, minute_taking, state)
    if changed is None:
        return None
    await _show_points(query, changed, 0, reader, minute_taking)
    return Alert(_("Removed. It can be taken back for a day: /undo"))


async def place_point(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> Alert | None:
    """Under which item of the agenda: asked, then done."""
    number, _dot, item = callback_data.detail.partition(".")
    of_point = callback_data.model_copy(update={"detail": number})
    minutes, point = await _found(of_point, minute_taking)
    if point is None:
        return _gone()
    if not item:
        await show(query, items_screen(minutes, point, reader))
        return None
    edit, amended = edits.put_under_item(point.id, int(item)), (f"{PLACING}:{point.id}", item)
    changed = await change_or_ask(query, minutes, edit, amended, reader, minute_taking, state)
    if changed is not None:
        await _show_entered(query, changed, point, reader, minute_taking)
    return None


async def set_side(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> Alert | None:
    """Whose point it is; in agreed minutes with a reason."""
    number, _dot, side = callback_data.detail.partition(".")
    of_point = callback_data.model_copy(update={"detail": number})
    minutes, point = await _found(of_point, minute_taking)
    if point is None:
        return _gone()
    edit, amended = edits.set_side(point.id, Side(side)), (f"{SIDE}:{point.id}", side)
    changed = await change_or_ask(query, minutes, edit, amended, reader, minute_taking, state)
    if changed is not None:
        await _show_entered(query, changed, point, reader, minute_taking)
    return None


async def _show_entered(
    query: CallbackQuery, minutes: Minutes, point: Point, reader: Reader, taking: MinuteTaking
) -> None:
    """The point as it is now."""
    changed = next(each for each in minutes.points if each.id == point.id)
    await _show_point(query, minutes, changed, reader, taking, fill(_("Entered.")))


async def _show_point(
    query: CallbackQuery,
    minutes: Minutes,
    point: Point,
    reader: Reader,
    taking: MinuteTaking,
    said: Markup | None = None,
) -> None:
    event = await taking.events.event(minutes.event)
    assert event is not None
    writes = taking.may_write(reader.user, event)
    await show(query, point_screen(minutes, point, reader, may_write=writes, said=said))


async def _found(
    callback_data: MinutesButton, taking: MinuteTaking
) -> tuple[Minutes, Point | None]:
    minutes = await taking.minutes(callback_data.id)
    wanted = int(callback_data.detail)
    return minutes, next((each for each in minutes.points if each.id == wanted), None)


def _gone() -> Alert:
    return Alert(_("This point is gone: somebody removed it meanwhile."))
