"""How a reminder is written to and read from its row."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from partnership.reminders.model import (
    Recipient,
    RecipientKind,
    Reminder,
    ReminderState,
    SubjectKind,
)

WRITTEN = (
    '"key", subject_kind, subject, occurrence, recipient_kind, recipient, thread, rule, due_at,'
    " ends_at, wall, zone, priority, state, attempts, next_try_at, lease_until, lease_owner,"
    " sent_at, message_id, acknowledged_at, reason"
)
COLUMNS = f"id, {WRITTEN}"
OPEN = "state IN ('pending', 'claimed')"
"""Written as in the index of open rows: only then is it used."""
WAITS_FOR = "coalesce(lease_until, next_try_at, due_at)"


def values_of(reminder: Reminder) -> list[Any]:
    """The parameters for the columns of `WRITTEN`."""
    return [
        reminder.key,
        reminder.subject_kind,
        reminder.subject,
        iso(reminder.occurrence),
        reminder.recipient.kind,
        reminder.recipient.id,
        reminder.recipient.thread,
        reminder.rule,
        iso(reminder.due_at),
        iso(reminder.ends_at),
        iso(reminder.wall),
        reminder.zone,
        reminder.priority,
        reminder.state,
        reminder.attempts,
        iso(reminder.next_try_at),
        iso(reminder.lease_until),
        reminder.lease_owner,
        iso(reminder.sent_at),
        reminder.message_id,
        iso(reminder.acknowledged_at),
        reminder.reason,
    ]


def read_reminder(row: Sequence[Any]) -> Reminder:
    """A reminder from the columns of `COLUMNS`."""
    return Reminder(
        id=row[0],
        key=row[1],
        subject_kind=SubjectKind(row[2]),
        subject=row[3],
        occurrence=_instant(row[4]),
        recipient=Recipient(RecipientKind(row[5]), row[6], row[7]),
        rule=row[8],
        due_at=datetime.fromisoformat(row[9]),
        ends_at=datetime.fromisoformat(row[10]),
        wall=datetime.fromisoformat(row[11]),
        zone=row[12],
        priority=row[13],
        state=ReminderState(row[14]),
        attempts=row[15],
        next_try_at=_instant(row[16]),
        lease_until=_instant(row[17]),
        lease_owner=row[18],
        sent_at=_instant(row[19]),
        message_id=row[20],
        acknowledged_at=_instant(row[21]),
        reason=row[22],
    )


def iso(instant: datetime | None) -> str | None:
    """As it is stored; None stays None."""
    return None if instant is None else instant.isoformat()


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
