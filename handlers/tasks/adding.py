"""/task: a new action item from one line: what, who, with whom, under whose control, until when."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message
from aiogram.utils.i18n import gettext as _

from handlers.routing import needs
from handlers.screens import Screen, fill, lines, show
from handlers.tasks.asking import ask_which_day
from handlers.tasks.task_desk import TaskDesk
from handlers.tasks.task_screens import changed_screen
from partnership.access import Action


def register(commands: Router, _answers: Router) -> None:
    """Add the handler of the command."""
    flags = needs(Action.MANAGE_STEPS)
    commands.message.register(task_command, Command("task"), flags=flags)


async def task_command(message: Message, command: CommandObject, desk: TaskDesk) -> None:
    """`/task Бурж: підготувати звіт, відповідальна Чижевська, до 20 червня`."""
    task, choices = await desk.tasks.add(desk.reader.user, command.args or "", desk.bound)

    async def added(here: TaskDesk) -> Screen:
        told = fill(_("Put under control."))
        if choices:
            doubt = fill(_("The due date is in doubt, so it is not recorded yet."))
            screen = await ask_which_day(task, choices, here)
            return Screen(lines([told, doubt, screen.text]), screen.buttons)
        screen = await changed_screen(task, here)
        return Screen(lines([told, screen.text]), screen.buttons)

    await show(message, await desk.worded(added))
