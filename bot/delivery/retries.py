"""When a reminder that could not be sent is tried again."""

from __future__ import annotations

from datetime import datetime, timedelta

from partnership.reminders.model import Reminder

FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(minutes=10)
GROWTH = 3


def next_attempt(reminder: Reminder, now: datetime) -> datetime:
    """After a pause that grows with each attempt; at the latest when it is too late to send."""
    pause = LONGEST_PAUSE
    if reminder.attempts < 10:
        pause = min(FIRST_PAUSE * GROWTH**reminder.attempts, LONGEST_PAUSE)
    return min(now + pause, max(reminder.ends_at, now))
