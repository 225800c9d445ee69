"""1,000 reminders due in the same second: how late each is handed to the sender."""

from __future__ import annotations

import asyncio
import gc
import os
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.desk import no_migration, open_desk
from benchmarks.standin import StandIn, pin
from benchmarks.table import percentile, table
from bot.delivery.errors import Failure
from bot.delivery.limits import Limits
from bot.delivery.sender import Compose, Delivered, Record, Sender, Withdrawn
from partnership.reminders.model import Recipient
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
                f"{max(stall for _, stall in rounds) * 1000:.1f}",
            )
        )
    rows.append(("mark", "", "10", "5"))
    title = f"{ROWS:,} reminders due in the same second ({ROUNDS} rounds)"
    return table(title, ["due", "median, ms", "p99 to dispatch, ms", "longest stall, ms"], rows)


async def _round(spread: float) -> tuple[list[float], float]:
    """Seconds from due to dispatch of each row, and the longest stall of the loop."""
    dispatched: dict[int, float] = {}

    class TimedSender(Sender):
        """Notes when it is asked to send."""

        async def send(
            self, to: Recipient, compose: Compose, record: Record, priority: int
        ) -> Delivered | Withdrawn | Failure:
            dispatched[to.id] = time.time()
            return await super().send(to, compose, record, priority)

    with StandIn() as standin, tempfile.TemporaryDirectory() as folder:
        chats = standin.do("people", people=ROWS, groups=0)
        async with open_desk(
            Path(folder),
            standin,
            Limits(),
            make_sender=lambda bot, limiter: TimedSender(bot, limiter, no_migration),
        ) as desk:
            desk.delivery.start()
            # The first message builds aiogram's models: half a second that every start has once.
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
            dispatched.clear()
            gc.collect()
            gc.freeze()
            longest = await _longest_stall(begin + timedelta(seconds=2))
            gc.unfreeze()
            assert len(dispatched) == ROWS
    return [dispatched[chat] - at.timestamp() for chat, at in due.items()], longest


async def _longest_stall(until: datetime) -> float:
    """How much later than asked the loop came back, at worst."""
    loop, longest = asyncio.get_running_loop(), 0.0
    while time.time() < until.timestamp():
        before = loop.time()
        await asyncio.sleep(PROBE)
        longest = max(longest, loop.time() - before - PROBE)
    return longest
