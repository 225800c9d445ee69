"""Who sends which reminder: claimed with a lease, and ended by whoever claimed it.

A claim is one statement that compares and swaps. A process that dies leaves its rows claimed;
they are due again when the lease is over, hence nothing is lost.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from partnership.reminders.model import Reminder, ReminderState
from partnership.reminders.overdue import SUPERSEDED
from storage.database import Database, Transaction
from storage.reminder_rows import COLUMNS, OPEN, WAITS_FOR, iso, read_reminder

_CLAIM = (
    "UPDATE reminder SET state = 'claimed', lease_owner = ?, lease_until = ? WHERE id IN"
    f" (SELECT id FROM reminder WHERE {OPEN} AND {WAITS_FOR} <= ?"
    " AND (lease_until IS NULL OR lease_until <= ?)"
    f" ORDER BY {WAITS_FOR} LIMIT ?)"
    f" RETURNING {COLUMNS}"
)
_END = (
    "UPDATE reminder SET state = ?, reason = ?, lease_until = NULL"
    " WHERE id = ? AND lease_owner = ? AND state = 'claimed'"
)
_FREE = f"{OPEN} AND (state = 'pending' OR lease_until <= ?)"
"""Nobody has it in hand."""
_PUT_BACK = (
    "UPDATE reminder SET state = 'pending', lease_owner = NULL, lease_until = NULL,"
    " attempts = ?, next_try_at = ?, reason = ?"
    " WHERE id = ? AND lease_owner = ? AND state = 'claimed'"
)


class NextClaim(NamedTuple):
    """When the earliest open row wants attention; a leased one not before the lease is over."""

    at: datetime
    leased: bool


class SqlReminderClaims:
    """The rows that one process has in hand; `owner` names that process and no other."""

    def __init__(self, database: Database, owner: str) -> None:
        self._database = database
        self._owner = owner

    async def claim(
        self,
        now: datetime,
        lease: timedelta,
        limit: int = 100,
        ahead: timedelta = timedelta(),
    ) -> list[Reminder]:
        """Take rows that are due, and rows whose lease ran out, for the length of a lease.

        `ahead`: rows that will be due so soon are taken as well; no lease is cut short.
        """
        parameters = (self._owner, iso(now + lease), iso(now + ahead), iso(now), limit)
        async with self._database.transaction() as transaction:
            rows = await transaction.fetch_all(_CLAIM, parameters)
        return sorted(
            (read_reminder(row) for row in rows),
            key=lambda each: (each.priority, each.due_at, each.id),
        )

    async def next_claim(self) -> NextClaim | None:
        """What there will be to claim next; None when nothing is open."""
        rows = await self._database.fetch_all(
            f"SELECT {WAITS_FOR}, state FROM reminder WHERE {OPEN} ORDER BY {WAITS_FOR} LIMIT 1"
        )
        if not rows:
            return None
        ((waits_for, state),) = rows
        return NextClaim(datetime.fromisoformat(waits_for), state == ReminderState.CLAIMED)

    async def claim_over(
        self, reminders: Sequence[Reminder], now: datetime, lease: timedelta
    ) -> list[Reminder]:
        """Take all other rows about the same things that it is too late to send."""
        sql = (
            "UPDATE reminder SET state = 'claimed', lease_owner = ?, lease_until = ?"
            f" WHERE {_FREE} AND ends_at <= ? AND {_same_subject(reminders)} RETURNING {COLUMNS}"
        )
        lent, numbers = (self._owner, iso(now + lease)), [each.id for each in reminders]
        async with self._database.transaction() as transaction:
            rows = await transaction.fetch_all(sql, (*lent, iso(now), iso(now), *numbers))
        return [read_reminder(row) for row in rows]

    async def come_due_with(self, reminders: Sequence[Reminder], now: datetime) -> list[Reminder]:
        """All rows about the same things that came due with these or later, and by now."""
        since = min(each.due_at for each in reminders)
        sql = (
            f"SELECT {COLUMNS} FROM reminder WHERE due_at BETWEEN ? AND ?"
            f" AND {_same_subject(reminders)}"
        )
        numbers = [each.id for each in reminders]
        rows = await self._database.fetch_all(sql, (iso(since), iso(now), *numbers))
        return [read_reminder(row) for row in rows]

    async def supersede(self, reminders: Iterable[Reminder]) -> None:
        """Call off rows, ours and those of nobody, since a later one says the same."""
        async with self._database.transaction() as transaction:
            await transaction.execute_many(
                "UPDATE reminder SET state = 'cancelled', reason = ?, lease_until = NULL"
                f" WHERE id = ? AND {OPEN} AND (state = 'pending' OR lease_owner = ?)",
                [(SUPERSEDED, each.id, self._owner) for each in reminders],
            )

    async def holds(self, reminder: Reminder) -> bool:
        """Whether the row is still ours to send: not cancelled, moved or taken meanwhile."""
        rows = await self._database.fetch_all(
            "SELECT 1 FROM reminder"
            " WHERE id = ? AND lease_owner = ? AND state = 'claimed' AND due_at = ?",
            (reminder.id, self._owner, iso(reminder.due_at)),
        )
        return bool(rows)

    async def mark_sent(
        self, reminder: Reminder, state: ReminderState, at: datetime, message_id: int
    ) -> bool:
        """Write down what was sent, also where it was cancelled while it was under way.

        `reminder.recipient` is where it went in the end. False where somebody else has the row.
        """
        to = reminder.recipient
        return await self._execute(
            "UPDATE reminder SET state = ?, sent_at = ?, message_id = ?, recipient = ?,"
            " thread = ?, attempts = attempts + 1, lease_until = NULL, reason = NULL"
            " WHERE id = ? AND lease_owner = ? AND state IN ('claimed', 'cancelled')",
            (state, iso(at), message_id, to.id, to.thread, reminder.id, self._owner),
        )

    async def end(self, reminder: Reminder, state: ReminderState, reason: str) -> bool:
        """End a row of ours without having sent it; False where it is not ours any more."""
        return await self._execute(_END, (state, reason, reminder.id, self._owner))

    async def end_within(
        self, transaction: Transaction, reminder: Reminder, state: ReminderState, reason: str
    ) -> bool:
        """The same within a transaction that is open already."""
        parameters = (state, reason, reminder.id, self._owner)
        return bool(await transaction.execute(_END, parameters))

    async def retry(self, reminder: Reminder, at: datetime, reason: str) -> None:
        """Put a row back after an attempt that failed, to be tried again."""
        attempts = reminder.attempts + 1
        await self._execute(_PUT_BACK, (attempts, iso(at), reason, reminder.id, self._owner))

    async def postpone(self, reminders: Iterable[tuple[Reminder, datetime]]) -> None:
        """Put rows back that were not tried: their chats take no more before these times."""
        async with self._database.transaction() as transaction:
            await transaction.execute_many(
                _PUT_BACK,
                [(r.attempts, iso(at), r.reason, r.id, self._owner) for r, at in reminders],
            )

    async def release(self) -> int:
        """Put back all that we hold, at the end of the process; how many there were."""
        async with self._database.transaction() as transaction:
            return await transaction.execute(
                "UPDATE reminder SET state = 'pending', lease_owner = NULL, lease_until = NULL"
                " WHERE lease_owner = ? AND state = 'claimed'",
                (self._owner,),
            )

    async def others(self, until: datetime) -> list[str]:
        """Who else holds rows whose lease ends by then; among a million rows these are few."""
        rows = await self._database.fetch_all(
            "SELECT DISTINCT lease_owner FROM reminder"
            f" WHERE {OPEN} AND {WAITS_FOR} <= ? AND state = 'claimed' AND lease_owner <> ?",
            (iso(until), self._owner),
        )
        return [owner for (owner,) in rows]

    async def free(self, owner: str, until: datetime) -> int:
        """Put back what somebody holds by a lease that ends by then; how many rows there were."""
        async with self._database.transaction() as transaction:
            return await transaction.execute(
                "UPDATE reminder SET state = 'pending', lease_owner = NULL, lease_until = NULL"
                f" WHERE {OPEN} AND {WAITS_FOR} <= ? AND state = 'claimed' AND lease_owner = ?",
                (iso(until), owner),
            )

    async def _execute(self, sql: str, parameters: Iterable[Any]) -> bool:
        async with self._database.transaction() as transaction:
            return bool(await transaction.execute(sql, parameters))


def _same_subject(reminders: Sequence[Reminder]) -> str:
    """A condition whose parameters are the numbers of the rows."""
    marks = ", ".join("?" * len(reminders))
    return (
        "(subject_kind, subject) IN"
        f" (SELECT subject_kind, subject FROM reminder WHERE id IN ({marks}))"
    )
