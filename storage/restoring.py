"""A copy is put in place of the database, which is kept."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from storage.backups import STAMP, copy_database, open_to_read, what_is_wrong
from storage.migrations import NewerSchemaError, known_migrations

BUSY_SECONDS = 1.0
HEADER = b"SQLite format 3\0"
BESIDE = ("", "-wal", "-shm")
"""Files of which an open database consists."""


class UnusableCopyError(Exception):
    """The file cannot become the database; the message says why."""


class DatabaseInUseError(Exception):
    """Some process has the database open."""


def restore(copy: Path, database: Path, now: datetime) -> Path | None:
    """Put a copy in place of the database; where the replaced one lies now, if there was one.

    Raises:
        UnusableCopyError: the copy is damaged, or no database of ours.
        NewerSchemaError: the copy was made by a newer version.
        DatabaseInUseError: the database is open; nothing was changed.
        OSError: a file could not be written; nothing was changed.
    """
    check_copy(copy)
    if database.exists() and copy.samefile(database):
        raise UnusableCopyError("this is the database itself")
    _close_off(database)
    database.parent.mkdir(parents=True, exist_ok=True)
    fresh = database.with_name(f"{database.name}.restored")
    kept = database.with_name(f"{database.stem}-replaced-{now.astimezone(UTC):{STAMP}}.db")
    try:
        copy_database(copy, fresh)
        replaced = _rename(database, kept)
        try:
            fresh.rename(database)
        except OSError:
            _rename(kept, database)
            raise
    finally:
        fresh.unlink(missing_ok=True)
    return kept if replaced else None


def check_copy(copy: Path) -> int:
    """The schema of a copy that can be used.

    Raises:
        UnusableCopyError: it is damaged, or no database of ours.
        NewerSchemaError: it was made by a newer version.
    """
    try:
        with closing(open_to_read(copy)) as connection:
            problem = what_is_wrong(connection)
            if problem is not None:
                raise UnusableCopyError(problem)
            ((schema,),) = connection.execute("SELECT max(version) FROM schema_version")
    except sqlite3.Error as error:
        raise UnusableCopyError(str(error)) from error
    known = known_migrations()[-1].version
    if schema is None:
        raise UnusableCopyError("there is nothing in it")
    if schema > known:
        raise NewerSchemaError(schema, known)
    return int(schema)


def _close_off(database: Path) -> None:
    """Fold what stands beside the file into it, which SQLite refuses while anybody has it open.

    A damaged one is left as it is: that may be why it is to be replaced.
    """
    if not _is_database(database):
        return
    try:
        with closing(sqlite3.connect(database, timeout=BUSY_SECONDS)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise DatabaseInUseError(str(error)) from error


def _is_database(path: Path) -> bool:
    """By its first bytes; to open anything else would cost it what stands beside it."""
    if not path.exists():
        return False
    with path.open("rb") as file:
        return file.read(len(HEADER)) == HEADER


def _rename(database: Path, to: Path) -> bool:
    """Move a database with what stands beside it; False where there was none."""
    there = database.exists()
    for ending in BESIDE:
        part = database.with_name(database.name + ending)
        if part.exists():
            part.rename(to.with_name(to.name + ending))
    return there
