"""Numbered migrations, each in one transaction with its version."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

import aiosqlite


class NewerSchemaError(Exception):
    """The database was made by a newer version of Mistok than this one."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            f"the database has schema {found}, this version of Mistok knows {known}: update Mistok"
        )
        self.found = found
        self.known = known


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step of the schema."""

    version: int
    name: str
    sql: str


def known_migrations() -> list[Migration]:
    """The migrations that come with this version, in order."""
    found = [
        Migration(int(each.name.split("_")[0]), each.name, each.read_text("utf-8"))
        for each in files("storage").joinpath("migrations").iterdir()
        if each.name.endswith(".sql")
    ]
    return sorted(found, key=lambda migration: migration.version)


async def migrate(connection: aiosqlite.Connection, migrations: list[Migration]) -> int:
    """Bring the schema up to date and say its version.

    Raises NewerSchemaError where the database is ahead of the code.
    """
    await connection.execute(
        "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY)"
    )
    rows = await connection.execute_fetchall("SELECT max(version) FROM schema_version")
    present: int = next(iter(rows))[0] or 0
    known = migrations[-1].version
    if present > known:
        raise NewerSchemaError(present, known)
    for migration in migrations:
        if migration.version > present:
            await _apply(connection, migration)
    return known


async def _apply(connection: aiosqlite.Connection, migration: Migration) -> None:
    await connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(migration.sql):
            await connection.execute(statement)
        await connection.execute(
            "INSERT INTO schema_version (version) VALUES (?)", (migration.version,)
        )
    except BaseException:
        await connection.execute("ROLLBACK")
        raise
    await connection.execute("COMMIT")


def statements(script: str) -> Iterator[str]:
    """The single statements of a script: `executescript` would commit behind our back."""
    text = ""
    for piece in script.split(";")[:-1]:
        text += piece + ";"
        if sqlite3.complete_statement(text):
            yield text
            text = ""
