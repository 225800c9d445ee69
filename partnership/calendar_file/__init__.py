"""Calendar files (.ics) of events, as calendars of both sides read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from partnership.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """An event as it goes into a file: already cut down to what the reader may see."""

    event: Event
    title: str
    """In the language of the reader."""
    description: str = ""
    location: str | None = None
    link: str | None = None
    """The private link; only in a file for somebody who may join."""
    alarms: tuple[timedelta, ...] = (timedelta(days=1), timedelta(hours=1))
    """How long before the start the reader's own calendar rings."""


def calendar_file(entries: Iterable[FileEntry], now: datetime) -> bytes:
    """A file of these events, with METHOD:CANCEL where all of them are called off.

    An event without a day is left out. Sent again after a change it replaces the former entry:
    UID stays, SEQUENCE grows. The writer is imported late, since few runs of the bot need it at
    the start.
    """
    from partnership.calendar_file.writing import write

    return write(list(entries), now)


def uid_of(event: Event) -> str:
    """The lasting name of an event in calendars."""
    return f"{event.key}@mistok"
