"""Reading and writing the records of the registry, one table a kind."""

from dataclasses import replace
from datetime import date
from typing import Any

from partnership.entities import CLASS_OF, GROWING, Entity, Growing, Kind, Reference, kind_of
from partnership.events import Event
from partnership.notes.searchable import searchable
from partnership.notes.stores import Subject
from storage.database import Database, Transaction
from storage.rows import Mapping
from storage.search_index import put_into_index, take_out_of_index

SEARCHED = {
    Kind.LETTER: Subject.LETTER,
    Kind.EVENT: Subject.EVENT,
    Kind.STEP: Subject.STEP,
    Kind.MINUTES: Subject.MINUTES,
}
"""Kinds whose texts are searched; the index follows in the transaction that changes them."""


def _mapping(kind: Kind) -> Mapping[Any]:
    growing = kind in GROWING
    return Mapping(CLASS_OF[kind], kind.value, key="key" if growing else "id", numbered=growing)


class Records:
    """The tables of all kinds of record."""

    def __init__(self) -> None:
        self.mappings: dict[Kind, Mapping[Any]] = {kind: _mapping(kind) for kind in Kind}

    async def load(self, database: Database) -> list[Reference]:
        """All reference records; broken rows raise, since the core checks what it is given."""
        records: list[Reference] = []
        for kind in Kind:
            if kind not in GROWING:
                mapping = self.mappings[kind]
                rows = await database.fetch_all(mapping.select)
                records.extend(mapping.read(row) for row in rows)
        return records

    async def put(self, transaction: Transaction, entity: Entity) -> Entity:
        """Insert or replace; what grows comes back with its number."""
        if (text := searchable(entity)) is not None:
            await put_into_index(transaction, text)
        mapping = self.mappings[kind_of(entity)]
        if not isinstance(entity, Growing):
            await transaction.execute(mapping.upsert, mapping.values(entity))
            return entity
        ((number,),) = await transaction.fetch_all(mapping.upsert, mapping.values(entity))
        numbered = entity if entity.id == number else replace(entity, id=number)
        if isinstance(numbered, Event):
            await _index_event(transaction, numbered)
        return numbered

    async def growing(self, transaction: Transaction, kind: Kind, key: str) -> Growing | None:
        """An event, a step, a handover, as it stands in the transaction."""
        mapping = self.mappings[kind]
        rows = await transaction.fetch_all(f'{mapping.select} WHERE "key" = ?', (key,))
        found: Growing | None = mapping.read(rows[0]) if rows else None
        return found

    async def delete(self, transaction: Transaction, kind: Kind, entity: str) -> None:
        """Remove a record; what points to it makes the commit fail."""
        if kind in SEARCHED:
            await take_out_of_index(transaction, SEARCHED[kind], entity)
        await transaction.execute(self.mappings[kind].delete, (entity,))


async def _index_event(transaction: Transaction, event: Event) -> None:
    """Keep what is searched by: the day of the event and its partnerships."""
    await transaction.execute(
        "UPDATE event SET starts_on = ?, ends_on = ? WHERE id = ?",
        (_iso(event.starts_on), _iso(event.ends_on), event.id),
    )
    await transaction.execute("DELETE FROM event_partnership WHERE event = ?", (event.key,))
    if event.partnerships:
        await transaction.execute_many(
            "INSERT INTO event_partnership (partnership, event) VALUES (?, ?)",
            [(partnership, event.key) for partnership in event.partnerships],
        )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
