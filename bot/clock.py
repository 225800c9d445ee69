"""Clocks: the machine's, and one that the sandbox can move forward."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class SystemClock:
    """The machine's clock, in UTC."""

    def now(self) -> datetime:
        """This instant, aware, in UTC."""
        return datetime.now(UTC)


class MovableClock:
    """A clock that runs with the machine's, some time ahead of it."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        """This instant on the moved clock, aware, in UTC."""
        return datetime.now(UTC) + self._ahead

    def advance(self, by: timedelta) -> None:
        """Move forward; a clock never goes back.

        Raises:
            ValueError: for a negative step.
        """
        if by < timedelta():
            raise ValueError("a clock goes forward only")
        self._ahead += by
