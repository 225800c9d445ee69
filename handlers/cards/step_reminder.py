"""Reminders of what somebody promised to do by a day."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.reminded import Reminded
from handlers.formats import dated_weekday
from handlers.screens import Screen, fill, lines
from partnership.reminders import rules
from partnership.steps import Step


async def step_screen(about: Reminded) -> Screen | None:
    """The step, its date, who does it; None where it is done or has no date any more."""
    step = await about.calendar.store.step(about.reminder.subject)
    if step is None or not step.is_open or step.due is None:
        return None
    language = about.reader.language
    day = dated_weekday(step.due, language)
    title = _title(about.reminder.rule)
    what = step.what.text(language)
    return Screen(lines([fill(title, what=what, day=day), _owner(step, about)]))


def _title(rule: str) -> str:
    if rule == rules.STEP_OUTCOME:
        return _("What was the outcome: «{what}», planned for {day}?")
    if rule in rules.STEP_OVERDUE:
        return _("Overdue since {day}: «{what}»")
    return _("Due on {day}: «{what}»")


def _owner(step: Step, about: Reminded) -> Markup | None:
    person = about.reader.registry.people.get(step.owner_person or "")
    owner = person.name if person is not None else step.owner
    if owner is None:
        return None
    return fill(_("Responsible: {name}"), name=owner.text(about.reader.language))
