"""What notes and search need remembered; storage/ fulfils it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from partnership.notes.note import Belongs, Message, Note, NoteKind
from partnership.stores import Work

YEARS_LOOKED_UP = 10
"""Of longer periods the days are simply compared."""


class NoteStore(Protocol):
    """Notes; those that were superseded stay, but only their history shows them."""

    async def put(self, work: Work, note: Note) -> Note:
        """Insert a note, or keep the new state of one; it comes back with its number."""
        ...

    async def note(self, number: int) -> Note | None:
        """By number; also one that was taken back."""
        ...

    async def note_of(self, source: Message, kind: NoteKind) -> Note | None:
        """The first note of a kind that was made of a message and not taken back."""
        ...

    async def notes(self, belongs: Belongs | None, limit: int, offset: int) -> list[Note]:
        """Current notes, latest first: of one partnership or event, of a community, or all.

        Those of a community are its own and those of its partnerships.
        """
        ...

    async def withdrawn_notes(self, event: str) -> list[Note]:
        """Notes of an event that were taken back."""
        ...

    async def count(self, belongs: Belongs | None) -> int:
        """How many current notes there are."""
        ...


class Subject(StrEnum):
    """What is searched."""

    NOTE = "note"
    LETTER = "letter"
    EVENT = "event"
    STEP = "step"
    MINUTES = "minutes"


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found: of a note its number as text, of others the lasting key."""

    subject: Subject
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is searched for: all of it must hold; empty is «any»."""

    stems: tuple[str, ...] = ()
    partnerships: Collection[str] = ()
    """One of these."""
    communities: Collection[str] = ()
    """Records of one of these."""
    author: tuple[str, ...] = ()
    """Stems of the name of who said or wrote it."""
    since: date | None = None
    until: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing in particular is searched for."""
        named = self.stems or self.author or self.partnerships or self.communities
        return not (named or self.years)

    @property
    def years(self) -> range:
        """The years of a closed period that is short enough to look them up one by one."""
        if self.since is None or self.until is None:
            return range(0)
        found = range(self.since.year, self.until.year + 1)
        return found if len(found) <= YEARS_LOOKED_UP else range(0)


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of what was found; `total` is of all pages.

    Where more is found than ranking is worth, the latest come first, and `ranked` is False.
    """

    hits: tuple[Hit, ...]
    total: int
    ranked: bool


class SearchStore(Protocol):
    """The full-text index."""

    async def search(self, wanted: Wanted, limit: int, offset: int) -> Hits:
        """What fits best first."""
        ...
