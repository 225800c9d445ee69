"""The registry in SQL: loading it, and one transaction that writes records and their log."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import datetime

from partnership.changes import Change
from partnership.entities import Entity, Growing, Kind, Reference
from storage.changes import log_changes, mark_undone
from storage.database import Database, Transaction
from storage.records import Records


class SqlWork:
    """Fulfils `partnership.stores.Work` within one open transaction."""

    def __init__(self, transaction: Transaction, records: Records) -> None:
        self.transaction = transaction
        self._records = records

    async def put(self, entity: Entity) -> Entity:
        """Insert or replace; what grows comes back with its number."""
        return await self._records.put(self.transaction, entity)

    async def growing(self, kind: Kind, key: str) -> Growing | None:
        """A record that grows with the years, as it stands here."""
        return await self._records.growing(self.transaction, kind, key)

    async def delete(self, kind: Kind, entity: str) -> None:
        """Remove a record."""
        await self._records.delete(self.transaction, kind, entity)

    async def log(self, changes: Iterable[Change]) -> None:
        """Write to the change log."""
        await log_changes(self.transaction, changes)

    async def mark_undone(self, batch: str, at: datetime) -> None:
        """Mark the changes of a batch as taken back."""
        await mark_undone(self.transaction, batch, at)

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call back as soon as all of it is kept."""
        self.transaction.after_commit(callback)


class SqlRegistry:
    """Fulfils `partnership.stores.RegistryStore`."""

    def __init__(self, database: Database, records: Records) -> None:
        self._database = database
        self._records = records

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqlWork]:
        """Open a transaction; an error inside rolls it back."""
        async with self._database.transaction() as transaction:
            yield SqlWork(transaction, self._records)

    async def load(self) -> list[Reference]:
        """All reference records, to be read from memory afterwards."""
        return await self._records.load(self._database)
