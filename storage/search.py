"""Full-text search in SQL: stems in any case form, ranked by bm25."""

from typing import Any

from partnership.language.stems import VERSION
from partnership.notes.note import Note
from partnership.notes.searchable import searchable
from partnership.notes.stores import Hit, Hits, Subject, Wanted
from storage.database import Database, Transaction
from storage.records import SEARCHED, Records
from storage.rows import Mapping
from storage.search_index import marks_of, put_into_index, year_mark

RANKED = 500
"""Up to so many records are ranked: of what more have in common the latest are wanted."""

_FROM = "FROM search_index JOIN search_entry AS entry ON entry.id = search_index.rowid"
_BEST = " ORDER BY bm25(search_index, 1.0, 0.0, 0.0), entry.id DESC"
_LATEST = " ORDER BY search_index.rowid DESC"


class SqlSearch:
    """Fulfils `partnership.notes.stores.SearchStore`."""

    def __init__(self, database: Database, records: Records) -> None:
        self._database = database
        self._records = records

    async def search(self, wanted: Wanted, limit: int, offset: int) -> Hits:
        """What fits best first; the latest first where more than `RANKED` fit."""
        if wanted.is_empty:
            return Hits((), 0, ranked=True)
        total = await self._count(wanted)
        order = _BEST if total <= RANKED else _LATEST
        condition, parameters = _condition(wanted)
        found = await self._database.fetch_all(
            f"SELECT entry.subject, entry.record {_FROM} WHERE {condition}{order} LIMIT ? OFFSET ?",
            (*parameters, limit, offset),
        )
        hits = tuple(Hit(Subject(subject), record) for subject, record in found)
        return Hits(hits, min(total, RANKED), ranked=total <= RANKED)

    async def _count(self, wanted: Wanted) -> int:
        """How many fit; nobody counts further than one beyond `RANKED`."""
        condition, parameters = _condition(wanted)
        tables = "FROM search_index" if wanted.since is wanted.until is None else _FROM
        rows = await self._database.fetch_all(
            f"SELECT count(*) FROM (SELECT 1 {tables} WHERE {condition} LIMIT ?)",
            (*parameters, RANKED + 1),
        )
        return int(rows[0][0])

    async def refresh(self) -> None:
        """Index everything anew where the index was made with other stems, or never."""
        rows = await self._database.fetch_all("SELECT version FROM search_version")
        if [row[0] for row in rows] == [VERSION]:
            return
        async with self._database.transaction() as transaction:
            for table in ("search_entry", "search_index", "search_version"):
                await transaction.execute(f"DELETE FROM {table}")
            await self._index_all(transaction)
            await transaction.execute("INSERT INTO search_version VALUES (?)", (VERSION,))

    async def _index_all(self, transaction: Transaction) -> None:
        notes = Mapping(Note, "note", key="key", numbered=True)
        current = " WHERE superseded_by IS NULL AND withdrawn_at IS NULL"
        sources: list[tuple[Mapping[Any], str]] = [(notes, current)]
        sources += [(self._records.mappings[each], "") for each in SEARCHED]
        for mapping, which in sources:
            for row in await transaction.fetch_all(mapping.select + which):
                text = searchable(mapping.read(row))
                if text is not None:
                    await put_into_index(transaction, text)


def _condition(wanted: Wanted) -> tuple[str, list[Any]]:
    """Everything wanted as one condition; the stems are quoted, so nothing typed is syntax."""
    sql, parameters = "search_index MATCH ?", list[Any]([_match(wanted)])
    if wanted.since is not None:
        sql += " AND entry.day >= ?"
        parameters.append(wanted.since.isoformat())
    if wanted.until is not None:
        sql += " AND entry.day <= ?"
        parameters.append(wanted.until.isoformat())
    return sql, parameters


def _match(wanted: Wanted) -> str:
    parts = [f"stems: {_quoted(each)}" for each in wanted.stems]
    parts += [f"author: {_quoted(each)}" for each in wanted.author]
    years = [year_mark(year) for year in wanted.years]
    for marks in (marks_of(wanted.partnerships, wanted.communities), years):
        if marks:
            parts.append(f"marks: ({' OR '.join(map(_quoted, marks))})")
    return " AND ".join(parts)


def _quoted(word: str) -> str:
    escaped = word.replace('"', '""')
    return f'"{escaped}"'
