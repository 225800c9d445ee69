"""/addpartner: in one line, or step by step where something is left open."""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from aiogram_dialog import DialogManager

from handlers.answers.adding import StartAdding
from handlers.forms.adding import adding_flow
from handlers.forms.turns import open_form
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from handlers.screens import fill
from partnership.access import Action, may
from partnership.errors import NotPermittedError
from partnership.language.names import NameIndex
from partnership.proposals import Proposal, read_proposal

COMMANDS = frozenset({"addpartner"})


def build_router() -> Router:
    """The router of /addpartner."""
    router = subject_router("adding", commands=COMMANDS, buttons=(StartAdding,))
    add = needs(Action.ADD_PARTNER)
    router.message.register(add_command, Command("addpartner"), flags=add)
    router.callback_query.register(start_button, StartAdding.filter(), flags=add)
    return router


async def add_command(
    _message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    dialog_manager: DialogManager,
) -> None:
    """`/addpartner Ульм; Німеччина; Житомир` adds at once; without a line, the form."""
    await _begin(command.args or "", reader, names, dialog_manager)


async def start_button(
    _query: CallbackQuery,
    callback_data: StartAdding,
    reader: Reader,
    names: NameIndex,
    dialog_manager: DialogManager,
) -> None:
    """The same, said in plain words and confirmed."""
    await _begin(callback_data.line, reader, names, dialog_manager)


async def _begin(
    line: str, reader: Reader, names: NameIndex, dialog_manager: DialogManager
) -> None:
    said = read_proposal(line, reader.registry, names)
    home = said.home or (None if said.others else _only_home(reader))
    if home is not None and not may(reader.user, Action.ADD_PARTNER, home):
        raise NotPermittedError(Action.ADD_PARTNER, home)
    answers = {"community": home, "town": said.partner, "country": said.country}
    known = {key: value for key, value in answers.items() if value is not None}
    await open_form(
        adding_flow(),
        dialog_manager,
        known,
        line=said.partner is not None,
        problem=_not_understood(said),
        home_typed=said.others[0] if said.others else None,
    )


def _only_home(reader: Reader) -> str | None:
    """The community that is meant where none is named."""
    own = reader.user.communities or tuple(each.id for each in reader.registry.home_places())
    return own[0] if len(own) == 1 else None


def _not_understood(said: Proposal) -> Any:
    if not said.others:
        return None
    return str(fill(_("There is no community «{name}» in the registry."), name=said.others[0]))
