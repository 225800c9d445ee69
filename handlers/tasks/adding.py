"""/task: new action items, a line each: what, who, with whom, under whose control, until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.tasks import list_line
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from handlers.tasks.asking import ask_which_day
from handlers.tasks.task_buttons import TaskDeed, pressing
from handlers.tasks.task_desk import TaskDesk
from handlers.tasks.task_screens import changed_screen, undo_line
from partnership.access import Action
from partnership.steps import Step

IN_A_ROW = 5


def register(commands: Router, _answers: Router) -> None:
    """Add the handler of the command."""
    flags = needs(Action.MANAGE_STEPS)
    commands.message.register(task_command, Command("task"), flags=flags)


async def task_command(message: Message, command: CommandObject, desk: TaskDesk) -> None:
    """`/task Бурж: підготувати звіт, відповідальна Чижевська, до 20 червня`."""
    added, choices = await desk.tasks.add_lines(desk.reader.user, command.args or "", desk.bound)
    await show(message, await desk.worded(lambda here: added_screen(added, choices, here)))


async def added_screen(added: Sequence[Step], choices: Sequence[date], desk: TaskDesk) -> Screen:
    """What is under control now; where the day is in doubt, it is asked."""
    told = fill(_("Put under control."))
    if len(added) > 1:
        return _several(added, told, desk)
    if choices:
        doubt = fill(_("The due date is in doubt, so it is not recorded yet."))
        screen = await ask_which_day(added[0], choices, desk)
        return Screen(lines([told, doubt, screen.text]), screen.buttons)
    screen = await changed_screen(added[0], desk)
    return Screen(lines([told, screen.text]), screen.buttons)


def _several(added: Sequence[Step], told: Markup, desk: TaskDesk) -> Screen:
    entries = [list_line(each, desk.reader) for each in added]
    opening = [button(f"№ {each.id}", pressing(each.id, TaskDeed.OPEN)) for each in added]
    rows = [opening[at : at + IN_A_ROW] for at in range(0, len(opening), IN_A_ROW)]
    return Screen(lines([told, *entries, undo_line(desk.reader)]), rows)
