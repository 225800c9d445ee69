"""/archive and /restore: both ask before they do."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message
from aiogram.utils.i18n import gettext as _
from aiogram_dialog import DialogManager

from handlers.forms.archiving import archive_flow, archived, archived_named, restore_flow
from handlers.forms.engine import Form
from handlers.forms.partners import partner_answers
from handlers.forms.turns import open_form
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from handlers.screens import Screen, fill, show
from partnership.access import Action
from partnership.language.names import NameIndex

COMMANDS = frozenset({"archive", "restore"})


def build_router() -> Router:
    """The router of the archive."""
    router = subject_router("archiving", commands=COMMANDS)
    archive = needs(Action.ARCHIVE)
    router.message.register(archive_command, Command("archive"), flags=archive)
    router.message.register(restore_command, Command("restore"), flags=archive)
    return router


async def archive_command(
    _message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    dialog_manager: DialogManager,
) -> None:
    """`/archive Бурж` asks first."""
    known = partner_answers(command.args or "", reader, names)
    await open_form(archive_flow(), dialog_manager, **known)


async def restore_command(
    message: Message, command: CommandObject, dialog_manager: DialogManager
) -> None:
    """`/restore Бурж` asks first; an empty archive leaves no question open."""
    form = Form(dialog_manager, {})
    if not archived(form):
        await show(message, Screen(fill(_("The archive is empty."))))
        return
    name = command.args or ""
    found = archived_named(form, name) if name else []
    answers = {"partner": found[0].id} if len(found) == 1 else {}
    problem = None
    if name and not found:
        problem = str(fill(_("«{name}» is not in the archive."), name=name))
    await open_form(restore_flow(), dialog_manager, answers, problem=problem)
