"""3,000 reminders due together to 500 chats, counted by the stand-in."""

from __future__ import annotations

import asyncio
import os
import resource
import tempfile
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.desk import open_desk
from benchmarks.standin import StandIn, pin
from benchmarks.table import table
from bot.delivery.limits import LIFTED, Limits
from partnership.reminders.model import Reminder
from tests.support.reminders import plan, reminder, to_chat, to_user

REMINDERS = 3_000
PEOPLE, GROUPS, BUSY_GROUPS, IN_BUSY_GROUP = 450, 50, 5, 25

Sends = list[tuple[float, int, bool]]


def measure() -> str:
    """The table."""
    pin(os.getpid(), 0)
    paced, cpu = asyncio.run(_send_all(Limits()))
    lifted, _ = asyncio.run(_send_all(LIFTED))
    times = [at for at, _, taken in paced if taken]
    groups = defaultdict[int, list[float]](list)
    for at, chat, _ in paced:
        if chat < 0:
            groups[chat].append(at)
    seconds = times[-1] - times[0]
    rows = [
        ("reminders sent / refused", f"{len(times)} / {len(paced) - len(times)}", "3,000 / 0"),
        ("messages a second", f"{(len(times) - 1) / seconds:.2f}", "29.1 or more"),
        ("most in a sliding second", _most(times, 1.0), "30"),
        ("most in a group's sliding minute", max(_most(g, 60.0) for g in groups.values()), "20"),
        ("CPU of the sending process, % of a core", f"{cpu / seconds * 100:.1f}", ""),
        ("messages a second, limits lifted", f"{_rate(lifted):.0f}", ""),
    ]
    title = f"{REMINDERS:,} reminders due together to {PEOPLE + GROUPS} chats"
    return table(title, ["what", "measured", "mark"], rows)


async def _send_all(limits: Limits) -> tuple[Sends, float]:
    """What arrived, and the seconds of CPU that sending took."""
    with StandIn() as standin, tempfile.TemporaryDirectory() as folder:
        chats = standin.do("people", people=PEOPLE, groups=GROUPS)
        async with open_desk(Path(folder), standin, limits) as desk:
            await plan(desk.database, desk.reminders, _rows(chats))
            before = _cpu()
            desk.delivery.start()
            await desk.all_sent()
            return standin.do("sends"), _cpu() - before


def _rows(chats: list[int]) -> list[Reminder]:
    due = datetime.now(UTC).replace(microsecond=0) - timedelta(seconds=1)
    usual, busy = chats[:-BUSY_GROUPS], chats[-BUSY_GROUPS:]
    to = [chat for chat in busy for _ in range(IN_BUSY_GROUP)]
    to += [usual[number % len(usual)] for number in range(REMINDERS - len(to))]
    return [
        reminder(f"{number}", to_user(chat) if chat > 0 else to_chat(chat), due)
        for number, chat in enumerate(to)
    ]


def _most(times: list[float], seconds: float) -> int:
    """The most in any half-open window."""
    most, start = 0, 0
    for end, moment in enumerate(times):
        while moment - times[start] >= seconds:
            start += 1
        most = max(most, end - start + 1)
    return most


def _rate(sends: Sends) -> float:
    return (len(sends) - 1) / (sends[-1][0] - sends[0][0])


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
