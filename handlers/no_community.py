"""What a coordinator is told who was given no community, and so may change nothing anywhere."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData
from aiogram.utils.i18n import gettext as _

from handlers.screens import Screen, button, fill
from partnership.access import Role, User


class AskForCommunity(CallbackData, prefix="acm"):
    """Asks the administrators for a community."""


def lacks_community(user: User) -> bool:
    """Whether somebody coordinates for no community, so that they may change nothing."""
    return user.role is Role.COORDINATOR and not user.communities


def no_community() -> Screen:
    """Why it is refused, and whom to ask."""
    text = _("No community has been given to you yet, so I do not know for whom to plan.")
    return Screen(fill(text), [[button(_("Ask the administrator"), AskForCommunity().pack())]])
