"""Lists of notes, their history, and search over notes, letters, events and steps."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from partnership.entities import Entity
from partnership.notes.asking import Asked, read_search, wanted
from partnership.notes.base import NotesBase
from partnership.notes.note import Belongs, Note
from partnership.notes.scope import Scope
from partnership.notes.stores import Hit, Subject

PAGE = 6


@dataclass(frozen=True, slots=True)
class NotePage:
    """Some current notes, the latest first; `number` counts from zero."""

    notes: Sequence[Note]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class FoundPage:
    """Some of what was found; where `ranked` is False there is more than `total`, latest first."""

    asked: Asked
    records: Sequence[Note | Entity]
    number: int
    total: int
    ranked: bool

    @property
    def has_next(self) -> bool:
        """Whether there is a page after this one."""
        if self.ranked:
            return (self.number + 1) * PAGE < self.total
        return len(self.records) == PAGE


class ReadingNotes(NotesBase):
    """The commands /notes and /find."""

    __slots__ = ()

    async def list_notes(self, belongs: Belongs | None, page: int = 0) -> NotePage:
        """A page of current notes, or the nearest one there is."""
        total = await self.store.count(belongs)
        pages = max(1, -(-total // PAGE))
        number = min(max(page, 0), pages - 1)
        notes = await self.store.notes(belongs, PAGE, number * PAGE)
        return NotePage(notes, number, pages, total)

    async def history(self, note: Note) -> list[Note]:
        """The note and what it superseded, latest first."""
        found = [note]
        while (before := found[-1].supersedes) is not None:
            older = await self.store.note(before)
            if older is None:
                break
            found.append(older)
        return found

    async def find(
        self, line: str, own: Collection[str], scope: Scope | None, page: int = 0
    ) -> FoundPage:
        """A page of what a search line finds, the best fit first."""
        asked = read_search(
            line,
            self.registry,
            self.names,
            own=own,
            now=self.batches.clock.now(),
            zone=self.zone.key,
        )
        search = wanted(asked, scope)
        if search is None:
            return FoundPage(asked, (), 0, 0, ranked=True)
        found = await self.index.search(search, PAGE, max(page, 0) * PAGE)
        records = [await self._record(hit) for hit in found.hits]
        known = [each for each in records if each is not None]
        return FoundPage(asked, known, max(page, 0), found.total, found.ranked)

    async def _record(self, hit: Hit) -> Note | Entity | None:
        match hit.subject:
            case Subject.NOTE:
                return await self.store.note(int(hit.record))
            case Subject.LETTER:
                return self.registry.letters.get(hit.record)
            case Subject.EVENT:
                return await self.events.event(hit.record)
            case Subject.STEP:
                return await self.steps.step(hit.record)
            case Subject.MINUTES:
                return await self.minutes.minutes(hit.record)
