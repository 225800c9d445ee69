"""/undo and the button «Скасувати зміну»: one's own last change is taken back, for a day."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.changes import Undo, change_lines
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from handlers.screens import Screen, fill, lines, show
from partnership.access import Action
from partnership.editing import Edited, Editing


def build_router() -> Router:
    """The router of /undo."""
    router = subject_router("undoing", commands=frozenset({"undo"}), buttons=(Undo,))
    router.message.register(undo_command, Command("undo"), flags=needs(Action.UNDO))
    router.callback_query.register(undo_button, Undo.filter(), flags=needs(Action.UNDO))
    return router


async def undo_command(message: Message, reader: Reader, editing: Editing) -> None:
    """Take back the last change of the last day."""
    await show(message, undone_screen(await editing.undo(reader.user), reader))


async def undo_button(
    query: CallbackQuery, callback_data: Undo, reader: Reader, editing: Editing
) -> None:
    """Take back the change beside which the button stands."""
    undone = await editing.undo(reader.user, callback_data.batch)
    await show(query, undone_screen(undone, reader))


def undone_screen(undone: Edited, reader: Reader) -> Screen:
    """What was taken back: old ← new."""
    rows = change_lines(undone.changes, reader, backwards=True)
    return Screen(lines([fill(_("<b>Taken back</b>")), *rows]))
