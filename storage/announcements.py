"""Announcements in SQL: the outbox of what several are told at once."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from partnership.reminders.announcements import Announcement, announcement_rows
from partnership.reminders.model import Priority, Recipient
from storage.database import Database, Transaction
from storage.reminder_rows import iso
from storage.reminders import SqlReminders


class SqlAnnouncements:
    """Keeps what is to be told, and gives each recipient a row among the reminders."""

    def __init__(self, database: Database, reminders: SqlReminders) -> None:
        self._database = database
        self._reminders = reminders

    async def add(
        self,
        transaction: Transaction,
        announcement: Announcement,
        recipients: Iterable[Recipient],
        now: datetime,
        *,
        priority: int = Priority.USUAL,
    ) -> Announcement:
        """Put it into the outbox, within the transaction of what it tells about."""
        ((number,),) = await transaction.fetch_all(
            "INSERT INTO announcement (kind, facts, made_at) VALUES (?, ?, ?) RETURNING id",
            (announcement.kind, json.dumps(announcement.facts, ensure_ascii=False), iso(now)),
        )
        kept = replace(announcement, id=number)
        rows = announcement_rows(kept, recipients, now, priority=priority)
        await self._reminders.work(transaction).put_reminders(rows)
        return kept

    async def announcement(self, number: int) -> Announcement | None:
        """By its number."""
        rows = await self._database.fetch_all(
            "SELECT kind, facts FROM announcement WHERE id = ?", (number,)
        )
        return (
            Announcement(id=number, kind=rows[0][0], facts=json.loads(rows[0][1])) if rows else None
        )
