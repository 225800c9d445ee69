"""The buttons of notes; each carries all it needs, so that it works after a restart."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class NoteDeed(StrEnum):
    """What is done with a note."""

    OPEN = "o"
    HISTORY = "h"
    FILE = "f"
    TO_EVENT = "e"
    CORRECT = "c"
    CHOOSE = "m"
    """Choose whose note it is."""
    TAKE_BACK = "x"
    BRING_AGAIN = "b"
    DECLINE = "n"
    """No action item."""
    PUT_ON_LIST = "y"


READS = frozenset({NoteDeed.OPEN, NoteDeed.HISTORY, NoteDeed.FILE})
WRITES = frozenset(NoteDeed) - READS - {NoteDeed.PUT_ON_LIST, NoteDeed.BRING_AGAIN}


class NoteButton(CallbackData, prefix="nt"):
    """Does something with a note."""

    id: int
    deed: NoteDeed


class Owner(StrEnum):
    """Whose notes."""

    PARTNERSHIP = "p"
    COMMUNITY = "c"
    EVENT = "e"
    ALL = "a"


class PlaceNote(CallbackData, prefix="np"):
    """Says whose note it is."""

    id: int
    owner: Owner
    target: str


class NotesPage(CallbackData, prefix="ns"):
    """A page of notes."""

    owner: Owner
    target: str
    page: int


class FoundNotes(CallbackData, prefix="fn"):
    """A page of what was found; what was searched for stands in the message itself."""

    page: int
