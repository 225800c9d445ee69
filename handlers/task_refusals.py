"""Why an action item stays as it was, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.screens import fill
from partnership.errors import MistokError
from partnership.registry import Registry
from partnership.tasks.errors import (
    ControlledByError,
    NoSuchTaskError,
    TaskProblem,
    TaskRefusedError,
)

EXAMPLE = "/task Бурж: підготувати звіт, відповідальна Чижевська, до 20 червня"


def _refused(error: TaskRefusedError, registry: Registry, language: str) -> Markup:
    text = {
        TaskProblem.EMPTY: _("What is to be done, by whom, until when? For example: {example}"),
        TaskProblem.WHOSE: _("Name the partner first. For example: {example}"),
        TaskProblem.NOT_OPEN: _("This action item is done or closed already."),
        TaskProblem.NOT_DONE: _("Only what is done is taken off control or given back."),
        TaskProblem.ENDED: _("This action item is closed or cancelled already."),
        TaskProblem.PAST: _("The due date would be in the past. Please give a later day."),
        TaskProblem.NOT_LATER: _("It is due no sooner than that already."),
        TaskProblem.NOTHING_ASKED: _("No extension is asked for any more."),
        TaskProblem.NEEDS_REASON: _("Please give a reason: it stays in the history."),
    }[error.problem]
    return fill(text, example=EXAMPLE)


def _controlled(error: ControlledByError, registry: Registry, language: str) -> Markup:
    name = registry.people[error.person].name.text(language)
    return fill(_("Only its controller decides this. Control: {name}."), name=name)


def _no_task(error: NoSuchTaskError, registry: Registry, language: str) -> Markup:
    return fill(_("There is no action item no. {number} here: /tasks"), number=error.number)


TASK_EXPLANATIONS: dict[type[MistokError], Callable[[Any, Registry, str], Markup]] = {
    TaskRefusedError: _refused,
    ControlledByError: _controlled,
    NoSuchTaskError: _no_task,
}
"""Words for each refusal, for `handlers.refusals`."""
