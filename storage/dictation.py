"""Dictations in SQL."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from partnership.minutes.dictation import DictatedPoint, Dictation
from partnership.notes.note import Note
from partnership.stores import Work
from storage.database import Database
from storage.registry import SqlWork
from storage.rows import Mapping


class SqlDictations:
    """Fulfils `partnership.minutes.dictation.DictationStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._mapping = Mapping(Dictation, "dictation", key="id")
        self._notes = Mapping(Note, "note", key="key", numbered=True)

    async def running(self) -> list[Dictation]:
        """Those that nobody has ended."""
        return await self._find("WHERE stopped_at IS NULL")

    async def of_message(self, chat: int, message: int) -> Dictation | None:
        """The dictation to which a message belongs, ended ones too."""
        found = await self._find(
            "WHERE chat = ? AND id IN (SELECT dictation FROM dictation_point WHERE message = ?)"
            " ORDER BY id DESC LIMIT 1",
            chat,
            message,
        )
        return found[0] if found else None

    async def points(self, dictation: int, message: int | None = None) -> list[DictatedPoint]:
        """All points in the order of the chat, or those of a message, with their current notes."""
        of_message = "" if message is None else " AND point.message = ?"
        wanted = (dictation,) if message is None else (dictation, message)
        columns = self._notes.select.removeprefix("SELECT ").partition(" FROM ")[0]
        rows = await self._database.fetch_all(
            f"SELECT point.message, point.line, {columns}"
            " FROM dictation_point AS point JOIN note ON note.id = point.note"
            f" WHERE point.dictation = ?{of_message} AND note.withdrawn_at IS NULL"
            " ORDER BY point.message, point.line",
            wanted,
        )
        found = [DictatedPoint(row[0], row[1], self._notes.read(row[2:])) for row in rows]
        return [each for point in found if (each := await self._current(point)) is not None]

    async def put(self, work: Work, dictation: Dictation) -> Dictation:
        """Insert, or keep the new state; where the summary stands is kept apart."""
        assert isinstance(work, SqlWork)
        if dictation.id:
            await work.transaction.execute(
                "UPDATE dictation SET event = ?, heard_at = ?, stopped_at = ? WHERE id = ?",
                (
                    dictation.event,
                    dictation.heard_at.isoformat(),
                    dictation.stopped_at and dictation.stopped_at.isoformat(),
                    dictation.id,
                ),
            )
            return dictation
        ((number,),) = await work.transaction.fetch_all(
            "INSERT INTO dictation (chat, thread, event, started_by, started_at, heard_at, shown)"
            " VALUES (?, ?, ?, ?, ?, ?, 0) RETURNING id",
            (
                dictation.chat,
                dictation.thread,
                dictation.event,
                dictation.started_by,
                dictation.started_at.isoformat(),
                dictation.heard_at.isoformat(),
            ),
        )
        return replace(dictation, id=number)

    async def put_points(
        self, work: Work, dictation: int, message: int, notes: Sequence[Note]
    ) -> None:
        """The notes of a message, line by line, in place of those it had."""
        assert isinstance(work, SqlWork)
        await work.transaction.execute(
            "DELETE FROM dictation_point WHERE dictation = ? AND message = ?",
            (dictation, message),
        )
        await work.transaction.execute_many(
            "INSERT INTO dictation_point (dictation, message, line, note) VALUES (?, ?, ?, ?)",
            [(dictation, message, line, note.id) for line, note in enumerate(notes)],
        )

    async def remember_summary(self, dictation: int, summary: int | None, shown: int) -> None:
        """Where it is shown what was understood."""
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE dictation SET summary = ?, shown = ? WHERE id = ?",
                (summary, shown, dictation),
            )

    async def _current(self, point: DictatedPoint) -> DictatedPoint | None:
        """The point with the latest correction of its note, where somebody made one elsewhere."""
        note: Note | None = point.note
        while note is not None and note.superseded_by is not None:
            rows = await self._database.fetch_all(
                f"{self._notes.select} WHERE id = ?", (note.superseded_by,)
            )
            note = self._notes.read(rows[0]) if rows else None
        return None if note is None or note.withdrawn_at else replace(point, note=note)

    async def _find(self, condition: str, *parameters: Any) -> list[Dictation]:
        rows = await self._database.fetch_all(f"{self._mapping.select} {condition}", parameters)
        return [self._mapping.read(row) for row in rows]
