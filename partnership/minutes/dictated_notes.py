"""From the lines of a message to notes: new ones, corrected ones, those no longer said."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from partnership.access import User
from partnership.batch import Batch
from partnership.minutes.spoken_points import SpokenPoint
from partnership.notes.note import Belongs, Message, Note
from partnership.notes.stores import NoteStore


@dataclass(frozen=True, slots=True)
class NoteWriting:
    """Writes the notes of one message within one transaction."""

    store: NoteStore
    batch: Batch
    actor: User
    source: Message
    belongs: Belongs

    async def write_all(self, before: Sequence[Note], said: Sequence[SpokenPoint]) -> list[Note]:
        """The notes of the message as it reads now, in the order of its lines."""
        notes = [await self._write(*step) for step in _steps(before, said)]
        return [each for each in notes if each is not None]

    async def _write(self, old: Note | None, said: SpokenPoint | None) -> Note | None:
        """As before, corrected, new, or out of sight (None)."""
        if said is None:
            assert old is not None
            await self.store.put(self.batch.work, replace(old, withdrawn_at=self.batch.at))
            return None
        if old is not None and line_of(old) == said:
            return old
        new = await self.store.put(self.batch.work, self._note(said, old))
        if old is not None:
            await self.store.put(self.batch.work, replace(old, superseded_by=new.id))
        return new

    def _note(self, said: SpokenPoint, old: Note | None) -> Note:
        return Note(
            key=f"n-{secrets.token_hex(6)}",
            kind=said.kind,
            text=said.text,
            author=self.actor.id,
            author_name=self.actor.name or str(self.actor.id),
            at=self.batch.at,
            said_by=said.said_by,
            belongs=self.belongs,
            source=self.source,
            supersedes=old.id if old is not None else None,
        )


def line_of(note: Note) -> SpokenPoint:
    """What was said, without who wrote it down and when."""
    return SpokenPoint(note.kind, note.text, note.said_by)


def _steps(
    before: Sequence[Note], said: Sequence[SpokenPoint]
) -> Iterator[tuple[Note | None, SpokenPoint | None]]:
    """Which note becomes which line; lines that only moved up or down are the same ones."""
    lines = [line_of(each) for each in before]
    for _tag, first, last, begin, end in SequenceMatcher(
        None, lines, said, autojunk=False
    ).get_opcodes():
        for index in range(max(last - first, end - begin)):
            old = before[first + index] if first + index < last else None
            new = said[begin + index] if begin + index < end else None
            yield old, new
