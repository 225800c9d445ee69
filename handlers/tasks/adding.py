"""/task: a new action item from one line: what, who, until when."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from aiogram.utils.i18n import gettext as _

from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, fill, lines, show
from handlers.tasks.asking import ask_which_day
from handlers.tasks.task_screens import changed_screen
from partnership.access import Action
from partnership.membership_records import BoundChat
from partnership.tasks.tasks import Tasks


def register(commands: Router, _answers: Router) -> None:
    """Add the handler of the command."""
    flags = needs(Action.MANAGE_STEPS)
    commands.message.register(task_command, Command("task"), flags=flags)


async def task_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    tasks: Tasks,
    bound_chat: BoundChat | None,
    state: FSMContext,
) -> None:
    """`/task Бурж: підготувати звіт, відповідальна Чижевська, до 20 червня`."""
    task, choices = await tasks.add(reader.user, command.args or "", bound_chat)
    told = fill(_("Put under control."))
    if choices:
        doubt = fill(_("The due date is in doubt, so it is not recorded yet."))
        screen = await ask_which_day(task, choices, reader, state)
        told = lines([told, doubt])
    else:
        screen = await changed_screen(task, reader, tasks)
    await show(message, Screen(lines([told, screen.text]), screen.buttons))
