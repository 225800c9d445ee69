"""What happens by itself: one alarm for the earliest reminder, and a few things every day.

APScheduler keeps no reminders: the rows in the database are the truth, and the one date job is
set anew to the earliest of them. Hence a restart loses nothing, and there is no grace time after
which a job would be dropped.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

from partnership.clock import Clock

log = structlog.get_logger(__name__)

ALARM = "alarm"
LONGEST_SLEEP = timedelta(minutes=1)
"""A machine that was suspended or whose clock was set is noticed after so much."""

Work = Callable[[], Awaitable[None]]


class Schedule(Protocol):
    """What rings at a time."""

    def on_alarm(self, ring: Callable[[], None]) -> None:
        """What is called when the alarm goes off."""
        ...

    def arm(self, at: datetime | None) -> None:
        """Set the one alarm, instead of the one that was set; None sets none."""
        ...

    def every_day(self, name: str, at: time, zone: tzinfo, work: Work) -> None:
        """Do something each day at a wall time of `zone`."""
        ...

    def wake(self) -> None:
        """Look at the clock again: somebody has turned it."""
        ...


class ApSchedule:
    """Fulfils `Schedule` with APScheduler, by a clock that may run ahead of the machine's."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True}
        )
        self._ring: Callable[[], None] | None = None
        self._armed: datetime | None = None
        self._daily: dict[str, tuple[CronTrigger, Work]] = {}
        self._seen = clock.now()

    @property
    def armed(self) -> datetime | None:
        """When it rings next, None where nothing is to come."""
        return self._armed

    def start(self) -> None:
        """Begin to ring, on the running loop."""
        self._scheduler.start()

    def close(self) -> None:
        """Ring no more."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def on_alarm(self, ring: Callable[[], None]) -> None:
        """What is called when the alarm goes off."""
        self._ring = ring

    def arm(self, at: datetime | None) -> None:
        """Set the one alarm, instead of the one that was set; None sets none."""
        self._armed = at
        if at is None:
            if self._scheduler.get_job(ALARM) is not None:
                self._scheduler.remove_job(ALARM)
            return
        pause = min(max(at - self._clock.now(), timedelta()), LONGEST_SLEEP)
        self._scheduler.add_job(
            self._look,
            DateTrigger(datetime.now(UTC) + pause),
            id=ALARM,
            replace_existing=True,
        )

    def every_day(self, name: str, at: time, zone: tzinfo, work: Work) -> None:
        """Do something each day at a wall time of `zone`."""
        trigger = CronTrigger(hour=at.hour, minute=at.minute, timezone=zone)
        self._daily[name] = trigger, work
        self._scheduler.add_job(self._run, trigger, args=(name,), id=name, replace_existing=True)

    def wake(self) -> None:
        """Look at the clock again: somebody has turned it. What it has passed is done once."""
        now = self._clock.now()
        for name, (trigger, _) in self._daily.items():
            following = trigger.get_next_fire_time(None, self._seen)
            if following is not None and following <= now:
                self._scheduler.add_job(self._run, args=(name,), id=f"{name}, passed")
        self._seen = now
        self.arm(self._armed)

    async def _look(self) -> None:
        """The alarm's time has come, or it is time to look whether it has."""
        if self._armed is not None and self._armed > self._clock.now():
            self.arm(self._armed)
        elif self._ring is not None:
            self._armed = None
            self._ring()

    async def _run(self, name: str) -> None:
        self._seen = max(self._seen, self._clock.now())
        _, work = self._daily[name]
        try:
            await work()
        except Exception:
            log.exception("daily work failed", work=name)
