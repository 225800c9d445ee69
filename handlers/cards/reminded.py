"""What the message of a reminder is made from."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.reader import Reader
from partnership.access import User
from partnership.calendar.calendar import Calendar
from partnership.reminders.model import Reminder


@dataclass(frozen=True, slots=True)
class Reminded:
    """A reminder, and who reads it: `user` is None for a group, where everybody reads."""

    reminder: Reminder
    user: User | None
    reader: Reader
    calendar: Calendar

    @property
    def personal(self) -> bool:
        """Whether it goes to one person."""
        return self.user is not None
