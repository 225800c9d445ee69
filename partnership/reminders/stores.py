"""What is remembered of reminders: for planning, in the transaction of the change, and to read."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from partnership.reminders.model import Reminder, ReminderState, SubjectKind


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


class ReminderLog(Protocol):
    """What will be sent, what was sent, and what became of the rest."""

    async def reminder(self, number: int) -> Reminder | None:
        """By its number."""
        ...

    async def reminders(self, numbers: Iterable[int]) -> list[Reminder]:
        """By their numbers, in the order in which they were due."""
        ...

    async def upcoming(
        self, *, recipient: int | None = None, limit: int = 10, after: Reminder | None = None
    ) -> list[Reminder]:
        """What fires next, soonest first; `after` is the last one of the page before."""
        ...

    async def ended(
        self,
        *,
        states: Iterable[ReminderState] = (),
        recipient: int | None = None,
        limit: int = 10,
        before: Reminder | None = None,
    ) -> list[Reminder]:
        """What was sent, missed, failed or cancelled, latest first; all of it, or `states`."""
        ...

    async def acknowledge(self, number: int, at: datetime) -> bool:
        """The person has seen it; False where there is nothing to acknowledge any more."""
        ...
