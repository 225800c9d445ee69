"""Transactions: whole or nothing, one at a time, unseen by others until kept."""

import asyncio
import sqlite3
import threading

import pytest

from storage.database import Database

INSERT = "INSERT INTO area (id, name_uk, aliases) VALUES (?, ?, '[]')"


async def areas(database):
    return [row[0] for row in await database.fetch_all("SELECT id FROM area ORDER BY id")]


async def test_what_is_committed_is_there_after_closing_and_opening(tmp_path):
    path = tmp_path / "sub" / "mistok.db"
    first = await Database.open(path)
    async with first.transaction() as transaction:
        await transaction.execute(INSERT, ("culture", "культура"))
    await first.close()
    second = await Database.open(path)
    assert await areas(second) == ["culture"]
    await second.close()


async def test_an_error_between_statements_leaves_nothing(database):
    async def fail_halfway():
        async with database.transaction() as transaction:
            await transaction.execute(INSERT, ("culture", "культура"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_halfway()
    assert await areas(database) == []
    async with database.transaction() as transaction:
        await transaction.execute(INSERT, ("sport", "спорт"))
    assert await areas(database) == ["sport"]


async def test_a_process_that_dies_between_statements_leaves_nothing(database, tmp_path):
    """The file as another process finds it while a transaction is open: a crash keeps just that."""
    async with database.transaction() as transaction:
        await transaction.execute(INSERT, ("culture", "культура"))
        for name in ("mistok.db", "mistok.db-wal"):
            (tmp_path / f"crashed-{name}").write_bytes((tmp_path / name).read_bytes())
    (tmp_path / "crashed-mistok.db-wal").rename(tmp_path / "crashed.db-wal")
    (tmp_path / "crashed-mistok.db").rename(tmp_path / "crashed.db")
    crashed = await Database.open(tmp_path / "crashed.db")
    assert await areas(crashed) == []
    await crashed.close()
    assert await areas(database) == ["culture"]


async def test_two_tasks_do_not_see_each_others_uncommitted_rows(database):
    written, may_commit = asyncio.Event(), asyncio.Event()

    async def write():
        async with database.transaction() as transaction:
            await transaction.execute(INSERT, ("culture", "культура"))
            written.set()
            await may_commit.wait()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(write())
        await written.wait()
        assert await areas(database) == []
        may_commit.set()
    assert await areas(database) == ["culture"]


async def test_transactions_stand_in_a_queue(database):
    running, most = 0, 0

    async def write(number):
        nonlocal running, most
        async with database.transaction() as transaction:
            running += 1
            most = max(most, running)
            await transaction.execute(INSERT, (f"area-{number}", "напрям"))
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(write(number) for number in range(20)))
    assert most == 1
    assert len(await areas(database)) == 20


async def test_a_broken_reference_is_refused_at_the_commit(database):
    told = []

    async def point_to_nothing():
        async with database.transaction() as transaction:
            transaction.after_commit(lambda: told.append("kept"))
            await transaction.execute(
                "INSERT INTO area (id, name_uk, parent, aliases) VALUES ('a', 'а', 'none', '[]')"
            )

    with pytest.raises(sqlite3.IntegrityError):
        await point_to_nothing()
    assert await areas(database) == []
    assert told == []
    async with database.transaction() as transaction:
        transaction.after_commit(lambda: told.append("kept"))
        await transaction.execute(INSERT, ("culture", "культура"))
        assert told == []
    assert told == ["kept"]


@pytest.mark.parametrize("steps_before", range(8))
async def test_a_cancelled_task_never_leaves_memory_behind_the_file(tmp_path, steps_before):
    """Cancelled at each of its awaits in turn: what is kept is told, what is not is not."""
    database = await Database.open(tmp_path / "mistok.db")
    told = []

    async def write():
        async with database.transaction() as transaction:
            transaction.after_commit(lambda: told.append("culture"))
            await transaction.execute(INSERT, ("culture", "культура"))

    task = asyncio.ensure_future(write())
    for _ in range(steps_before):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert await areas(database) == told
    async with database.transaction() as transaction:
        await transaction.execute(INSERT, ("sport", "спорт"))
    assert "sport" in await areas(database)
    await database.close()


async def test_foreign_keys_wal_and_timeout_are_set(database):
    found = {}
    for name in ("foreign_keys", "journal_mode", "busy_timeout", "synchronous"):
        ((found[name],),) = await database.fetch_all(f"PRAGMA {name}")
    assert found == {
        "foreign_keys": 1,
        "journal_mode": "wal",
        "busy_timeout": 5000,
        "synchronous": 1,
    }


async def test_no_connection_stays_open_where_opening_fails(tmp_path):
    path = tmp_path / "mistok.db"
    before = threading.enumerate()
    path.write_bytes(b"this is no database, not at all" * 50)
    with pytest.raises(sqlite3.DatabaseError):
        await Database.open(path)
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(timeout=5)
    assert not [thread for thread in left if thread.is_alive()]
