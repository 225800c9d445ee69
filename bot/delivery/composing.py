"""What a reminder says, found out at the last moment before it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import Protocol

import structlog

from handlers.screens import Screen
from partnership.clock import Clock
from partnership.reminders.model import Reminder
from storage.reminder_claims import SqlReminderClaims

log = structlog.get_logger(__name__)

LATE = timedelta(minutes=2)
"""A reminder sent so much after its time says that it is late, and when it was due."""


class Render(Protocol):
    """Words for a reminder, in the recipient's language and zone; None: nothing to say any more.

    `late`: the text says when it was due.
    """

    async def __call__(self, reminder: Reminder, *, late: bool) -> Screen | None: ...


class Silence(Enum):
    """Why nothing was sent."""

    NOT_OURS = auto()
    """Cancelled, moved, or taken by another process."""
    OVER = auto()
    NOTHING_TO_SAY = auto()
    BROKEN = auto()
    """Its text could not be made."""


@dataclass(slots=True)
class Composition:
    """The text of one reminder, or why there is none."""

    reminder: Reminder
    claims: SqlReminderClaims
    render: Render
    clock: Clock
    begun: bool = False
    """Its turn to be sent has come."""
    late: bool = False
    silence: Silence | None = None

    async def compose(self) -> Screen | None:
        """Asked within the turn, so that what was cancelled while it waited is not sent."""
        self.begun = True
        now = self.clock.now()
        self.late = now - self.reminder.due_at >= LATE
        if not await self.claims.holds(self.reminder):
            self.silence = Silence.NOT_OURS
        elif now >= self.reminder.ends_at:
            self.silence = Silence.OVER
        else:
            return await self._text()
        return None

    async def _text(self) -> Screen | None:
        try:
            screen = await self.render(self.reminder, late=self.late)
        except Exception:
            log.exception("a reminder has no text", reminder=self.reminder.id)
            self.silence = Silence.BROKEN
            return None
        if screen is None:
            self.silence = Silence.NOTHING_TO_SAY
        return screen
