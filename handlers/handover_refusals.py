"""Why nothing is handed over, or nobody is linked, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.screens import fill
from partnership.errors import MistokError, PersonTakenError
from partnership.handover.errors import (
    NothingToHandOverError,
    NotYoursError,
    SamePartyError,
    UnknownPartyError,
)
from partnership.registry import Registry


def _same(*_args: Any) -> Markup:
    return fill(_("That is one and the same person. Name somebody else: /handover"))


def _not_yours(error: NotYoursError, registry: Registry, language: str) -> Markup:
    text = _("You may hand over your own work only; for {name} an administrator does it.")
    return fill(text, name=error.name)


def _nothing(error: NothingToHandOverError, registry: Registry, language: str) -> Markup:
    text = _("{name} has nothing to hand over: no partnerships, events or action items.")
    return fill(text, name=error.name)


def _unknown(*_args: Any) -> Markup:
    return fill(_("This person is no longer there. Begin anew: /handover"))


def _taken(error: PersonTakenError, registry: Registry, language: str) -> Markup:
    person = registry.people.get(error.person)
    return fill(
        _("{person} is already linked to {user}. Unlink them first: /users"),
        person=person.name.text(language) if person else error.person,
        user=error.user.name or str(error.user.id),
    )


HANDOVER_EXPLANATIONS: dict[type[MistokError], Callable[[Any, Registry, str], Markup]] = {
    NotYoursError: _not_yours,
    SamePartyError: _same,
    NothingToHandOverError: _nothing,
    UnknownPartyError: _unknown,
    PersonTakenError: _taken,
}
