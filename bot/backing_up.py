"""A copy of the database every day, and a word to the administrators when there is none."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from datetime import time as hour_of_day
from zoneinfo import ZoneInfo

import structlog

from bot.schedule import Schedule
from bot.settings import Settings
from bot.tasks import Tasks
from partnership.clock import Clock
from storage.backups import Backups, DamagedCopyError
from storage.database import DATABASE_ERRORS

log = structlog.get_logger(__name__)

FAILURES = (DamagedCopyError, *DATABASE_ERRORS)
"""What making a copy may raise."""
DAY = timedelta(days=1)
SETTLING = 60.0
"""Seconds after the start before a copy is made that fell due while no process ran."""
HOUR = timedelta(hours=1)

Tell = Callable[[str], Awaitable[None]]
"""Tells those who look after the bot why there is no copy."""


def backups_of(settings: Settings) -> Backups:
    """The copies of the database of these settings."""
    return Backups(settings.database_path, settings.backup_path, settings.backups_kept)


class BackingUp:
    """Makes a copy each day, unless none are to be kept."""

    def __init__(self, settings: Settings, clock: Clock, tasks: Tasks, tell: Tell) -> None:
        self._backups = backups_of(settings)
        self._at = hour_of_day(settings.backup_hour)
        self._zone = ZoneInfo(settings.timezone)
        self._clock = clock
        self._tasks = tasks
        self._tell = tell
        self._failure: str | None = None

    def start(self, schedule: Schedule) -> None:
        """Make copies from now on, the first soon where the newest is older than a day."""
        if self._backups.kept:
            schedule.every_day("backup", self._at, self._zone, self.run)
            self._tasks.spawn(self._catch_up(), name="backup at the start")

    async def run(self) -> None:
        """Make a copy; a failure is logged and told, and never raised."""
        begin = time.monotonic()
        try:
            made = await self._backups.make(self._clock.now())
        except FAILURES as error:
            self._failure = str(error)
            log.exception("no backup was made", folder=str(self._backups.folder))
            await self._tell(str(error))
            return
        self._failure = None
        seconds = round(time.monotonic() - begin, 2)
        log.info("backup made", file=str(made), bytes=made.stat().st_size, seconds=seconds)

    def state(self) -> str:
        """One line for /healthz: how old the newest copy is, and what went wrong last."""
        if not self._backups.kept:
            return "backup: off"
        latest = self._backups.latest()
        age = f"{age_of(latest, self._clock.now())} old" if latest else "none yet"
        return f"backup: {age}" + (f", the last one failed: {self._failure}" * bool(self._failure))

    async def _catch_up(self) -> None:
        await asyncio.sleep(SETTLING)
        latest = self._backups.latest()
        if latest is None or self._clock.now() - latest > DAY:
            await self.run()


def age_of(made_at: datetime, now: datetime) -> str:
    """Hours, from two days on days."""
    hours = max(now - made_at, timedelta()) // HOUR
    return f"{hours} h" if hours < 48 else f"{hours // 24} d"
