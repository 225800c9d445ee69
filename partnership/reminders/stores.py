"""What planning needs remembered of reminders, within the transaction of the change itself."""

from collections.abc import Iterable
from typing import Protocol

from partnership.reminders.model import Reminder, SubjectKind


class ReminderWork(Protocol):
    """The rows of reminders, read and written in one open transaction."""

    async def reminders_of(self, kind: SubjectKind, subject: str) -> list[Reminder]:
        """All rows about a subject, ended ones included."""
        ...

    async def put_reminders(self, reminders: Iterable[Reminder]) -> None:
        """Insert, or bring back a row of the same key with its new times.

        A row that was sent already is left as it is: nobody is reminded twice of the same.
        """
        ...

    async def cancel_reminders(self, keys: Iterable[str], reason: str) -> None:
        """End open rows as cancelled; rows that ended already stay as they are."""
        ...
