"""The buttons of dictation; each carries all it needs, so that it works after a restart."""

from __future__ import annotations

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class DictationDeed(StrEnum):
    """What is done with a dictation."""

    EVENT = "e"
    """Write down the event with the number `target`."""
    NOW = "n"
    """Write down an online meeting, with the partner `target`, that begins now."""
    TO_EVENT = "t"
    """It was the event with the number `target`: all points go there."""
    OTHER = "o"
    """Choose another event."""
    LAST = "l"
    """Take back the last point."""
    BRING = "b"
    """Bring again what was taken back: the numbers of the notes in `target`."""
    STOP = "s"
    GO_ON = "g"
    """It was not forgotten."""


class DictationButton(CallbackData, prefix="dc"):
    """Does something with the dictation of the chat where it is pressed."""

    deed: DictationDeed
    target: str = ""


def pressing(deed: DictationDeed, target: str | int = "") -> str:
    """The data of a button."""
    return DictationButton(deed=deed, target=str(target)).pack()
