"""Notes in SQL."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from partnership.notes.note import Belongs, Message, Note, NoteKind
from partnership.notes.searchable import searchable
from partnership.notes.stores import Subject
from partnership.stores import Work
from storage.database import Database
from storage.registry import SqlWork
from storage.rows import Mapping
from storage.search_index import put_into_index, take_out_of_index

_CURRENT = "superseded_by IS NULL AND withdrawn_at IS NULL"


class SqlNotes:
    """Fulfils `partnership.notes.stores.NoteStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._mapping = Mapping(Note, "note", key="key", numbered=True)

    async def put(self, work: Work, note: Note) -> Note:
        """Insert a note, or keep the new state of one; search finds only current ones."""
        assert isinstance(work, SqlWork)
        mapping, transaction = self._mapping, work.transaction
        ((number,),) = await transaction.fetch_all(mapping.upsert, mapping.values(note))
        numbered = replace(note, id=number)
        text = searchable(numbered)
        if numbered.superseded_by is not None or numbered.withdrawn_at is not None:
            await take_out_of_index(transaction, Subject.NOTE, str(number))
        elif text is not None:
            await put_into_index(transaction, text)
        return numbered

    async def note(self, number: int) -> Note | None:
        """By number; also one that was taken back."""
        return await self._one("WHERE id = ?", (number,))

    async def note_of(self, source: Message, kind: NoteKind) -> Note | None:
        """The first note of a kind that was made of a message and not taken back."""
        where = (
            "WHERE source_chat = ? AND source_id = ? AND kind = ? AND withdrawn_at IS NULL"
            " ORDER BY id LIMIT 1"
        )
        return await self._one(where, (source.chat, source.id, kind))

    async def notes(self, belongs: Belongs | None, limit: int, offset: int) -> list[Note]:
        """Current notes, latest first; of one partnership, event or community, or of all."""
        where, parameters = _of(belongs)
        order = "ORDER BY id DESC LIMIT ? OFFSET ?"
        return await self._find(f"WHERE {where} {order}", (*parameters, limit, offset))

    async def withdrawn_notes(self, event: str) -> list[Note]:
        """Notes of an event that were taken back."""
        where = "superseded_by IS NULL AND withdrawn_at IS NOT NULL AND belongs_event = ?"
        return await self._find(f"WHERE {where} ORDER BY id", (event,))

    async def count(self, belongs: Belongs | None) -> int:
        """How many current notes there are."""
        where, parameters = _of(belongs)
        rows = await self._database.fetch_all(
            f"SELECT count(*) FROM note WHERE {where}", parameters
        )
        return int(rows[0][0])

    async def _one(self, condition: str, parameters: Iterable[Any]) -> Note | None:
        found = await self._find(condition, parameters)
        return found[0] if found else None

    async def _find(self, condition: str, parameters: Iterable[Any]) -> list[Note]:
        rows = await self._database.fetch_all(f"{self._mapping.select} {condition}", parameters)
        return [self._mapping.read(row) for row in rows]


def _of(belongs: Belongs | None) -> tuple[str, tuple[Any, ...]]:
    if belongs is None:
        return _CURRENT, ()
    if belongs.event is not None:
        return f"{_CURRENT} AND belongs_event = ?", (belongs.event,)
    if belongs.partnership is not None:
        return f"{_CURRENT} AND belongs_partnership = ?", (belongs.partnership,)
    in_community = "belongs_partnership IN (SELECT id FROM partnership WHERE home = ?)"
    where = f"{_CURRENT} AND (belongs_community = ? OR {in_community})"
    return where, (belongs.community, belongs.community)
