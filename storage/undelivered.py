"""Rows that end unsent, together with the word to the responsible, in one transaction."""

from collections.abc import Sequence
from datetime import datetime

from partnership.reminders.model import Recipient, Reminder, ReminderState
from partnership.reminders.undelivered import Trouble, undelivered
from storage.announcements import SqlAnnouncements
from storage.database import Database, Transaction
from storage.reminder_claims import SqlReminderClaims

_TROUBLE = {ReminderState.MISSED: Trouble.MISSED, ReminderState.FAILED: Trouble.FAILED}


class SqlUndelivered:
    """Ends rows and reports them, so that neither happens without the other."""

    def __init__(self, database: Database, announcements: SqlAnnouncements) -> None:
        self._database = database
        self._announcements = announcements

    async def close(
        self,
        claims: SqlReminderClaims,
        reminders: Sequence[Reminder],
        state: ReminderState,
        reason: str,
        people: Sequence[Recipient],
        now: datetime,
    ) -> None:
        """End rows as missed or failed; only those still ours are ended and reported."""
        async with self._database.transaction() as transaction:
            closed = [
                each
                for each in reminders
                if await claims.end_within(transaction, each, state, reason)
            ]
            if closed and people:
                await self._tell(transaction, closed, _TROUBLE[state], reason, people, now)

    async def tell(
        self,
        reminders: Sequence[Reminder],
        trouble: Trouble,
        reason: str,
        people: Sequence[Recipient],
        now: datetime,
    ) -> None:
        """Report rows that arrived, though not where they should have."""
        if people:
            async with self._database.transaction() as transaction:
                await self._tell(transaction, reminders, trouble, reason, people, now)

    async def _tell(
        self,
        transaction: Transaction,
        reminders: Sequence[Reminder],
        trouble: Trouble,
        reason: str,
        people: Sequence[Recipient],
        now: datetime,
    ) -> None:
        announcement = undelivered(reminders, trouble, reason)
        await self._announcements.add(transaction, announcement, people, now)
