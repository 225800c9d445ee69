"""Screens of action items, with the buttons that the reader may press."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.cards.tasks import due_line, owner_line, task_text
from handlers.formats import dated_weekday, listed, quoted, short_date
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from handlers.tasks.task_buttons import Shelf, TaskDeed, TasksPage, pressing
from partnership.calendar.calendar import Calendar
from partnership.calendar.times import wall_of
from partnership.reminders.model import SubjectKind
from partnership.steps import UNDER_CONTROL, Step, StepState
from partnership.tasks.tasks import Tasks

Row = list[InlineKeyboardButton]

NAMED = 8
"""Of more that may be meant there is a list."""
BUTTON_LENGTH = 60


async def task_screen(task: Step, reader: Reader, tasks: Tasks) -> Screen:
    """The action item with what may be done with it."""
    return Screen(task_text(task, reader, await tasks.history(task)), _rows(task, reader, tasks))


async def changed_screen(task: Step, reader: Reader, tasks: Tasks) -> Screen:
    """The action item after a change, and how to take that back."""
    screen = await task_screen(task, reader, tasks)
    return Screen(lines([screen.text, undo_line(reader)]), screen.buttons)


async def due_screen(task: Step, reader: Reader, calendar: Calendar) -> Screen:
    """«Строк: 14.06.2024 (п’ятниця). Виконавець — … Нагадаю 13.06 і 14.06 о 09:00.»."""
    echo = fill("{what}", what=quoted(task.what.text(reader.language), reader.language))
    said = fill("{due} {owner}", due=due_line(task, reader), owner=owner_line(task, reader))
    days = await _reminded_on(task, calendar, reader.language)
    plan = None
    if days:
        plan = fill(_("I will remind you on {days} at 09:00."), days=listed(days, reader.language))
    row = [button(_("Open"), pressing(task.id, TaskDeed.OPEN))]
    return Screen(lines([echo, said, plan, undo_line(reader)]), [row])


def undo_line(reader: Reader) -> str | None:
    """How to take the change back, said where /undo is answered."""
    return fill(_("It can be taken back for a day: /undo")) if reader.private else None


async def _reminded_on(task: Step, calendar: Calendar, language: str) -> list[str]:
    """The days of the reminders up to the due date, each once, whoever gets them."""
    rows = await calendar.store.reminders_of(SubjectKind.STEP, task.key)
    days = {wall_of(row.due_at, row.zone).date() for row in rows if row.is_open}
    until = task.due or date.min
    return [
        f"{day:%d.%m}" if language == "uk" else short_date(day, language)
        for day in sorted(days)
        if day <= until
    ]


def which_screen(found: Iterable[Step], deed: TaskDeed, detail: str, reader: Reader) -> Screen:
    """Which action item is meant, where several may be; or that there is none."""
    rows = [
        [button(_short(each, reader), pressing(each.id, deed, detail))]
        for each in list(found)[:NAMED]
    ]
    everything = [button(_("All action items"), TasksPage(shelf=Shelf.ALL).pack())]
    if not rows:
        text = _("I find no open action item of these words. Add one: {example}")
        return Screen(fill(text, example="/task Бурж: …"), [everything])
    return Screen(fill(_("Which action item do you mean?")), [*rows, everything])


def days_screen(task: Step, days: Iterable[date], reader: Reader) -> Screen:
    """Which day is meant, or until when at all; it can be written as well."""
    rows = [
        [button(dated_weekday(day, reader.language), pressing(task.id, TaskDeed.DUE, f"{day}"))]
        for day in days
    ]
    question = fill(_("Until when? Choose a day or write it: {example}."), example="21.06")
    what = fill("{what}", what=quoted(task.what.text(reader.language), reader.language))
    return Screen(lines([what, question]), [*rows, back_row(task)])


def back_row(task: Step) -> Row:
    """Back to the action item, with nothing changed."""
    return [button(_("Back"), pressing(task.id, TaskDeed.OPEN))]


def _rows(task: Step, reader: Reader, tasks: Tasks) -> list[Row]:
    rows: list[Row] = [[]]
    if task.is_open and tasks.may_report(reader.user, task):
        rows[0].append(button(_("Done"), pressing(task.id, TaskDeed.DONE)))
    if tasks.may_manage(reader.user, task):
        if task.is_open:
            due = _("Set due date") if task.due is None else _("Extend")
            rows[0].append(button(due, pressing(task.id, TaskDeed.DUE)))
            rows.append([button(_("Pass on"), pressing(task.id, TaskDeed.PASS_ON))])
        if task.state is StepState.DONE:
            rows.append([button(_("Take off control"), pressing(task.id, TaskDeed.CLOSE))])
        if task.state in UNDER_CONTROL:
            rows[-1].append(button(_("Cancel the item"), pressing(task.id, TaskDeed.CANCEL)))
    return [*rows, [button(_("All action items"), TasksPage(shelf=Shelf.ALL).pack())]]


def _short(task: Step, reader: Reader) -> str:
    text = f"№ {task.id}: {task.what.text(reader.language)}"
    return text if len(text) <= BUTTON_LENGTH else text[: BUTTON_LENGTH - 1] + "…"
