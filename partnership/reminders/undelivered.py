"""What a coordinator is told when a reminder did not reach those whom it was for."""

from collections.abc import Hashable, Sequence
from enum import StrEnum

from partnership.reminders.announcements import Announcement
from partnership.reminders.digests import UNASKED
from partnership.reminders.model import Reminder, SubjectKind

UNDELIVERED = "undelivered"


class Trouble(StrEnum):
    """What became of the reminder."""

    MISSED = "missed"
    """It could not be sent while it still made sense."""
    FAILED = "failed"
    """Telegram takes no message for this chat or person."""
    TOPIC_GONE = "topic_gone"
    """Sent to the group itself: its topic is closed or deleted."""


def undelivered(reminders: Sequence[Reminder], trouble: Trouble, reason: str) -> Announcement:
    """One announcement of several reminders with the same trouble."""
    facts = {
        "trouble": trouble.value,
        "reason": reason,
        "reminders": [reminder.id for reminder in reminders],
    }
    return Announcement(kind=UNDELIVERED, facts=facts)


def thing_of(reminder: Reminder) -> Hashable:
    """What a report names once, whoever was to be reminded of it, and however often."""
    if reminder.subject_kind in {SubjectKind.EVENT, SubjectKind.CHECKLIST}:
        return reminder.subject
    return reminder.subject_kind, reminder.subject


def is_worth_telling(reminder: Reminder) -> bool:
    """Whether somebody should hear of it.

    A report that fails is not reported again, nor is a digest that nobody asked for: its reader
    may never have opened the bot, and would be reported each week.
    """
    if reminder.subject_kind is SubjectKind.DIGEST:
        return reminder.subject not in UNASKED
    return not (reminder.subject_kind is SubjectKind.ANNOUNCEMENT and reminder.rule == UNDELIVERED)
