"""The buttons of action items; each carries all it needs, so that it works after a restart."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from partnership.tasks.listing import Shelf, Wanted


class TaskDeed(StrEnum):
    """What is done with an action item; what `detail` holds is said where it is not empty."""

    OPEN = "o"
    STORY = "s"
    """The action item with its whole history."""
    START = "b"
    WAIT = "w"
    DONE = "d"
    """`y`: without a word about the result."""
    CLOSE = "c"
    RETURN = "r"
    """The number of a reason."""
    DUE = "u"
    """A day in ISO, then after a dot the number of a reason."""
    ASK = "e"
    """The same, as a request."""
    GRANT = "g"
    REFUSE = "n"
    PASS_ON = "p"
    """Id of a person, or `SIDE` and a side."""
    HELPERS = "h"
    """Id of a person who helps from now on, or not any more."""
    CONTROLLER = "k"
    """Id of a person, or `NOBODY`."""
    CANCEL = "x"
    """The number of a reason."""
    LETTER = "l"


SIDE = "~"
"""Before a side in `detail`: no id begins so."""
NOBODY = "-"


class TaskButton(CallbackData, prefix="tk"):
    """Does something with an action item."""

    id: int
    deed: TaskDeed
    detail: str = ""


class TasksPage(CallbackData, prefix="tl"):
    """A page of action items."""

    shelf: Shelf
    target: str = ""
    """Id of the partnership or of the person."""
    page: int = 0

    @property
    def wanted(self) -> Wanted:
        """The list that is asked for."""
        return Wanted(self.shelf, self.target)


def pressing(task: int, deed: TaskDeed, detail: str = "") -> str:
    """The data of a button."""
    return TaskButton(id=task, deed=deed, detail=detail).pack()
