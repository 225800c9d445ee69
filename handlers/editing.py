"""/editpartner, and the buttons of a card that fill in what nobody has recorded."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.cards.partner import EditFact
from handlers.forms.editing import editing_flow
from handlers.forms.partners import partner_answers
from handlers.forms.turns import open_form
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from partnership.access import Action, may
from partnership.errors import NotPermittedError
from partnership.language.names import NameIndex

COMMANDS = frozenset({"editpartner"})


def build_router() -> Router:
    """The router of facts that are edited by hand."""
    router = subject_router("editing", commands=COMMANDS, buttons=(EditFact,))
    edit = needs(Action.EDIT_PARTNER)
    router.message.register(edit_command, Command("editpartner"), flags=edit)
    router.callback_query.register(fill_in, EditFact.filter(), flags=edit)
    return router


async def edit_command(
    _message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    dialog_manager: DialogManager,
) -> None:
    """`/editpartner Бурж`: the facts of the card as buttons."""
    known = partner_answers(command.args or "", reader, names)
    await open_form(editing_flow(), dialog_manager, **known)


async def fill_in(
    _query: CallbackQuery, callback_data: EditFact, reader: Reader, dialog_manager: DialogManager
) -> None:
    """«Внести: …» under a card: straight to the value."""
    home = reader.overview.partnership(callback_data.id).home
    if not may(reader.user, Action.EDIT_PARTNER, home):
        raise NotPermittedError(Action.EDIT_PARTNER, home)
    answers = {"partner": callback_data.id, "fact": callback_data.fact}
    await open_form(editing_flow(), dialog_manager, answers)
