"""Reminders in SQL: planned within the transaction of the change itself, and listed."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from partnership.reminders.model import Reminder, ReminderState, SubjectKind
from storage.database import Database, Transaction
from storage.reminder_rows import COLUMNS, OPEN, WAITS_FOR, WRITTEN, iso, read_reminder, values_of

_MARKS = ", ".join("?" * len(WRITTEN.split(",")))
_REPLANNED = ", ".join(
    f"{column} = excluded.{column}"
    for column in (name.strip() for name in WRITTEN.split(","))
    if column != '"key"'
)
_PUT = (
    f"INSERT INTO reminder ({WRITTEN}) VALUES ({_MARKS})"
    f' ON CONFLICT ("key") DO UPDATE SET {_REPLANNED}'
    " WHERE reminder.state NOT IN ('sent', 'sent_late')"
)


class SqlReminderWork:
    """Fulfils `partnership.reminders.stores.ReminderWork` within one open transaction.

    `changed` is called once it is kept, so that the alarm is set to the earliest row anew.
    """

    def __init__(self, transaction: Transaction, changed: Callable[[], None]) -> None:
        self._transaction = transaction
        self._changed = changed

    async def reminders_of(self, kind: SubjectKind, subject: str) -> list[Reminder]:
        """All rows about a subject, ended ones included."""
        rows = await self._transaction.fetch_all(
            f"SELECT {COLUMNS} FROM reminder WHERE subject_kind = ? AND subject = ?"
            " ORDER BY due_at, id",
            (kind, subject),
        )
        return [read_reminder(row) for row in rows]

    async def put_reminders(self, reminders: Iterable[Reminder]) -> None:
        """Insert, or bring back a row of the same key with its new times.

        A row that was sent already is left as it is: nobody is reminded twice of the same.
        """
        await self._transaction.execute_many(_PUT, [values_of(each) for each in reminders])
        self._transaction.after_commit(self._changed)

    async def cancel_reminders(self, keys: Iterable[str], reason: str) -> None:
        """End open rows as cancelled; rows that ended already stay as they are."""
        await self._transaction.execute_many(
            "UPDATE reminder SET state = 'cancelled', reason = ?, lease_until = NULL"
            f' WHERE "key" = ? AND {OPEN}',
            [(reason, key) for key in keys],
        )
        self._transaction.after_commit(self._changed)


class SqlReminders:
    """Reads reminders; `on_change` is told of every change of plans."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listeners: list[Callable[[], None]] = []

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call back after every commit that planned or cancelled something."""
        self._listeners.append(listener)

    def work(self, transaction: Transaction) -> SqlReminderWork:
        """Planning within a transaction that is open already."""
        return SqlReminderWork(transaction, self._tell)

    async def reminder(self, number: int) -> Reminder | None:
        """By its number."""
        found = await self._find("id = ?", number)
        return found[0] if found else None

    async def reminders(self, numbers: Iterable[int]) -> list[Reminder]:
        """By their numbers, in the order in which they were due."""
        wanted = list(numbers)
        return await self._find(
            f"id IN ({', '.join('?' * len(wanted))}) ORDER BY due_at, id", *wanted
        )

    async def of_subject(self, kind: SubjectKind, subject: str) -> list[Reminder]:
        """All rows about a subject, ended ones included."""
        return await self._find(
            "subject_kind = ? AND subject = ? ORDER BY due_at, id", kind, subject
        )

    async def next_due(self) -> datetime | None:
        """When the earliest open row wants attention; None when nothing is open."""
        rows = await self._database.fetch_all(
            f"SELECT min({WAITS_FOR}) FROM reminder WHERE {OPEN}",
        )
        (earliest,) = rows[0]
        return None if earliest is None else datetime.fromisoformat(earliest)

    async def upcoming(
        self, *, recipient: int | None = None, limit: int = 10, after: Reminder | None = None
    ) -> list[Reminder]:
        """What fires next, soonest first; `after` is the last one of the page before."""
        wanted, parameters = [OPEN], list[Any]()
        if recipient is not None:
            wanted.append("recipient = ?")
            parameters.append(recipient)
        if after is not None:
            wanted.append("(due_at, id) > (?, ?)")
            parameters += [iso(after.due_at), after.id]
        return await self._find(
            f"{' AND '.join(wanted)} ORDER BY due_at, id LIMIT ?", *parameters, limit
        )

    async def ended(
        self,
        *,
        states: Iterable[ReminderState] = (),
        recipient: int | None = None,
        limit: int = 10,
        before: Reminder | None = None,
    ) -> list[Reminder]:
        """What was sent, missed, failed or cancelled, latest first; all of it, or `states`."""
        wanted, parameters = [f"NOT {OPEN}"], list[Any]()
        if chosen := tuple(states):
            wanted.append(f"state IN ({', '.join('?' * len(chosen))})")
            parameters += chosen
        if recipient is not None:
            wanted.append("recipient = ?")
            parameters.append(recipient)
        if before is not None:
            wanted.append("(due_at, id) < (?, ?)")
            parameters += [iso(before.due_at), before.id]
        return await self._find(
            f"{' AND '.join(wanted)} ORDER BY due_at DESC, id DESC LIMIT ?", *parameters, limit
        )

    async def acknowledge(self, number: int, at: datetime) -> bool:
        """The person has seen it; False where there is nothing to acknowledge any more."""
        async with self._database.transaction() as transaction:
            touched = await transaction.execute(
                "UPDATE reminder SET acknowledged_at = ?"
                " WHERE id = ? AND acknowledged_at IS NULL AND state IN ('sent', 'sent_late')",
                (iso(at), number),
            )
        return bool(touched)

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()

    async def _find(self, condition: str, *parameters: Any) -> list[Reminder]:
        rows = await self._database.fetch_all(
            f"SELECT {COLUMNS} FROM reminder WHERE {condition}", parameters
        )
        return [read_reminder(row) for row in rows]
