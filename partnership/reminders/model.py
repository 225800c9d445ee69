"""One reminder as a row: what it is about, for whom, when it is due and how it ended."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RecipientKind(StrEnum):
    """Whether a reminder goes to one person or to a group."""

    USER = "user"
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A Telegram user or chat; `thread` is the topic of a forum, None its General topic."""

    kind: RecipientKind
    id: int
    thread: int | None = None

    def __str__(self) -> str:
        topic = "" if self.thread is None else f"/{self.thread}"
        return f"{self.kind}:{self.id}{topic}"


class SubjectKind(StrEnum):
    """What a reminder is about; `subject` then holds the key of such a record."""

    EVENT = "event"
    STEP = "step"
    LETTER = "letter"
    CHECKLIST = "checklist"
    """Lines of an event's checklist that are due on one day; the subject is the event's key."""
    DIGEST = "digest"
    """A subscription; the subject is the kind of digest."""
    ANNOUNCEMENT = "announcement"
    """Told to several at once; the subject is the number of the announcement."""
    DICTATION = "dictation"
    """Whether a dictation that nobody ended is to be ended; the subject is its number."""


class ReminderState(StrEnum):
    """From planning to one of five ends; a row is never silently dropped."""

    PENDING = "pending"
    CLAIMED = "claimed"
    SENT = "sent"
    SENT_LATE = "sent_late"
    MISSED = "missed"
    CANCELLED = "cancelled"
    FAILED = "failed"


OPEN_STATES = frozenset({ReminderState.PENDING, ReminderState.CLAIMED})
"""States in which a reminder may still be sent."""


class Priority:
    """Which of several due reminders goes first: the smaller, the sooner."""

    IMMINENT = 0
    """It begins within the hour."""
    USUAL = 10
    BULK = 20
    """Digests and whatever can wait a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A reminder; all instants are aware and in UTC, to the second.

    `key` is unique: subject, occurrence, recipient and rule. Planning the same thing again gives
    the same key, so nothing is ever reminded of twice. `id` is given by the store (0 before).
    """

    key: str
    subject_kind: SubjectKind
    subject: str
    occurrence: datetime | None
    """Start of the occurrence it is about; None where the subject has none."""
    recipient: Recipient
    rule: str
    """Why it is sent: `event:-1d`, `event:+30m:summary`, `visit:day-programme`, `step:-7d`."""
    due_at: datetime
    ends_at: datetime
    """After this it is too late to send: the row is closed as missed."""
    wall: datetime
    """`due_at` on the clocks of `zone`, naive: what people are shown."""
    zone: str
    """IANA zone of `wall`."""
    id: int = 0
    priority: int = Priority.USUAL
    state: ReminderState = ReminderState.PENDING
    attempts: int = 0
    next_try_at: datetime | None = None
    """Not before this; None before the first attempt, when `due_at` counts."""
    lease_until: datetime | None = None
    lease_owner: str | None = None
    sent_at: datetime | None = None
    message_id: int | None = None
    acknowledged_at: datetime | None = None
    """When the person pressed «бачу»: no deputy is asked then."""
    reason: str | None = None
    """Why it failed, was missed or cancelled: a short code."""

    @property
    def is_open(self) -> bool:
        """Whether it may still be sent."""
        return self.state in OPEN_STATES


def key_of(
    kind: SubjectKind, subject: str, occurrence: datetime | None, recipient: Recipient, rule: str
) -> str:
    """The unique key of a reminder, the same each time it is planned."""
    start = "" if occurrence is None else f"{occurrence:%Y%m%dT%H%M%SZ}"
    return f"{kind}|{subject}|{start}|{recipient}|{rule}"
