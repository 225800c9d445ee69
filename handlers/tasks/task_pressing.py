"""The buttons under an action item: opened, reported on, controlled, managed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.routing import needs
from handlers.screens import Screen, show
from handlers.tasks import deciding, managing, reporting
from handlers.tasks.task_buttons import TaskButton, TaskDeed
from handlers.tasks.task_desk import TaskDesk
from handlers.tasks.task_screens import task_screen
from partnership.access import Action
from partnership.steps import Step

Deed = Callable[[Step, str, TaskDesk], Awaitable[Screen]]


def register(commands: Router, _answers: Router) -> None:
    """Add the handlers of the buttons; whether this very item is theirs the core decides."""
    press = commands.callback_query.register
    reads = TaskButton.filter(F.deed.in_({TaskDeed.OPEN, TaskDeed.STORY}))
    press(open_task, reads, flags=needs(Action.READ))
    reports = TaskButton.filter(F.deed.in_(set(reporting_deeds())))
    press(pressed, reports, flags=needs(Action.REPORT_DONE))
    manages = TaskButton.filter(F.deed.in_(set(managing_deeds())))
    press(pressed, manages, flags=needs(Action.MANAGE_STEPS))


def reporting_deeds() -> dict[TaskDeed, Deed]:
    """For those who do it, and for a controller who may be no coordinator."""
    return {
        TaskDeed.START: reporting.start,
        TaskDeed.WAIT: reporting.wait_for_partner,
        TaskDeed.DONE: reporting.report_done,
        TaskDeed.ASK: reporting.ask_extension,
        TaskDeed.DUE: deciding.set_due,
        TaskDeed.GRANT: deciding.grant,
        TaskDeed.REFUSE: deciding.refuse,
        TaskDeed.CLOSE: deciding.close,
        TaskDeed.RETURN: deciding.give_back,
    }


def managing_deeds() -> dict[TaskDeed, Deed]:
    """For those who coordinate its community."""
    return {
        TaskDeed.PASS_ON: managing.pass_on,
        TaskDeed.HELPERS: managing.change_helpers,
        TaskDeed.CONTROLLER: managing.set_controller,
        TaskDeed.CANCEL: managing.cancel,
        TaskDeed.LETTER: managing.reminder_letter,
    }


async def open_task(query: CallbackQuery, callback_data: TaskButton, desk: TaskDesk) -> None:
    """The action item; whatever was asked about it is dropped."""
    await desk.state.clear()
    task = await desk.task(callback_data.id)
    await show(query, await task_screen(task, desk, whole=callback_data.deed is TaskDeed.STORY))


async def pressed(query: CallbackQuery, callback_data: TaskButton, desk: TaskDesk) -> None:
    """Do what the button says, or ask first what is missing."""
    task = await desk.task(callback_data.id)
    does = (reporting_deeds() | managing_deeds())[callback_data.deed]
    await show(query, await does(task, callback_data.detail, desk))
