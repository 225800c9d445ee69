"""The page's clock control."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.sandbox.errors import bad_request
from bot.sandbox.model import Json
from partnership.clock import Clock

LONGEST_STEP = timedelta(days=366)


class ClockControl:
    """Reads the clock and moves it forward, where the process that started the sandbox lets it."""

    def __init__(
        self,
        clock: Clock,
        advance: Callable[[timedelta], None] | None,
        next_reminder: Callable[[], datetime | None] | None,
    ) -> None:
        self._clock = clock
        self._advance = advance
        self._next_reminder = next_reminder

    def view(self) -> Json:
        """The sandbox's instant and the next reminder's."""
        due = self._next_reminder() if self._next_reminder else None
        return {
            "now": self._clock.now().isoformat(),
            "next_reminder": due.isoformat() if due else None,
            "movable": self._advance is not None,
        }

    def move(self, wish: Json) -> None:
        """Move by `advance` seconds, or to the next reminder.

        Raises:
            ApiError: for a step back, too far, or where there is nothing to move to.
        """
        if self._advance is None:
            raise bad_request("this clock cannot be moved")
        step = self._step(wish)
        if not timedelta() <= step <= LONGEST_STEP:
            raise bad_request("the clock goes forward only, by a year at most")
        self._advance(step)

    def _step(self, wish: Json) -> timedelta:
        if wish.get("to") != "next_reminder":
            return timedelta(seconds=float(wish.get("advance", 0)))
        due = self._next_reminder() if self._next_reminder else None
        if due is None:
            raise bad_request("there is no next reminder")
        return max(due - self._clock.now(), timedelta())
