"""A schedule that only notes what it was asked to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, tzinfo

from bot.schedule import Work


class RecordedSchedule:
    """Fulfils `bot.schedule.Schedule`; a test rings by hand."""

    def __init__(self) -> None:
        self.armed: datetime | None = None
        self.daily: dict[str, tuple[time, tzinfo, Work]] = {}
        self.ring: Callable[[], None] = lambda: None

    def on_alarm(self, ring: Callable[[], None]) -> None:
        """Keep what is to be called."""
        self.ring = ring

    def arm(self, at: datetime | None) -> None:
        """Note the alarm."""
        self.armed = at

    def every_day(self, name: str, at: time, zone: tzinfo, work: Work) -> None:
        """Note daily work."""
        self.daily[name] = at, zone, work

    def wake(self) -> None:
        """Ring."""
        self.ring()
