"""Copies of the database: whole, consistent while others write, and only so many of them."""

import asyncio
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

STAMP = "%Y-%m-%dT%H-%M-%SZ"
"""In the name of a copy: UTC, so that names sort by time."""
PREFIX, SUFFIX, UNFINISHED = "mistok-", ".db", ".part"
OWNER_ONLY_FILE, OWNER_ONLY_FOLDER = 0o600, 0o700
"""A copy holds personal data."""


class DamagedCopyError(Exception):
    """A copy is not what it was made from; the message is what SQLite says."""


@dataclass(frozen=True, slots=True)
class Backups:
    """The copies of one database in a folder; the oldest are removed when there are too many."""

    database: Path
    folder: Path
    kept: int
    """0: none are made by themselves, and none are removed."""

    async def make(self, now: datetime) -> Path:
        """Add a copy, in a thread.

        Raises:
            sqlite3.Error, OSError: it could not be made.
            DamagedCopyError: it was made, and cannot be trusted.
        """
        target = self.folder / f"{PREFIX}{now.astimezone(UTC):{STAMP}}{SUFFIX}"
        await asyncio.to_thread(self._make, target)
        return target

    def latest(self) -> datetime | None:
        """When the newest copy was made, None where there is none."""
        names = self._copies()
        return _made_at(names[-1]) if names else None

    def _make(self, target: Path) -> None:
        self.folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
        for left in self.folder.glob(f"{PREFIX}*{SUFFIX}{UNFINISHED}"):
            left.unlink()
        copy_database(self.database, target)
        if self.kept:
            for old in self._copies()[: -self.kept]:
                old.unlink()

    def _copies(self) -> list[Path]:
        """Ours, oldest first; whatever else lies in the folder is nobody's business here."""
        if not self.folder.is_dir():
            return []
        found = self.folder.glob(f"{PREFIX}*{SUFFIX}")
        return sorted(each for each in found if _made_at(each) is not None)


def copy_database(source: Path, target: Path) -> None:
    """Copy a database as it is at one moment; nobody has to wait for it.

    `target` appears complete, checked and on the disk, or not at all.

    Raises:
        sqlite3.Error, OSError: it could not be read or written.
        DamagedCopyError: the copy is not sound.
    """
    part = target.with_name(target.name + UNFINISHED)
    try:
        part.touch(OWNER_ONLY_FILE)
        with closing(open_to_read(source)) as live, closing(sqlite3.connect(part)) as copy:
            live.backup(copy)
            # One file, that can be read where nothing may be written.
            copy.execute("PRAGMA journal_mode = DELETE")
            problem = what_is_wrong(copy)
        if problem is not None:
            raise DamagedCopyError(problem)
        _put_on_disk(part)
        part.replace(target)
        _put_on_disk(target.parent)
    finally:
        part.unlink(missing_ok=True)


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open a database that is there; nothing is made where there is none."""
    return sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)


def what_is_wrong(connection: sqlite3.Connection) -> str | None:
    """What SQLite finds damaged, None where all is well."""
    ((found, *_), *_) = connection.execute("PRAGMA integrity_check(1)").fetchall()
    return None if found == "ok" else str(found)


def _made_at(path: Path) -> datetime | None:
    try:
        stamp = path.name.removeprefix(PREFIX).removesuffix(SUFFIX)
        return datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _put_on_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
