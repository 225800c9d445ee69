"""Reminders for tests, planned by nobody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from partnership.reminders.model import Recipient, RecipientKind, Reminder, SubjectKind, key_of
from storage.database import Database
from storage.reminders import SqlReminders


def to_user(number: int) -> Recipient:
    """A person, in private."""
    return Recipient(RecipientKind.USER, number)


def to_chat(number: int, thread: int | None = None) -> Recipient:
    """A group or a topic of it."""
    return Recipient(RecipientKind.CHAT, number, thread)


def reminder(
    subject: str,
    recipient: Recipient,
    due_at: datetime,
    *,
    rule: str = "event:-1d",
    lasts: timedelta = timedelta(days=1),
    priority: int = 10,
) -> Reminder:
    """About an event that begins a day after it is due, by clocks in UTC."""
    occurrence = due_at + timedelta(days=1)
    return Reminder(
        key=key_of(SubjectKind.EVENT, subject, occurrence, recipient, rule),
        subject_kind=SubjectKind.EVENT,
        subject=subject,
        occurrence=occurrence,
        recipient=recipient,
        rule=rule,
        due_at=due_at,
        ends_at=due_at + lasts,
        wall=due_at.replace(tzinfo=None),
        zone="UTC",
        priority=priority,
    )


async def plan(database: Database, reminders: SqlReminders, rows: Iterable[Reminder]) -> None:
    """Keep rows, in a transaction of their own."""
    async with database.transaction() as transaction:
        await reminders.work(transaction).put_reminders(rows)
