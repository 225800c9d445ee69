"""Screens of action items, with the buttons that the reader may press."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.task_basis import Basis
from handlers.cards.task_people import owner_line
from handlers.cards.task_story import SHOWN, story
from handlers.cards.tasks import due_line, list_line, task_text, title_of
from handlers.formats import dated_weekday, listed, quoted, short_date
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from handlers.tasks.allowed import allowed
from handlers.tasks.task_buttons import TaskDeed, TasksPage, pressing
from handlers.tasks.task_desk import TaskDesk
from handlers.tasks.task_rows import task_rows
from partnership.access import Action, may
from partnership.calendar.calendar import Calendar
from partnership.calendar.times import wall_of
from partnership.reminders.model import SubjectKind
from partnership.steps import Step
from partnership.tasks.listing import Shelf

Row = list[InlineKeyboardButton]

NAMED = 8
"""Of more that may be meant there is a list."""
BUTTON_LENGTH = 60


async def task_screen(task: Step, desk: TaskDesk, *, whole: bool = False) -> Screen:
    """The action item with what may be done with it; `whole` with all that is kept of its story."""
    reader, tasks = desk.reader, desk.tasks
    told = await _story(task, desk)
    text = task_text(task, reader, await _basis(task, desk), told if whole else told[:SHOWN])
    deeds = await allowed(task, reader.user, tasks)
    if len(told) > SHOWN and not whole:
        deeds |= {TaskDeed.STORY}
    return Screen(text, task_rows(task, deeds, reader.language))


async def changed_screen(task: Step, desk: TaskDesk) -> Screen:
    """The action item after a change, and how to take that back; a group is told in short."""
    if desk.reader.private:
        screen = await task_screen(task, desk)
        return Screen(lines([screen.text, undo_line(desk.reader)]), screen.buttons)
    deeds = await allowed(task, desk.reader.user, desk.tasks)
    return Screen(task_text(task, desk.reader), task_rows(task, deeds, desk.reader.language))


async def due_screen(task: Step, desk: TaskDesk) -> Screen:
    """«Строк: 14.06.2024 (п’ятниця). Виконавець — … Нагадаю 13.06 і 14.06 о 09:00.»."""
    reader = desk.reader
    said = fill("{due} {owner}", due=due_line(task, reader), owner=owner_line(task, reader))
    days = await _reminded_on(task, desk.calendar, reader.language)
    plan = None
    if days:
        plan = fill(_("I will remind you on {days} at 09:00."), days=listed(days, reader.language))
    row = [button(_("Open"), pressing(task.id, TaskDeed.OPEN))]
    return Screen(lines([echo(task, reader), said, plan, undo_line(reader)]), [row])


def echo(task: Step, reader: Reader) -> Markup:
    """«Доручення № 11: «Підготувати список…»», above a question or an answer."""
    what = quoted(task.what.text(reader.language), reader.language)
    return fill("{title}: {what}", title=title_of(task), what=what)


def undo_line(reader: Reader) -> Markup | None:
    """How to take the change back, said where /undo is answered."""
    answered = reader.private and may(reader.user, Action.UNDO)
    return fill(_("It can be taken back for a day: /undo")) if answered else None


async def _basis(task: Step, desk: TaskDesk) -> Basis:
    event = await desk.calendar.store.event(task.event) if task.event else None
    minutes = await desk.minute_taking.store.minutes(task.minutes) if task.minutes else None
    return Basis(event, minutes, task.point)


async def _story(task: Step, desk: TaskDesk) -> list[Markup]:
    history = await desk.tasks.history(task)
    membership = desk.tasks.telling.people.membership
    actors = {each.actor for each in history if each.actor is not None}
    names = {actor: (await membership.who(actor)).name for actor in actors}
    return list(story(history, names, desk.reader))


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


def days_screen(
    task: Step, days: Iterable[date], reader: Reader, deed: TaskDeed = TaskDeed.DUE
) -> Screen:
    """Which day is meant, or until when at all; it can be written as well."""
    rows = [
        [button(dated_weekday(day, reader.language), pressing(task.id, deed, f"{day}"))]
        for day in days
    ]
    question = fill(_("Until when? Choose a day or write it: {example}."), example="21.06")
    return Screen(lines([echo(task, reader), question]), [*rows, back_row(task)])


def back_row(task: Step) -> Row:
    """Back to the action item, with nothing changed."""
    return [button(_("Back"), pressing(task.id, TaskDeed.OPEN))]


def brief(tasks: Iterable[Step], reader: Reader) -> Markup:
    """Several in a message: a line each."""
    return Markup("\n").join(list_line(each, reader) for each in tasks)


def _short(task: Step, reader: Reader) -> str:
    text = f"№ {task.id}: {task.what.text(reader.language)}"
    return text if len(text) <= BUTTON_LENGTH else text[: BUTTON_LENGTH - 1] + "…"
