"""What an answer costs in a registry of 5,000 partnerships, against a bare aiogram echo bot."""

from __future__ import annotations

import asyncio
import os
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.claims import fill
from benchmarks.processes import BotProcess
from benchmarks.registry import asked_about, lifelike_registry
from benchmarks.standin import StandIn, pin
from benchmarks.table import table
from bot.stores import Stores
from partnership.access import Role, User
from tests.support.builders import events_of_many

PARTNERSHIPS, WITH_EVENTS = 5_000, 500
ROUNDS = 3
WARM_UP, COUNT, AT_ONCE = 200, 1_000, 64
PENDING = 100_000

Costs = dict[str, list[float]]


def measure() -> str:
    """The tables: answers, and the start with many pending reminders."""
    pin(os.getpid(), -1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        asyncio.run(_make_registry(folder / "registry"))
        shutil.copytree(folder / "registry", folder / "pending")
        asyncio.run(_make_pending(folder / "pending"))
        echo, ours, pending = (defaultdict[str, list[float]](list) for _ in range(3))
        for _ in range(ROUNDS):
            _add(echo, _echo_round())
            _add(ours, _our_round(folder / "registry"))
            _add(pending, _start_only(folder / "pending"))
    return _answers(echo, ours) + "\n" + _starts(ours, pending)


def _answers(echo: Costs, ours: Costs) -> str:
    rows = []
    for what, ours_key, echo_key, unit, mark in (
        ("partner query, CPU", "query", "query", "ms", "1.2"),
        ("button press, CPU", "press", "query", "ms", "1.2"),
        ("start to first answer", "start", "start", "s", "0.7"),
        ("peak memory", "memory", "memory", "MB", "0.8"),
    ):
        reference, found = statistics.median(echo[echo_key]), statistics.median(ours[ours_key])
        rows.append(
            (
                what,
                f"{reference:.2f} {unit}",
                f"{found:.2f} {unit}",
                f"{found / reference:.2f}",
                mark,
            )
        )
    title = f"Answers in a registry of {PARTNERSHIPS:,} partnerships, medians of {ROUNDS} rounds"
    return table(title, ["what", "bare echo", "Mistok", "ratio", "mark"], rows)


def _starts(empty: Costs, pending: Costs) -> str:
    without, with_rows = statistics.median(empty["start"]), statistics.median(pending["start"])
    row = (f"{without:.2f} s", f"{with_rows:.2f} s", f"{with_rows / without:.2f}", "1.2")
    columns = ["no reminders", f"{PENDING:,} pending", "ratio", "mark"]
    return table("Start to first answer with pending reminders", columns, [row])


def _echo_round() -> dict[str, float]:
    with StandIn() as standin:
        standin.do("people", people=AT_ONCE, groups=0)
        standin.do("write", text=asked_about(PARTNERSHIPS)[0])
        with BotProcess("echo", standin.base_url, standin.token) as bot:
            found = {"start": _first_answer(standin, bot)}
            found["query"] = _cost(standin, bot, "talk", texts=asked_about(PARTNERSHIPS))
            return found | {"memory": bot.peak_memory()}


def _our_round(template: Path) -> dict[str, float]:
    with StandIn() as standin, tempfile.TemporaryDirectory() as name:
        folder = shutil.copytree(template, Path(name) / "data")
        standin.do("people", people=AT_ONCE, groups=0)
        standin.do("write", text=asked_about(PARTNERSHIPS)[0])
        with BotProcess("mistok", standin.base_url, standin.token, str(folder)) as bot:
            found = {"start": _first_answer(standin, bot)}
            found["query"] = _cost(standin, bot, "talk", texts=asked_about(PARTNERSHIPS))
            found["press"] = _cost(standin, bot, "press")
            return found | {"memory": bot.peak_memory()}


def _start_only(template: Path) -> dict[str, float]:
    with StandIn() as standin, tempfile.TemporaryDirectory() as name:
        folder = shutil.copytree(template, Path(name) / "data")
        standin.do("people", people=1, groups=0)
        standin.do("write", text=asked_about(PARTNERSHIPS)[0])
        with BotProcess("mistok", standin.base_url, standin.token, str(folder)) as bot:
            return {"start": _first_answer(standin, bot)}


def _first_answer(standin: StandIn, bot: BotProcess) -> float:
    deadline = bot.born + 60
    while time.monotonic() < deadline:
        answered: float | None = standin.do("first_answer")
        if answered is not None:
            return answered - bot.born
        time.sleep(0.02)
    raise TimeoutError("the bot did not answer within a minute")


def _cost(standin: StandIn, bot: BotProcess, what: str, **given: object) -> float:
    """Milliseconds of CPU for one update."""
    standin.do(what, count=WARM_UP, at_once=AT_ONCE, **given)
    before = bot.cpu()
    standin.do(what, count=COUNT, at_once=AT_ONCE, **given)
    return (bot.cpu() - before) / COUNT * 1000


def _add(costs: Costs, found: dict[str, float]) -> None:
    for what, value in found.items():
        costs[what].append(value)


async def _make_registry(folder: Path) -> None:
    stores = await Stores.open(folder / "mistok.db")
    try:
        async with stores.registry.transaction() as work:
            for record in (*lifelike_registry(PARTNERSHIPS), *events_of_many(WITH_EVENTS)):
                await work.put(record)
        for number in range(1, AT_ONCE + 1):
            await stores.members.save_user(User(id=number, name=f"P{number}", role=Role.ADMIN))
    finally:
        await stores.close()


async def _make_pending(folder: Path) -> None:
    stores = await Stores.open(folder / "mistok.db")
    try:
        await fill(stores.database, PENDING, datetime.now(UTC) + timedelta(days=1))
    finally:
        await stores.close()
