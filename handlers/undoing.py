"""/undo and the button «Скасувати зміну»: one's own last change is taken back, for a day."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.changes import Undo, change_lines
from handlers.change_log import record_name
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from handlers.screens import Screen, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.editing import Edited, Editing
from partnership.entities import Kind


def build_router() -> Router:
    """The router of /undo."""
    router = subject_router("undoing", commands=frozenset({"undo"}), buttons=(Undo,))
    router.message.register(undo_command, Command("undo"), flags=needs(Action.UNDO))
    router.callback_query.register(undo_button, Undo.filter(), flags=needs(Action.UNDO))
    return router


async def undo_command(
    message: Message, reader: Reader, editing: Editing, calendar: Calendar
) -> None:
    """Take back the last change of the last day."""
    await show(
        message, await undone_screen(await editing.undo(reader.user), reader, editing, calendar)
    )


async def undo_button(
    query: CallbackQuery,
    callback_data: Undo,
    reader: Reader,
    editing: Editing,
    calendar: Calendar,
) -> None:
    """Take back the change beside which the button stands."""
    undone = await editing.undo(reader.user, callback_data.batch)
    await show(query, await undone_screen(undone, reader, editing, calendar))


async def undone_screen(
    undone: Edited, reader: Reader, editing: Editing, calendar: Calendar
) -> Screen:
    """What was taken back, of which events: old ← new."""
    changes = [each for each in undone.changes if each.kind is Kind.EVENT]
    names = [await record_name(each, reader, calendar, editing) for each in changes]
    about = [fill("{name}", name=name) for name in dict.fromkeys(names) if name]
    rows = change_lines(undone.changes, reader, backwards=True)
    return Screen(lines([fill(_("<b>Taken back</b>")), *about, *rows]))
