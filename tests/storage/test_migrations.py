"""Migrations: each once, each whole, never backwards."""

import re
from importlib.resources import files

import aiosqlite
import pytest

from partnership.entities import Kind
from storage.database import Database
from storage.migrations import Migration, NewerSchemaError, known_migrations, migrate, statements
from storage.records import Records

ONE = Migration(1, "0001_one.sql", "CREATE TABLE one (id INTEGER);")
TWO = Migration(2, "0002_two.sql", "CREATE TABLE two (id INTEGER); INSERT INTO two VALUES (1);")
BROKEN = Migration(
    3, "0003.sql", "CREATE TABLE three (id INTEGER); INSERT INTO nowhere VALUES (1);"
)


@pytest.fixture
async def connection(tmp_path):
    async with aiosqlite.connect(tmp_path / "mistok.db", isolation_level=None) as opened:
        yield opened


async def tables(connection):
    rows = await connection.execute_fetchall(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    )
    return [row[0] for row in rows]


async def test_migrations_run_once_and_the_next_version_goes_on_from_there(connection):
    assert await migrate(connection, [ONE]) == 1
    assert await migrate(connection, [ONE]) == 1
    assert await migrate(connection, [ONE, TWO]) == 2
    assert await tables(connection) == ["one", "schema_version", "two"]


async def test_a_migration_that_fails_leaves_the_version_before_it(connection):
    with pytest.raises(aiosqlite.OperationalError):
        await migrate(connection, [ONE, TWO, BROKEN])
    assert await tables(connection) == ["one", "schema_version", "two"]
    assert await migrate(connection, [ONE, TWO]) == 2


async def test_a_newer_schema_is_refused_and_left_as_it_is(connection):
    await migrate(connection, [ONE, TWO])
    with pytest.raises(NewerSchemaError) as caught:
        await migrate(connection, [ONE])
    assert (caught.value.found, caught.value.known) == (2, 1)
    assert "update Mistok" in str(caught.value)
    assert await tables(connection) == ["one", "schema_version", "two"]


async def test_a_database_of_a_newer_mistok_is_refused_when_opened(tmp_path):
    path = tmp_path / "mistok.db"
    await (await Database.open(path)).close()
    async with aiosqlite.connect(path) as connection:
        await connection.execute("INSERT INTO schema_version VALUES (9999)")
        await connection.commit()
    with pytest.raises(NewerSchemaError):
        await Database.open(path)


async def test_a_database_can_be_opened_twice(tmp_path):
    first = await Database.open(tmp_path / "mistok.db")
    second = await Database.open(tmp_path / "mistok.db")
    await second.close()
    await first.close()


def test_migrations_are_numbered_without_doubles():
    names = [migration.name for migration in known_migrations()]
    versions = [migration.version for migration in known_migrations()]
    assert all(re.fullmatch(r"\d{4}_[a-z_]+\.sql", name) for name in names)
    assert versions == sorted(set(versions))
    assert files("storage").joinpath("migrations", names[0]).is_file()


def test_a_script_is_split_at_its_statements_and_not_within_them():
    script = "-- one; two\nCREATE TABLE a (b TEXT DEFAULT ';');\nSELECT 1;"
    assert len(list(statements(script))) == 2


@pytest.mark.parametrize("kind", list(Kind))
async def test_every_field_of_a_record_has_its_column(database, kind):
    rows = await database.fetch_all(f"PRAGMA table_info({kind.value})")
    assert set(Records().mappings[kind].columns) <= {row[1] for row in rows}


async def test_the_digest_of_what_is_overdue_becomes_that_of_action_items(connection):
    await migrate(connection, [each for each in known_migrations() if each.version < 45])
    await connection.execute(
        "INSERT INTO subscription (recipient_kind, recipient, thread, kind)"
        " VALUES ('chat', -1, 0, 'overdue'), ('user', 2, 0, 'week')"
    )
    await connection.execute(
        'INSERT INTO reminder ("key", subject_kind, subject, recipient_kind, recipient, rule,'
        " due_at, ends_at, wall, zone, priority, state, attempts)"
        " VALUES ('digest|overdue|20240617T060000Z|chat:-1|digest:overdue', 'digest', 'overdue',"
        " 'chat', -1, 'digest:overdue', '2024-06-17T06:00:00+00:00', '2024-06-17T18:00:00+00:00',"
        " '2024-06-17T09:00:00', 'Europe/Kyiv', 20, 'pending', 0)"
    )
    await migrate(connection, known_migrations())
    chosen = await connection.execute_fetchall(
        "SELECT recipient, kind, wanted FROM subscription ORDER BY recipient"
    )
    assert [tuple(row) for row in chosen] == [(-1, "items", 1), (2, "week", 1)]
    planned = await connection.execute_fetchall('SELECT "key", subject, rule FROM reminder')
    assert [tuple(row) for row in planned] == [
        ("digest|items|20240617T060000Z|chat:-1|digest:items", "items", "digest:items")
    ]
