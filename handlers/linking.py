"""The button that says which person of the registry a user is."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.screens import button
from partnership.access import User
from partnership.registry import Registry
from partnership.same_name import person_named

ASKED, NOBODY = "?", "-"
"""What a button carries in place of a person: the question, and that it is nobody."""


class UserPerson(CallbackData, prefix="up"):
    """Says which person a user is."""

    user: int
    person: str = ASKED


def proposal(user: User, registry: Registry, language: str) -> list[InlineKeyboardButton]:
    """A button for the one person who has exactly the user’s name; none where it is known."""
    same = person_named(user.name, registry) if user.person is None else None
    if same is None:
        return []
    text = _("It is {name}").format(name=same.name.text(language))
    return [button(text, UserPerson(user=user.id, person=same.id).pack())]
