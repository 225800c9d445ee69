"""Digests: what is sent regularly, to those who subscribed and to those who have not refused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from partnership.access import Role, User
from partnership.calendar.times import HOME_ZONE, wall_of
from partnership.membership_records import BoundChat
from partnership.reminders.model import (
    Priority,
    Recipient,
    RecipientKind,
    Reminder,
    SubjectKind,
    key_of,
)
from partnership.reminders.plan import Plan
from partnership.reminders.quiet import QuietHours

HORIZON = timedelta(days=8)
"""Digests are planned so far ahead, and always the next one."""
KEPT = timedelta(hours=12)
"""How long after its time a digest is still worth sending."""
LONGEST = timedelta(days=40)
"""Longer than any digest waits for the next."""


class DigestKind(StrEnum):
    """What a digest tells."""

    WEEK = "week"
    """The plan of the week, Monday 09:00."""
    AGENDA = "agenda"
    """What is on today, each day at 08:00."""
    ITEMS = "items"
    """Action items that are open or overdue, and the share closed, Monday 09:00."""
    CALLS = "calls"
    """Grant calls, the first of each month at 09:00."""


SCHEDULES: dict[DigestKind, tuple[str, time]] = {
    DigestKind.WEEK: ("FREQ=WEEKLY;BYDAY=MO", time(9)),
    DigestKind.AGENDA: ("FREQ=DAILY", time(8)),
    DigestKind.ITEMS: ("FREQ=WEEKLY;BYDAY=MO", time(9)),
    DigestKind.CALLS: ("FREQ=MONTHLY;BYMONTHDAY=1", time(9)),
}

UNASKED = frozenset({DigestKind.ITEMS})
"""What bound groups and coordinators get until they switch it off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """What a recipient chose about a digest: to have it, or not to."""

    recipient: Recipient
    kind: DigestKind
    since: date | None = None
    wanted: bool = True


def wanted_digests(
    chosen: Iterable[Subscription], usual: Iterable[Recipient]
) -> dict[Recipient, frozenset[DigestKind]]:
    """The digests that each recipient gets; `usual` are those who get some without asking."""
    found = {recipient: set(UNASKED) for recipient in usual}
    for each in chosen:
        kinds = found.setdefault(each.recipient, set())
        if each.wanted:
            kinds.add(each.kind)
        else:
            kinds.discard(each.kind)
    return {recipient: frozenset(kinds) for recipient, kinds in found.items()}


def usual_readers(users: Iterable[User], chats: Iterable[BoundChat]) -> list[Recipient]:
    """Bound groups, and everybody who coordinates for a community."""
    groups = [Recipient(RecipientKind.CHAT, chat.chat, chat.thread) for chat in chats]
    coordinating = {Role.COORDINATOR, Role.ADMIN}
    return groups + [
        Recipient(RecipientKind.USER, user.id)
        for user in users
        if user.role in coordinating and user.communities
    ]


def next_digest(kind: DigestKind, after: datetime, zone: str = HOME_ZONE) -> datetime:
    """When a digest is sent next after an instant, in UTC; its hour is that of the wall clock."""
    rule, hour = SCHEDULES[kind]
    first = datetime.combine((after - LONGEST).date(), hour, ZoneInfo(zone))
    found = rrulestr(rule, dtstart=first).after(after)
    assert found is not None
    return found.astimezone(UTC)


def plan_digests(
    kind: DigestKind,
    subscribed: Mapping[Recipient, QuietHours],
    now: datetime,
    zone: str = HOME_ZONE,
) -> Plan:
    """The next digests of a kind for all who subscribed to it, after the quiet hours of each."""
    times = [next_digest(kind, now - KEPT, zone)]
    while times[-1] <= now:
        times.append(next_digest(kind, times[-1], zone))
    while (another := next_digest(kind, times[-1], zone)) <= now + HORIZON:
        times.append(another)
    rows = [_row(kind, *each, at, zone) for each in subscribed.items() for at in times]
    return Plan(
        wanted=tuple(row for row in rows if row.due_at > now),
        standing=frozenset(row.key for row in rows),
    )


def _row(
    kind: DigestKind, recipient: Recipient, quiet: QuietHours, at: datetime, zone: str
) -> Reminder:
    subject, rule, due = f"{kind}", f"digest:{kind}", quiet.after(at)
    return Reminder(
        key=key_of(SubjectKind.DIGEST, subject, at, recipient, rule),
        subject_kind=SubjectKind.DIGEST,
        subject=subject,
        occurrence=at,
        recipient=recipient,
        rule=rule,
        due_at=due,
        ends_at=due + KEPT,
        wall=wall_of(due, zone),
        zone=zone,
        priority=Priority.BULK,
    )
