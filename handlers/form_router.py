"""All forms in one router, with the commands and buttons that open them."""

from __future__ import annotations

from aiogram import Router

from handlers import adding
from handlers.forms import build_forms
from handlers.forms.adding import adding_flow
from handlers.forms.windows import FormDialog
from partnership.access import Action


def build_form_router() -> Router:
    """The forms, and what opens them."""
    return build_forms(
        openers=[adding.build_router()],
        dialogs=[FormDialog(adding_flow(), Action.ADD_PARTNER)],
        commands=adding.COMMANDS,
        prefixes=frozenset(),
    )
