"""A move may name two times: «з 5 липня на 7 липня», from Friday to Monday; the last is new."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from partnership.language.dates import When

_TO = re.compile(r"\s(?=(?:на|to|until|till|for)\s)", re.IGNORECASE)


def when_moved(text: str, read: Callable[[str], When | None]) -> When | None:
    """The time to which an event is moved; its `rest` is the text before it."""
    for turn in reversed(list(_TO.finditer(text))):
        tail = text[turn.end() :]
        readings = [one for one in (read(tail.split(maxsplit=1)[-1]), read(tail)) if one]
        # «На понеділок 10 ранку» is clear with its preposition, «на 7 липня» without it.
        when = next((one for one in readings if not one.doubts), readings[0] if readings else None)
        if when is not None:
            former = read(text[: turn.start()])
            before = former.rest if former is not None else text[: turn.start()]
            return replace(when, rest=f"{before} {when.rest}".rstrip())
    return read(text)
