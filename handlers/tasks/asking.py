"""What is asked before an action item changes: until when, why, with what result, who instead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from aiogram.fsm.context import FSMContext
from aiogram.utils.i18n import gettext as _

from handlers.formats import dated_weekday, quoted
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from handlers.tasks.task_buttons import TaskDeed, pressing
from handlers.tasks.task_screens import back_row, days_screen
from handlers.tasks.task_states import TaskWaiting, wait
from partnership.steps import Step

OFFERED_DAYS = (3, 7, 14)


async def ask_day(task: Step, reader: Reader, state: FSMContext) -> Screen:
    """Until when: some days to choose from, counted from today or from the due date before."""
    since = max(task.due or reader.today, reader.today)
    days = [since + timedelta(days=each) for each in OFFERED_DAYS]
    return await ask_which_day(task, days, reader, state)


async def ask_which_day(
    task: Step, days: Iterable[date], reader: Reader, state: FSMContext
) -> Screen:
    """Which of these days is meant, where the one that was named is in doubt."""
    await wait(state, TaskWaiting.due, task.id)
    return days_screen(task, days, reader)


async def ask_why_later(task: Step, day: date, reader: Reader, state: FSMContext) -> Screen:
    """An extension is not given without a reason."""
    await wait(state, TaskWaiting.extension_reason, task.id, day.isoformat())
    text = _("Extend until {day}? Choose the reason, or write it.")
    question = fill(text, day=dated_weekday(day, reader.language))
    return _reasons_screen(task, TaskDeed.DUE, f"{day}.", question, reader)


async def ask_why_cancelled(task: Step, reader: Reader, state: FSMContext) -> Screen:
    """Nothing is cancelled without a reason."""
    await wait(state, TaskWaiting.cancel_reason, task.id)
    question = fill(_("Cancel this action item? Choose the reason, or write it."))
    return _reasons_screen(task, TaskDeed.CANCEL, "", question, reader)


async def ask_result(task: Step, reader: Reader, state: FSMContext) -> Screen:
    """What came of it; it may be left out."""
    await wait(state, TaskWaiting.result, task.id)
    question = fill(_("Is it done? Write the result, or press the button."))
    yes = button(_("Done, no details"), pressing(task.id, TaskDeed.DONE, "y"))
    return Screen(lines([_what(task, reader), question]), [[yes], back_row(task)])


async def ask_who(task: Step, reader: Reader, state: FSMContext) -> Screen:
    """Who does it instead."""
    await wait(state, TaskWaiting.assignee, task.id)
    question = fill(_("To whom is it passed on? Write the surname."))
    return Screen(lines([_what(task, reader), question]), [back_row(task)])


def reasons() -> list[str]:
    """The usual reasons for a later day, or for none at all."""
    return [
        _("at the partner’s request"),
        _("change of plans"),
        _("security situation"),
        _("more time is needed"),
    ]


def _reasons_screen(
    task: Step, deed: TaskDeed, before: str, question: str, reader: Reader
) -> Screen:
    rows = [
        [button(text, pressing(task.id, deed, f"{before}{index}"))]
        for index, text in enumerate(reasons())
    ]
    return Screen(lines([_what(task, reader), question]), [*rows, back_row(task)])


def _what(task: Step, reader: Reader) -> str:
    return fill("{what}", what=quoted(task.what.text(reader.language), reader.language))
