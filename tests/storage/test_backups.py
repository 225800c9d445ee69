"""Copies of the database, and putting one back."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.backups import Backups, copy_database
from storage.database import DATABASE_ERRORS, Database
from storage.migrations import NewerSchemaError, known_migrations
from storage.restoring import DatabaseInUseError, UnusableCopyError, restore

NOW = datetime(2024, 6, 12, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)
PAIRS = "CREATE TABLE pair (a INTEGER, b INTEGER)"


async def make_database(path: Path, *numbers: int) -> None:
    """A database of ours with a table of pairs."""
    database = await Database.open(path)
    async with database.transaction() as transaction:
        await transaction.execute(PAIRS)
        await transaction.execute_many("INSERT INTO pair VALUES (?, ?)", [(n, n) for n in numbers])
    await database.close()


def pairs_of(path: Path) -> list[tuple[int, int]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT a, b FROM pair").fetchall()


def spoil(path: Path) -> None:
    path.write_bytes(b"no database at all" * 1_000)


def remove(path: Path) -> None:
    path.unlink()


def is_there(path: Path) -> bool:
    return path.exists()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "mistok.db"


@pytest.fixture
def backups(path: Path, tmp_path: Path) -> Backups:
    return Backups(path, tmp_path / "backups", kept=3)


async def test_a_copy_is_one_sound_file_for_its_owner_only(path: Path, backups: Backups) -> None:
    await make_database(path, 1, 2)
    made = await backups.make(NOW)
    assert made.name == "mistok-2024-06-12T06-00-00Z.db"
    assert [each.name for each in backups.folder.iterdir()] == [made.name]
    assert made.stat().st_mode & 0o077 == 0
    assert backups.folder.stat().st_mode & 0o077 == 0
    assert pairs_of(made) == [(1, 1), (2, 2)]
    assert backups.latest() == NOW


async def test_a_copy_made_while_others_write_has_every_transaction_whole(
    path: Path, backups: Backups
) -> None:
    await make_database(path, *range(5_000))
    database, written = await Database.open(path), asyncio.Event()

    async def write() -> None:
        number = 0
        while True:
            number += 1
            async with database.transaction() as transaction:
                await transaction.execute("INSERT INTO pair VALUES (?, 0)", (number,))
                await transaction.execute("UPDATE pair SET b = ? WHERE a = ?", (number, number))
            if number > 5:
                written.set()

    writing = asyncio.ensure_future(write())
    await written.wait()
    copies = [await backups.make(NOW + n * DAY) for n in range(3)]
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    await database.close()
    found = [pairs_of(each) for each in copies]
    assert all(a == b for pairs in found for a, b in pairs)
    assert 5_000 < len(found[0]) <= len(found[-1])


async def test_only_so_many_are_kept_and_nothing_else_is_touched(
    path: Path, backups: Backups
) -> None:
    await make_database(path)
    backups.folder.mkdir()
    strange = ["notes.txt", "mistok-before-update.db", "mistok-2024-01-01.db"]
    for name in strange:
        (backups.folder / name).touch()
    (backups.folder / "mistok-2024-06-01T06-00-00Z.db.part").touch()
    made = [(await backups.make(NOW + n * DAY)).name for n in range(5)]
    assert {each.name for each in backups.folder.iterdir()} == {*strange, *made[-3:]}


async def test_a_copy_that_cannot_be_made_leaves_nothing_behind_and_removes_nothing(
    path: Path, backups: Backups
) -> None:
    await make_database(path)
    kept = [await backups.make(NOW - n * DAY) for n in range(1, 4)]
    spoil(path)
    with pytest.raises(DATABASE_ERRORS):
        await backups.make(NOW)
    assert sorted(backups.folder.iterdir()) == sorted(kept)


async def test_where_there_is_no_database_none_is_made(path: Path, backups: Backups) -> None:
    with pytest.raises(DATABASE_ERRORS):
        await backups.make(NOW)
    assert not is_there(path)
    assert backups.latest() is None


async def test_what_was_replaced_is_kept(path: Path, tmp_path: Path) -> None:
    await make_database(path, 1)
    copy = tmp_path / "copy.db"
    copy_database(path, copy)
    remove(path)
    await make_database(path, 2)
    kept = restore(copy, path, NOW)
    assert kept == path.with_name("mistok-replaced-2024-06-12T06-00-00Z.db")
    assert (pairs_of(path), pairs_of(kept)) == ([(1, 1)], [(2, 2)])
    assert sorted(path.parent.iterdir()) == sorted([path, kept])
    database = await Database.open(path)
    await database.close()


async def test_a_damaged_database_can_be_replaced(path: Path, tmp_path: Path) -> None:
    await make_database(path, 1)
    copy = tmp_path / "copy.db"
    copy_database(path, copy)
    spoil(path)
    path.with_name("mistok.db-wal").write_bytes(b"left over")
    kept = restore(copy, path, NOW)
    assert pairs_of(path) == [(1, 1)]
    assert kept is not None
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"left over"


async def test_a_database_can_be_put_where_there_is_none(path: Path, tmp_path: Path) -> None:
    await make_database(tmp_path / "copy.db", 1)
    assert restore(tmp_path / "copy.db", path, NOW) is None
    assert pairs_of(path) == [(1, 1)]


async def test_while_somebody_has_the_database_open_nothing_is_replaced(
    path: Path, tmp_path: Path
) -> None:
    await make_database(path, 2)
    await make_database(tmp_path / "copy.db", 1)
    running = await Database.open(path)
    with pytest.raises(DatabaseInUseError):
        restore(tmp_path / "copy.db", path, NOW)
    assert await running.fetch_all("SELECT a FROM pair") == [(2,)]
    await running.close()
    assert [each.name for each in path.parent.iterdir()] == ["mistok.db"]


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        version = known_migrations()[-1].version + 1
        connection.execute("INSERT INTO schema_version VALUES (?)", (version,))


async def test_a_copy_of_a_newer_version_is_refused(path: Path, tmp_path: Path) -> None:
    await make_database(path, 2)
    await make_database(tmp_path / "copy.db", 1)
    newer(tmp_path / "copy.db")
    with pytest.raises(NewerSchemaError):
        restore(tmp_path / "copy.db", path, NOW)
    assert pairs_of(path) == [(2, 2)]


async def test_what_is_no_sound_database_of_ours_is_refused(path: Path, tmp_path: Path) -> None:
    await make_database(path, *range(3_000))
    copy = tmp_path / "copy.db"
    with pytest.raises(UnusableCopyError):
        restore(copy, path, NOW)
    copy.write_text("registry")
    with pytest.raises(UnusableCopyError, match="not a database"):
        restore(copy, path, NOW)
    copy.unlink()
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("CREATE TABLE other (x)")
    with pytest.raises(UnusableCopyError, match="schema_version"):
        restore(copy, path, NOW)
    copy_database(path, copy)
    content = bytearray(copy.read_bytes())
    content[-40_000:-20_000] = bytes(20_000)
    copy.write_bytes(content)
    with pytest.raises(UnusableCopyError):
        restore(copy, path, NOW)
    with pytest.raises(UnusableCopyError, match="itself"):
        restore(path, path, NOW)
    assert len(pairs_of(path)) == 3_000
