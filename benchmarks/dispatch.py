"""1,000 reminders due in the same second: how late each stands ready to be sent."""

from __future__ import annotations

import asyncio
import gc
import os
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from benchmarks.desk import open_desk
from benchmarks.standin import StandIn, pin
from benchmarks.table import percentile, table
from bot.delivery.limits import Limits
from bot.delivery.queue import Queue, Waiting
from tests.support.reminders import plan, reminder, to_user

ROWS = 1_000
ROUNDS = 3
PROBE = 0.001
"""Seconds between two looks at how late the loop is."""


def measure() -> str:
    """The table."""
    pin(os.getpid(), 0)
    rows = []
    for name, spread in (("spread over the second", 1.0), ("at one instant", 0.0)):
        rounds = [asyncio.run(_round(spread)) for _ in range(ROUNDS)]
        lateness = [each for found, _ in rounds for each in found]
        rows.append(
            (
                name,
                f"{percentile(lateness, 0.5) * 1000:.1f}",
                f"{percentile(lateness, 0.99) * 1000:.1f}",
                f"{max(stall.late for _, stall in rounds) * 1000:.1f}",
                f"{max(stall.busy for _, stall in rounds) * 1000:.1f}",
            )
        )
    rows.append(("mark", "", "10", "5", "5"))
    title = f"{ROWS:,} reminders due in the same second ({ROUNDS} rounds)"
    heading = ["due", "median, ms", "p99 to dispatch, ms", "longest stall, ms", "of our own, ms"]
    return table(title, heading, rows)


class TimedQueue(Queue):
    """Notes when each chat's message stood ready: from then on only Telegram's limits decide."""

    def __init__(self) -> None:
        super().__init__()
        self.ready_at: dict[int, float] = {}

    def join(self, waiting: Waiting, not_before: float, now: float) -> None:
        """Note what comes late."""
        super().join(waiting, not_before, now)
        if not_before <= now:
            self.ready_at[waiting.chat] = time.time()

    def admit(self, now: float) -> list[Waiting]:
        """Note what came early, now that its time has come."""
        admitted = super().admit(now)
        for each in admitted:
            self.ready_at[each.chat] = time.time()
        return admitted


class Stall(NamedTuple):
    """How much later than asked the loop came back, at worst, and how much of it we worked.

    Where other work shares the core, only the second is ours to answer for.
    """

    late: float
    busy: float


async def _round(spread: float) -> tuple[list[float], Stall]:
    """Seconds from due to ready of each row, and the longest stall of the loop."""
    queue = TimedQueue()
    with StandIn() as standin, tempfile.TemporaryDirectory() as folder:
        chats = standin.do("people", people=ROWS, groups=0)
        async with open_desk(
            Path(folder),
            standin,
            Limits(),
            queue=queue,
        ) as desk:
            desk.delivery.start()
            first = reminder("first", to_user(chats[0]), datetime.now(UTC) - timedelta(seconds=1))
            await plan(desk.database, desk.reminders, [first])
            await desk.all_sent()
            begin = datetime.now(UTC) + timedelta(seconds=3)
            due = {
                chat: begin + timedelta(seconds=spread * number / ROWS)
                for number, chat in enumerate(chats)
            }
            rows = [reminder(f"{chat}", to_user(chat), at) for chat, at in due.items()]
            await plan(desk.database, desk.reminders, rows)
            queue.ready_at.clear()
            gc.collect()
            gc.freeze()
            longest = await _longest_stall(begin + timedelta(seconds=2))
            gc.unfreeze()
    return [queue.ready_at[chat] - at.timestamp() for chat, at in due.items()], longest


async def _longest_stall(until: datetime) -> Stall:
    loop, late, busy = asyncio.get_running_loop(), 0.0, 0.0
    while time.time() < until.timestamp():
        before, worked = loop.time(), time.thread_time()
        await asyncio.sleep(PROBE)
        late = max(late, loop.time() - before - PROBE)
        busy = max(busy, time.thread_time() - worked)
    return Stall(late, busy)
