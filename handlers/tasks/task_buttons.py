"""The buttons of action items; each carries all it needs, so that it works after a restart."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class TaskDeed(StrEnum):
    """What is done with an action item; what `detail` holds is said where it is not empty."""

    OPEN = "o"
    DUE = "u"
    """A day in ISO, then after a dot the number of a reason."""
    DONE = "d"
    """`y`: without a word about the result."""
    CLOSE = "c"
    CANCEL = "x"
    """The number of a reason."""
    PASS_ON = "p"
    """Id of a person."""


class TaskButton(CallbackData, prefix="tk"):
    """Does something with an action item."""

    id: int
    deed: TaskDeed
    detail: str = ""


class Shelf(StrEnum):
    """Which action items are listed."""

    MINE = "m"
    """Of the reader's communities."""
    OVERDUE = "o"
    ALL = "a"
    PARTNER = "p"


class TasksPage(CallbackData, prefix="tl"):
    """A page of action items."""

    shelf: Shelf
    target: str = ""
    """Id of the partnership."""
    page: int = 0


def pressing(task: int, deed: TaskDeed, detail: str = "") -> str:
    """The data of a button."""
    return TaskButton(id=task, deed=deed, detail=detail).pack()
