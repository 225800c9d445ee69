"""The SQLite file: one connection that writes, one that reads, and transactions."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from storage.migrations import known_migrations, migrate

BUSY_TIMEOUT_MS = 5_000

PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_mode = WAL",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA synchronous = NORMAL",
)


DATABASE_ERRORS = (sqlite3.Error, OSError)
"""What opening or reading the file may raise."""


class Transaction:
    """An open transaction; what is to happen in memory waits for the commit."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection
        self._after: list[Callable[[], None]] = []

    async def execute(self, sql: str, parameters: Iterable[Any] = ()) -> int:
        """Run one statement and say how many rows it touched."""
        cursor = await self._connection.execute(sql, parameters)
        touched = cursor.rowcount
        await cursor.close()
        return touched

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row."""
        cursor = await self._connection.executemany(sql, rows)
        await cursor.close()

    async def fetch_all(self, sql: str, parameters: Iterable[Any] = ()) -> list[Any]:
        """All rows, those of this transaction included."""
        return list(await self._connection.execute_fetchall(sql, parameters))

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call back as soon as the transaction is kept; never where it is not."""
        self._after.append(callback)

    def committed(self) -> None:
        """Run what waited for the commit."""
        for callback in self._after:
            callback()


class Database:
    """One SQLite file. Made by `open`, and always to be closed: an open one hangs at exit."""

    def __init__(self, writer: aiosqlite.Connection, reader: aiosqlite.Connection) -> None:
        self._writer = writer
        self._reader = reader
        self._lock = asyncio.Lock()

    @classmethod
    async def open(cls, path: Path) -> "Database":
        """Open or make the file at `path` and bring its schema up to date.

        Raises NewerSchemaError where a newer version of Mistok made it.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        writer = await _connect(path)
        try:
            await migrate(writer, known_migrations())
            reader = await _connect(path)
        except BaseException:
            await writer.close()
            raise
        return cls(writer, reader)

    async def close(self) -> None:
        """Wait for an open transaction, then close both connections."""
        async with self._lock:
            await self._reader.close()
            await self._writer.close()

    async def fetch_all(self, sql: str, parameters: Iterable[Any] = ()) -> list[Any]:
        """All rows of a query; committed ones only, since the reader stands apart."""
        return list(await self._reader.execute_fetchall(sql, parameters))

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """One transaction at a time: kept as a whole at the end, or rolled back on an error."""
        async with self._lock:
            transaction = Transaction(self._writer)
            try:
                await self._writer.execute("BEGIN IMMEDIATE")
                yield transaction
            except BaseException:
                await self._roll_back()
                raise
            await self._commit(transaction)

    async def _commit(self, transaction: Transaction) -> None:
        """Commit even where we are cancelled meanwhile, so that memory never lags behind."""
        commit = asyncio.ensure_future(self._writer.commit())
        try:
            await asyncio.shield(commit)
        except asyncio.CancelledError:
            await commit
            transaction.committed()
            raise
        except sqlite3.Error:
            await self._roll_back()
            raise
        transaction.committed()

    async def _roll_back(self) -> None:
        """Roll back; a cancelled BEGIN may have had no time to open anything."""
        try:
            await self._writer.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if "no transaction is active" not in str(error):
                raise


async def _connect(path: Path) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, isolation_level=None)
    try:
        for pragma in PRAGMAS:
            await connection.execute(pragma)
    except BaseException:
        await connection.close()
        raise
    return connection
