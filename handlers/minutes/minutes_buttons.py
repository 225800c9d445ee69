"""The buttons of minutes; each carries all it needs, so that it works after a restart."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.screens import button
from partnership.events import Event
from partnership.minutes.minutes import Minutes, MinutesForm


class DraftMinutes(CallbackData, prefix="md"):
    """Drafts the minutes of an event in a form, or opens those that are there."""

    event: int
    form: MinutesForm


class EventMinutes(CallbackData, prefix="me"):
    """The minutes of an event, and the forms in which they can be drafted."""

    event: int


class WaiveMinutes(CallbackData, prefix="mw"):
    """No minutes of this event are needed: asks why, or takes one of the usual reasons."""

    event: int
    reason: str = ""


class MinutesDeed(StrEnum):
    """What is done with minutes; `detail` of the button says with which part."""

    OPEN = "o"
    DOCX = "d"
    PDF = "p"
    SUBMIT = "s"
    RETURN = "b"
    AGREED_BY_US = "h"
    AGREED_BY_PARTNER = "f"
    CONTROL = "c"
    PREVIEW = "v"
    PUBLISH = "u"
    FILL = "a"
    """Enter what is missing: `detail` is the `Lack`."""
    POINTS = "l"
    """A page of the points."""
    POINT = "n"
    REMOVE = "x"
    REMOVE_YES = "X"
    TEXT_UK = "k"
    TEXT_EN = "e"
    OWNER = "w"
    DUE = "t"
    ITEM = "i"
    """Under which item of the agenda a point goes: `detail` is «point.item»."""
    SPEAKER = "z"
    SIDE = "Z"
    """Whose point it is: `detail` is «point.side»."""
    ATTENDANCE = "r"
    """A page of the participants."""
    ATTENDED = "R"
    """Whether somebody came: `detail` is «yes.person», «no.person» or «-.person»."""
    AGENDA = "g"
    """A page of the agenda."""
    AGENDA_ADD = "G"
    ITEM_UP = "m"
    ITEM_REMOVE = "q"
    ITEM_REMOVE_YES = "Q"
    ANNEXES = "y"
    """A page of the annexes."""
    ANNEX_ADD = "Y"
    ANNEX_REMOVE = "j"
    """`detail` is the mark of the annex."""
    ANNEX_REMOVE_YES = "J"


READS = frozenset({MinutesDeed.OPEN, MinutesDeed.DOCX, MinutesDeed.PDF, MinutesDeed.POINTS})


class MinutesButton(CallbackData, prefix="mn"):
    """Does something with the minutes of this number."""

    id: int
    deed: MinutesDeed
    detail: str = ""


class MinutesPage(CallbackData, prefix="ml"):
    """A page of the list of minutes."""

    page: int = 0


def deed(
    minutes: Minutes, what: MinutesDeed, words: str, detail: object = ""
) -> InlineKeyboardButton:
    """A button under minutes."""
    return button(words, MinutesButton(id=minutes.id, deed=what, detail=str(detail)).pack())


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
