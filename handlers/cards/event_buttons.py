"""What the buttons of events carry. An event goes by the number that people use."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from partnership.calendar.arrangement import Answer
from partnership.checklists.model import TemplateCode


class View(StrEnum):
    """What of an event is shown."""

    CARD = "c"
    PEOPLE = "p"
    MORE = "m"
    FILE = "f"
    LINK = "l"


class OpenEvent(CallbackData, prefix="ev"):
    """Shows a view of an event in place of the message."""

    id: int
    view: View = View.CARD


class Deed(StrEnum):
    """What a coordinator does with an event."""

    MOVE = "mv"
    POSTPONE = "pp"
    CANCEL = "cx"
    INTERRUPT = "in"
    RESUME = "re"
    HELD = "hd"
    LINK = "ln"
    INVITE = "iv"
    INVITE_GROUPS = "ig"
    POLL = "po"
    ONLINE = "ol"
    STATE = "st"
    ORDER = "or"
    PROGRAMME = "pr"
    DELEGATION = "dl"
    PART = "pa"
    RESERVE = "rd"
    WAIVE = "wm"
    CHECKLISTS = "cs"
    PARTNERS = "pn"


class EventDeed(CallbackData, prefix="ed"):
    """Begins something, or does it once it is confirmed.

    `detail` is what is chosen on the way: the cause of an interruption, a person, an occurrence.
    """

    id: int
    deed: Deed
    detail: str = ""


class Rsvp(CallbackData, prefix="rs"):
    """An answer to an invitation."""

    id: int
    answer: Answer


class StandIn(CallbackData, prefix="si"):
    """Names somebody who is asked where one does not react to a reminder."""

    id: int


class DraftButton(CallbackData, prefix="dr"):
    """A button under something not saved yet; `token` tells it from an older draft."""

    token: str
    what: str
    """`yes`, `all` (all following too), `no`, `undated`, `out` and `in` (who travels),
    `p` (a partnership), `w` (a time); of the calendar `m` (a month), `d` (a day), `h` (an hour)."""
    value: str = ""


class Vote(CallbackData, prefix="pv"):
    """A vote in a poll about the date, or its end."""

    poll: int
    option: int
    what: str


class OpenChecklist(CallbackData, prefix="cl"):
    """A page of a checklist."""

    id: int
    code: TemplateCode
    page: int = 0


class ChecklistButton(CallbackData, prefix="ck"):
    """One line of a checklist: opened, done, open again, or not applicable."""

    id: int
    line: str
    what: str
