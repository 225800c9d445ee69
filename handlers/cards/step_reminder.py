"""Reminders of what somebody promised to do by a day."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.cards.reminded import Reminded
from handlers.cards.task_people import owner_name
from handlers.cards.tasks import title_of, where_of
from handlers.formats import dated_weekday
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from handlers.tasks.task_buttons import TaskDeed, pressing
from partnership.reminders import rules
from partnership.steps import Step, StepKind


async def step_screen(about: Reminded) -> Screen | None:
    """The step, its date, who does it; None where it is done or has no date any more."""
    step = await about.calendar.store.step(about.reminder.subject)
    if step is None or not step.is_open or step.due is None:
        return None
    reader = about.reader
    day = dated_weekday(step.due, reader.language)
    title = fill(_title(about.reminder.rule), what=step.what.text(reader.language), day=day)
    owner = owner_name(step, reader)
    who = fill(_("Responsible: {name}"), name=owner) if owner else None
    if step.kind is not StepKind.ACTION:
        return Screen(lines([title, who]))
    late = about.reminder.rule in rules.STEP_OVERDUE
    return Screen(lines([title, _number(step, reader), who]), _rows(step, late=late))


def _title(rule: str) -> str:
    if rule == rules.STEP_OUTCOME:
        return _("What was the outcome: «{what}», planned for {day}?")
    if rule in rules.STEP_OVERDUE:
        return _("Overdue since {day}: «{what}»")
    return _("Due on {day}: «{what}»")


def _number(step: Step, reader: Reader) -> str:
    """«Доручення № 11 (Коростень – Бурж)»: what an answer to the reminder is read by."""
    title, where = title_of(step), where_of(step, reader)
    return f"{title} ({where})" if where else title


def _rows(step: Step, *, late: bool) -> list[list[InlineKeyboardButton]]:
    """What is answered most often: the doers report, those who control it decide."""
    opening = button(_("Open"), pressing(step.id, TaskDeed.OPEN))
    if late:
        return [[button(_("Extend"), pressing(step.id, TaskDeed.DUE)), opening]]
    return [[button(_("Done"), pressing(step.id, TaskDeed.DONE)), opening]]
