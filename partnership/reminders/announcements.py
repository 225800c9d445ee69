"""Announcements: what several people or groups are told at once, each by a row of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from partnership.reminders.model import Priority, Recipient, Reminder, SubjectKind, key_of

KEPT = timedelta(days=3)
"""How long it is worth telling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """Something to tell; the words are found for each recipient when it is sent.

    `kind` says what happened (`event_moved`, `undelivered`); `facts` are plain JSON values.
    """

    kind: str
    facts: Mapping[str, Any]
    id: int = 0


def announcement_rows(
    announcement: Announcement,
    recipients: Iterable[Recipient],
    now: datetime,
    *,
    priority: int = Priority.USUAL,
    kept: timedelta = KEPT,
) -> list[Reminder]:
    """One row for each recipient, due at once; the announcement has its number already."""
    subject = str(announcement.id)
    kind = SubjectKind.ANNOUNCEMENT
    return [
        Reminder(
            key=key_of(kind, subject, None, recipient, announcement.kind),
            subject_kind=kind,
            subject=subject,
            occurrence=None,
            recipient=recipient,
            rule=announcement.kind,
            due_at=now,
            ends_at=now + kept,
            wall=now.replace(tzinfo=None),
            zone="UTC",
            priority=priority,
        )
        for recipient in dict.fromkeys(recipients)
    ]
