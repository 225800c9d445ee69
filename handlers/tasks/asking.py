"""What is asked before an action item changes: until when, why, with what result, who."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.cards.task_people import people_names, side_name
from handlers.formats import dated_weekday
from handlers.screens import Screen, button, fill, lines
from handlers.tasks.task_buttons import NOBODY, SIDE, TaskDeed, pressing
from handlers.tasks.task_desk import TaskDesk
from handlers.tasks.task_screens import back_row, days_screen, echo
from handlers.tasks.task_states import TaskWaiting, wait
from partnership.agreements import Side
from partnership.steps import Step

OFFERED_DAYS = (3, 7, 14)


async def ask_day(task: Step, desk: TaskDesk, deed: TaskDeed = TaskDeed.DUE) -> Screen:
    """Until when: some days to choose from, counted from today or from the due date before."""
    since = max(task.due or desk.reader.today, desk.reader.today)
    days = [since + timedelta(days=each) for each in OFFERED_DAYS]
    return await ask_which_day(task, days, desk, deed)


async def ask_which_day(
    task: Step, days: Iterable[date], desk: TaskDesk, deed: TaskDeed = TaskDeed.DUE
) -> Screen:
    """Which of these days is meant, where the one that was named is in doubt."""
    state = TaskWaiting.asked_day if deed is TaskDeed.ASK else TaskWaiting.due
    await wait(desk.state, state, task.id)
    return days_screen(task, days, desk.reader, deed)


async def ask_why_later(
    task: Step, day: date, desk: TaskDesk, deed: TaskDeed = TaskDeed.DUE
) -> Screen:
    """An extension is neither given nor asked for without a reason."""
    asks = deed is TaskDeed.ASK
    state = TaskWaiting.asked_reason if asks else TaskWaiting.extension_reason
    await wait(desk.state, state, task.id, day.isoformat())
    text = _("Extend until {day}? Choose the reason, or write it.")
    if asks:
        text = _("Ask for an extension until {day}? Choose the reason, or write it.")
    question = fill(text, day=dated_weekday(day, desk.reader.language))
    return _reasons_screen(task, deed, f"{day}.", question, reasons(), desk)


async def ask_why_cancelled(task: Step, desk: TaskDesk) -> Screen:
    """Nothing is cancelled without a reason."""
    await wait(desk.state, TaskWaiting.cancel_reason, task.id)
    question = fill(_("Cancel this action item? Choose the reason, or write it."))
    return _reasons_screen(task, TaskDeed.CANCEL, "", question, reasons(), desk)


async def ask_why_returned(task: Step, desk: TaskDesk) -> Screen:
    """Nothing is given back without a word about what is missing."""
    await wait(desk.state, TaskWaiting.return_reason, task.id)
    question = fill(_("Give it back to the doer? Choose what is missing, or write it."))
    return _reasons_screen(task, TaskDeed.RETURN, "", question, shortcomings(), desk)


async def ask_result(task: Step, desk: TaskDesk) -> Screen:
    """What came of it; it may be left out."""
    await wait(desk.state, TaskWaiting.result, task.id)
    question = fill(_("Is it done? Write the result, or press the button."))
    yes = button(_("Done, no details"), pressing(task.id, TaskDeed.DONE, "y"))
    return Screen(lines([echo(task, desk.reader), question]), [[yes], back_row(task)])


async def ask_who(task: Step, desk: TaskDesk) -> Screen:
    """Who does it instead: written, or one of those who are likely, or a side."""
    await wait(desk.state, TaskWaiting.assignee, task.id)
    question = fill(_("To whom is it passed on? Write the surname."))
    likely = [each for each in _likely(task, desk) if each != task.owner_person]
    rows = [[_person_button(task, TaskDeed.PASS_ON, each, desk)] for each in likely]
    sides = [
        button(name[:1].upper() + name[1:], pressing(task.id, TaskDeed.PASS_ON, SIDE + side))
        for side in (Side.HOME, Side.FOREIGN)
        if (name := side_name(task, side, desk.reader)) is not None
    ]
    rows += [[each] for each in sides]
    return Screen(lines([echo(task, desk.reader), question]), [*rows, back_row(task)])


async def ask_helpers(task: Step, desk: TaskDesk) -> Screen:
    """Who helps: each present one with a button that lets them go; others are written."""
    await wait(desk.state, TaskWaiting.helpers, task.id)
    names = people_names(task.helpers, desk.reader)
    present = fill(_("Helpers: {names}."), names=names or _("nobody"))
    question = fill(_("Write the surnames of those who help; press a name to take it off."))
    rows = [[_person_button(task, TaskDeed.HELPERS, each, desk, "✕ ")] for each in task.helpers]
    text = lines([echo(task, desk.reader), present, question])
    return Screen(text, [*rows, back_row(task)])


async def ask_controller(task: Step, desk: TaskDesk) -> Screen:
    """Who takes it off control."""
    await wait(desk.state, TaskWaiting.controller, task.id)
    names = people_names([task.controller] if task.controller else [], desk.reader)
    present = fill(_("Control: {name}."), name=names or _("partnership coordinators"))
    question = fill(_("Who controls it? Write the surname."))
    likely = [each for each in _likely(task, desk) if each not in {task.controller}]
    rows = [[_person_button(task, TaskDeed.CONTROLLER, each, desk)] for each in likely]
    if task.controller is not None:
        nobody = pressing(task.id, TaskDeed.CONTROLLER, NOBODY)
        rows.append([button(_("Leave it to the coordinators"), nobody)])
    text = lines([echo(task, desk.reader), present, question])
    return Screen(text, [*rows, back_row(task)])


async def which_person(task: Step, deed: TaskDeed, people: Iterable[str], desk: TaskDesk) -> Screen:
    """Which of these is meant."""
    rows = [[_person_button(task, deed, each, desk)] for each in dict.fromkeys(people)]
    return Screen(fill(_("Which one do you mean?")), [*rows, back_row(task)])


def reasons() -> list[str]:
    """The usual reasons for a later day, or for none at all."""
    return [
        _("at the partner’s request"),
        _("change of plans"),
        _("security situation"),
        _("more time is needed"),
    ]


def shortcomings() -> list[str]:
    """The usual reasons to give something back."""
    return [
        _("not everything is done"),
        _("the result is not attached"),
        _("corrections are needed"),
    ]


def _likely(task: Step, desk: TaskDesk) -> list[str]:
    """The reader, and the coordinators of both sides."""
    pair = desk.reader.registry.partnerships.get(task.partnership or "")
    found = [desk.reader.user.person]
    if pair is not None:
        found += [pair.home_coordinator, pair.foreign_coordinator]
    known = desk.reader.registry.people
    return [each for each in dict.fromkeys(found) if each is not None and each in known]


def _person_button(
    task: Step, deed: TaskDeed, person: str, desk: TaskDesk, mark: str = ""
) -> InlineKeyboardButton:
    name = desk.reader.registry.people[person].name.text(desk.reader.language)
    return button(mark + name, pressing(task.id, deed, person))


def _reasons_screen(
    task: Step, deed: TaskDeed, before: str, question: str, offered: list[str], desk: TaskDesk
) -> Screen:
    rows = [
        [button(text, pressing(task.id, deed, f"{before}{index}"))]
        for index, text in enumerate(offered)
    ]
    return Screen(lines([echo(task, desk.reader), question]), [*rows, back_row(task)])
