"""Dictation: a chat whose messages are the points of a meeting, until somebody ends it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from partnership.notes.note import Note
from partnership.stores import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictation:
    """One dictation; instants are aware and in UTC. `id` is given by the store (0 before)."""

    chat: int
    thread: int
    """Topic of a forum; 0 is the whole chat."""
    event: str
    """Key of the event whose notes the points are."""
    started_by: int
    started_at: datetime
    heard_at: datetime
    """When the last point came: whoever forgets to end it is asked later."""
    id: int = 0
    summary: int | None = None
    """The message that shows what was understood."""
    shown: int = 0
    """How many points stand in messages before that one."""
    stopped_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DictatedPoint:
    """A line of a message, and the note that was made of it."""

    message: int
    line: int
    note: Note


class DictationStore(Protocol):
    """Dictations and their points."""

    async def running(self) -> list[Dictation]:
        """Those that nobody has ended."""
        ...

    async def of_message(self, chat: int, message: int) -> Dictation | None:
        """The dictation to which a message belongs, ended ones too."""
        ...

    async def points(self, dictation: int, message: int | None = None) -> list[DictatedPoint]:
        """All points in the order of the chat, or those of a message, with their current notes."""
        ...

    async def put(self, work: Work, dictation: Dictation) -> Dictation:
        """Insert, or keep the new state; it comes back with its number."""
        ...

    async def put_points(
        self, work: Work, dictation: int, message: int, notes: Sequence[Note]
    ) -> None:
        """The notes of a message, line by line, in place of those it had."""
        ...

    async def remember_summary(self, dictation: int, summary: int | None, shown: int) -> None:
        """Where it is shown what was understood."""
        ...
