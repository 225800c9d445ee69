"""Clocks that tests control."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

MONDAY_MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
"""10:00 in Kyiv on a working day."""


class StillClock:
    """Stands still until a test moves it."""

    def __init__(self, now: datetime = MONDAY_MORNING) -> None:
        self._now = now

    def now(self) -> datetime:
        """The instant it stands at, UTC."""
        return self._now

    def advance(self, by: timedelta) -> None:
        """Move forward."""
        self._now += by

    def move_to(self, instant: datetime) -> None:
        """Jump to an aware instant."""
        self._now = instant.astimezone(UTC)
