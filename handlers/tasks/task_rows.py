"""The buttons under an action item, in their rows."""

from __future__ import annotations

from collections.abc import Collection

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.formats import short_date
from handlers.screens import button
from handlers.tasks.task_buttons import TaskDeed, TasksPage, pressing
from partnership.steps import Step, StepState
from partnership.tasks.listing import Shelf

Row = list[InlineKeyboardButton]

ROWS = (
    (TaskDeed.GRANT, TaskDeed.REFUSE),
    (TaskDeed.CLOSE, TaskDeed.RETURN),
    (TaskDeed.DONE, TaskDeed.DUE, TaskDeed.ASK),
    (TaskDeed.START, TaskDeed.WAIT),
    (TaskDeed.LETTER,),
    (TaskDeed.PASS_ON, TaskDeed.HELPERS, TaskDeed.CONTROLLER),
    (TaskDeed.CANCEL, TaskDeed.STORY),
)


def task_rows(task: Step, deeds: Collection[TaskDeed], language: str) -> list[Row]:
    """A row for each group of deeds of which some are allowed, and the way to the list."""
    words = _words(task, language)
    rows = [
        [button(words[deed], pressing(task.id, deed)) for deed in row if deed in deeds]
        for row in ROWS
    ]
    everything = button(_("All action items"), TasksPage(shelf=Shelf.ALL).pack())
    return [*filter(None, rows), [everything]]


def _words(task: Step, language: str) -> dict[TaskDeed, str]:
    again = task.state in {StepState.WAITING_PARTNER, StepState.DONE}
    asked = short_date(task.asked_until, language) if task.asked_until else ""
    return {
        TaskDeed.GRANT: _("Extend until {day}").format(day=asked),
        TaskDeed.REFUSE: _("Do not extend"),
        TaskDeed.CLOSE: _("Take off control"),
        TaskDeed.RETURN: _("Give back to the doer"),
        TaskDeed.DONE: _("Done"),
        TaskDeed.DUE: _("Set due date") if task.due is None else _("Extend"),
        TaskDeed.ASK: _("Ask for an extension"),
        TaskDeed.START: _("Back to work") if again else _("I am on it"),
        TaskDeed.WAIT: _("Waiting for the partner"),
        TaskDeed.LETTER: _("Reminder letter"),
        TaskDeed.PASS_ON: _("Pass on"),
        TaskDeed.HELPERS: _("Helpers"),
        TaskDeed.CONTROLLER: _("Control"),
        TaskDeed.CANCEL: _("Cancel the item"),
        TaskDeed.STORY: _("Whole story"),
    }
