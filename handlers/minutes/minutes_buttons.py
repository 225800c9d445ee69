"""The buttons of minutes; each carries all it needs, so that it works after a restart."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.screens import button
from partnership.events import Event
from partnership.minutes.minutes import MinutesForm


class DraftMinutes(CallbackData, prefix="md"):
    """Drafts the minutes of an event in a form, or opens those that are there."""

    event: int
    form: MinutesForm


def form_word(form: MinutesForm) -> str:
    """How the form is called."""
    return {
        MinutesForm.PROTOCOL: _("Protocol"),
        MinutesForm.SUMMARY: _("Summary in two languages"),
        MinutesForm.CONVERSATION: _("Record of conversation"),
    }[form]


def form_buttons(event: Event) -> list[list[InlineKeyboardButton]]:
    """One button for each form."""
    return [
        [button(form_word(form), DraftMinutes(event=event.id, form=form).pack())]
        for form in MinutesForm
    ]
