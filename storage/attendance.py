"""In SQL: what is kept apart from an event, who was asked and told, who answered what."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from partnership.calendar.arrangement import Answer, Arrangement, Attendance
from partnership.events import AHEAD, UNDER_WAY
from partnership.reminders.model import Recipient, RecipientKind
from partnership.reminders.offsets import Offset
from storage.database import Transaction
from storage.fetching import Fetch


async def arrangement(fetch: Fetch, event: str) -> Arrangement:
    """What is kept apart from the event; an empty one where nothing is."""
    rows = await fetch("SELECT link, organiser, offsets FROM arrangement WHERE event = ?", (event,))
    if not rows:
        return Arrangement(event=event)
    link, organiser, offsets = rows[0]
    return Arrangement(event=event, link=link, organiser=organiser, offsets=_offsets(offsets))


async def put_arrangement(transaction: Transaction, arrangement: Arrangement) -> None:
    """Keep what stands apart from an event."""
    offsets = arrangement.offsets
    stored = None if offsets is None else json.dumps([str(each) for each in offsets])
    await transaction.execute(
        "INSERT INTO arrangement (event, link, organiser, offsets) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (event) DO UPDATE SET link = excluded.link,"
        " organiser = excluded.organiser, offsets = excluded.offsets",
        (arrangement.event, arrangement.link, arrangement.organiser, stored),
    )


async def attendance(fetch: Fetch, event: str) -> list[Attendance]:
    """Everybody who was asked, by their number."""
    rows = await fetch(
        'SELECT event, "user", occurrence, answer, name, deputy, deputy_user, answered_at'
        ' FROM attendance WHERE event = ? ORDER BY "user", occurrence',
        (event,),
    )
    return [_attendance(row) for row in rows]


async def invitations_of(fetch: Fetch, user: int) -> list[Attendance]:
    """Who is asked to events that are not over, where it is this person or their deputy."""
    states = sorted(AHEAD | UNDER_WAY)
    rows = await fetch(
        'SELECT event, "user", occurrence, answer, name, deputy, deputy_user, answered_at'
        ' FROM attendance WHERE ("user" = ? OR deputy_user = ?) AND event IN (SELECT "key"'
        f" FROM event WHERE state IN ({', '.join('?' * len(states))}))"
        ' ORDER BY event, "user", occurrence',
        (user, user, *states),
    )
    return [_attendance(row) for row in rows]


async def put_attendance(transaction: Transaction, answer: Attendance) -> None:
    """Keep that somebody was asked, or what they answered."""
    await transaction.execute(
        'INSERT INTO attendance (event, "user", occurrence, answer, name, deputy, deputy_user,'
        " answered_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        ' ON CONFLICT (event, "user", occurrence) DO UPDATE SET answer = excluded.answer,'
        " name = excluded.name, deputy = excluded.deputy, deputy_user = excluded.deputy_user,"
        " answered_at = excluded.answered_at",
        (
            answer.event,
            answer.user,
            "" if answer.occurrence is None else answer.occurrence.isoformat(),
            answer.answer,
            answer.name,
            answer.deputy,
            answer.deputy_user,
            None if answer.answered_at is None else answer.answered_at.isoformat(),
        ),
    )


async def delete_attendance(transaction: Transaction, answer: Attendance) -> None:
    """Forget that somebody was asked."""
    await transaction.execute(
        'DELETE FROM attendance WHERE event = ? AND "user" = ? AND occurrence = ?',
        (answer.event, answer.user, answer.occurrence.isoformat() if answer.occurrence else ""),
    )


async def told(fetch: Fetch, event: str) -> list[Recipient]:
    """Who was told of the event."""
    rows = await fetch(
        "SELECT recipient_kind, recipient, thread FROM told WHERE event = ?"
        " ORDER BY recipient_kind, recipient, thread",
        (event,),
    )
    return [Recipient(RecipientKind(kind), number, thread or None) for kind, number, thread in rows]


async def put_told(transaction: Transaction, event: str, recipients: Iterable[Recipient]) -> None:
    """Keep who was told of an event."""
    await transaction.execute_many(
        "INSERT INTO told (event, recipient_kind, recipient, thread) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        [(event, each.kind, each.id, each.thread or 0) for each in recipients],
    )


def _offsets(text: str | None) -> tuple[Offset, ...] | None:
    return None if text is None else tuple(Offset.parse(each) for each in json.loads(text))


def _attendance(row: Any) -> Attendance:
    event, user, occurrence, answer, name, deputy, deputy_user, answered_at = row
    return Attendance(
        event=event,
        user=user,
        occurrence=datetime.fromisoformat(occurrence) if occurrence else None,
        answer=Answer(answer),
        name=name,
        deputy=deputy,
        deputy_user=deputy_user,
        answered_at=datetime.fromisoformat(answered_at) if answered_at else None,
    )
