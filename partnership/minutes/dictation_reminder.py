"""Whoever forgets to end a dictation is asked, three hours after its last point."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from partnership.minutes.dictation import Dictation
from partnership.reminders.model import (
    Recipient,
    RecipientKind,
    Reminder,
    SubjectKind,
    key_of,
)

SILENT_FOR = timedelta(hours=3)
WORTH_ASKING = timedelta(hours=24)
RULE = "dictation:+3h"


def forgotten_row(dictation: Dictation, known: Sequence[Reminder], zone: ZoneInfo) -> Reminder:
    """The one row that waits; after it was sent, another point begins a new one."""
    heard = dictation.heard_at.replace(microsecond=0)
    waiting = next((each for each in known if each.is_open), None)
    since = waiting.occurrence if waiting is not None else heard
    recipient = _recipient(dictation)
    due = heard + SILENT_FOR
    return Reminder(
        key=key_of(SubjectKind.DICTATION, str(dictation.id), since, recipient, RULE),
        subject_kind=SubjectKind.DICTATION,
        subject=str(dictation.id),
        occurrence=since,
        recipient=recipient,
        rule=RULE,
        due_at=due,
        ends_at=due + WORTH_ASKING,
        wall=due.astimezone(zone).replace(tzinfo=None),
        zone=zone.key,
    )


def _recipient(dictation: Dictation) -> Recipient:
    if dictation.chat > 0:
        return Recipient(RecipientKind.USER, dictation.chat)
    return Recipient(RecipientKind.CHAT, dictation.chat, dictation.thread or None)
