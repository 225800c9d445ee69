"""All stores over one open database."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from storage.announcements import SqlAnnouncements
from storage.calendar import SqlCalendar
from storage.changes import SqlChanges
from storage.chats import SqlChats
from storage.database import DATABASE_ERRORS, Database
from storage.dictation import SqlDictations
from storage.events import SqlEvents
from storage.members import SqlMembers
from storage.minutes import SqlMinutes
from storage.notes import SqlNotes
from storage.records import Records
from storage.registry import SqlRegistry
from storage.reminders import SqlReminders
from storage.search import SqlSearch
from storage.steps import SqlSteps


class Stores:
    """The database and everything that reads or writes it."""

    def __init__(self, database: Database) -> None:
        records = Records()
        self.database = database
        self.registry = SqlRegistry(database, records)
        self.events = SqlEvents(database, records)
        self.steps = SqlSteps(database, records)
        self.minutes = SqlMinutes(database, records)
        self.changes = SqlChanges(database)
        self.members = SqlMembers(database)
        self.chats = SqlChats(database)
        self.reminders = SqlReminders(database)
        self.announcements = SqlAnnouncements(database, self.reminders)
        self.notes = SqlNotes(database)
        self.dictations = SqlDictations(database)
        self.search = SqlSearch(database, records)
        self.calendar = SqlCalendar(database, records, self.reminders, self.announcements)

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open the file at `path`, made or brought up to date where needed."""
        stores = cls(await Database.open(path))
        try:
            await stores.search.refresh()
        except BaseException:
            await stores.close()
            raise
        return stores

    async def close(self) -> None:
        """Close the database."""
        await self.database.close()

    async def problem(self) -> str | None:
        """What is wrong with the database, None when it can be read."""
        try:
            await self.database.fetch_all("SELECT max(version) FROM schema_version")
        except DATABASE_ERRORS as error:
            return f"database: {error}"
        return None
