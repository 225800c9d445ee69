"""Killed again and again: no reminder is lost, and every double has its reason."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import os
import random
import signal
import sqlite3
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.sandbox.faults import Fault
from bot.sandbox.model import Person
from bot.sandbox.recording import Request
from bot.sandbox.server import SandboxServer
from partnership.reminders.model import ReminderState
from storage.database import Database
from storage.reminders import SqlReminders
from tests.support.crash_life import IN_FLIGHT, Life, live, live_to_the_end
from tests.support.reminders import plan, reminder, to_user

REMINDERS = 2_000
KILLS = 200
LONGEST_LIFE = 0.35
"""Seconds after which a process that waits for something is killed all the same."""
BETWEEN_LIVES = 70
"""Seconds that pass on the clock from one life to the next: more than a lease."""
OVERDUE = 1_000
"""So many are due from the start; the others while the lives last, a few in each of them."""
USUAL_LIFE = 0.17
"""Seconds of a life on average, so that a process has rows in hand that are not due yet."""
SEED = 20260329
FORKING = multiprocessing.get_context("forkserver")
ROUNDING = 0.005
CYCLES = 100
"""Of the loop, until the server has read and carried out what is there already."""
STATES = "SELECT recipient, state FROM reminder"


@dataclass
class Executioner:
    """Sees every request of the process, and kills it when the chosen one arrives."""

    random: random.Random
    requests: list[Request] = field(default_factory=list)
    lives: list[int] = field(default_factory=list)
    """The life in which each request was made."""
    life: int = 0
    pid: int | None = None
    spares: int | None = None
    """Requests until the fatal one."""

    def __call__(self, request: Request) -> None:
        self.requests.append(request)
        self.lives.append(self.life)
        if self.spares is not None and self.pid is not None:
            self.spares -= 1
            if self.spares < 0:
                # What has arrived is carried out all the same; nobody hears the answer.
                self.kill()

    def choose(self, pid: int) -> float:
        """A point in the life of a process; returns how long it lives at most."""
        self.pid = pid
        self.spares = self.random.choice([None, *range(50)])
        return LONGEST_LIFE if self.spares is not None else self.random.uniform(0.02, 0.3)

    def kill(self) -> None:
        """kill -9, once."""
        if self.pid is not None:
            os.kill(self.pid, signal.SIGKILL)
            self.pid = None

    def chats(self, life: int) -> set[int]:
        """Whom a life has tried to reach."""
        return {
            int(one.parameters["chat_id"])
            for one, its_life in zip(self.requests, self.lives, strict=True)
            if its_life == life
        }

    def earliest(self, due: dict[int, datetime]) -> float:
        """Seconds from being due to the request, by the clock of the life that made it."""
        shift = time.time() - time.monotonic()
        return min(
            one.monotonic
            + shift
            + life * BETWEEN_LIVES
            - due[int(one.parameters["chat_id"])].timestamp()
            for one, life in zip(self.requests, self.lives, strict=True)
            if life < KILLS
        )


def order_faults(
    server: SandboxServer, chance: random.Random
) -> tuple[list[Fault], set[int], set[int]]:
    """429, 500, hang and dropped answers: those who meet the last two, and all who meet any."""
    faults, chats = server.sandbox.faults, chance.sample(range(1, REMINDERS + 1), 200)
    for chat in chats[:20]:
        faults.too_many_requests("sendMessage", chat_id=chat)
    for chat in chats[20:80]:
        faults.server_error("sendMessage", chat_id=chat)
    hanging = [faults.hang("sendMessage", chat_id=chat) for chat in chats[80:120]]
    for chat in chats[120:]:
        faults.drop("sendMessage", chat_id=chat)
    return hanging, set(chats[80:]), set(chats)


async def make_rows(path: Path, chance: random.Random) -> dict[int, datetime]:
    """Plan a row for everybody; when each is due."""
    now, due = datetime.now(UTC), dict[int, datetime]()
    for number in range(1, REMINDERS + 1):
        life = number % KILLS
        seconds = life * (BETWEEN_LIVES + USUAL_LIFE) + chance.uniform(0, 1)
        due[number] = now + timedelta(seconds=-60 if number <= OVERDUE else seconds)
    database = await Database.open(path)
    rows = [
        reminder(f"event {n}", to_user(n), at, lasts=timedelta(days=90)) for n, at in due.items()
    ]
    await plan(database, SqlReminders(database), rows)
    await database.close()
    return due


def states(path: Path) -> dict[int, str]:
    """Each person's row, read by somebody else than the process."""
    connection = sqlite3.connect(path)
    try:
        return dict(connection.execute(STATES).fetchall())
    finally:
        connection.close()


async def live_and_die(life: Life, executioner: Executioner) -> None:
    """One process from its birth to its SIGKILL."""
    process = FORKING.Process(target=live, args=(life,))
    process.start()
    assert process.pid is not None
    died = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_reader(process.sentinel, died.set)
    try:
        async with asyncio.timeout(executioner.choose(process.pid)):
            await died.wait()
    except TimeoutError:
        executioner.kill()
        await died.wait()
    finally:
        loop.remove_reader(process.sentinel)
    process.join()
    assert process.exitcode == -signal.SIGKILL
    process.close()


async def all_carried_out() -> None:
    """What a dead process has sent belongs to its life, also what was still in the line."""
    for _ in range(CYCLES):
        await asyncio.sleep(0)


async def test_kill_9_loses_nothing_and_doubles_only_what_was_in_flight(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL, "aiohttp.server")
    path, chance = tmp_path / "mistok.db", random.Random(SEED)
    executioner = Executioner(chance)
    server = SandboxServer(SystemClock(), on_request=executioner)
    for number in (*range(1, REMINDERS + 1), 900_000):
        server.sandbox.world.add_person(Person(number, f"Person {number}"))
        server.sandbox.world.chats[number].started = True
    FORKING.set_forkserver_preload(["tests.support.crash_life"])
    due = await make_rows(path, chance)
    base_url = await server.start()
    hanging, unanswered, troubled = order_faults(server, chance)
    in_flight = Counter[int]()
    try:
        for number in range(KILLS):
            executioner.life = number
            life = Life(path, base_url, server.token, ahead=number * BETWEEN_LIVES)
            await live_and_die(life, executioner)
            await all_carried_out()
            marked = states(path)
            doubtful = {c for c in executioner.chats(number) if not marked[c].startswith("sent")}
            assert len(doubtful - troubled) <= IN_FLIGHT
            in_flight.update(doubtful)
        for fault in hanging:
            fault.released.set()
        executioner.life, executioner.pid = KILLS, None
        last = FORKING.Process(
            target=live_to_the_end,
            args=(Life(path, base_url, server.token, ahead=KILLS * BETWEEN_LIVES),),
        )
        last.start()
        await asyncio.to_thread(last.join)
        assert last.exitcode == 0
    finally:
        await server.stop()

    accepted = Counter(
        int(one.parameters["chat_id"]) for one in executioner.requests if one.result is not None
    )
    doubles = {chat: copies - 1 for chat, copies in accepted.items() if copies > 1}
    print(
        f"{KILLS} kills, {REMINDERS} reminders, {len(executioner.requests)} requests,"
        f" {len(executioner.chats(KILLS))} of them after the last kill:"
        f" {sum(doubles.values())} doubles,"
        f" {len(doubles.keys() & unanswered)} of them without an answer by order"
    )
    assert accepted.keys() >= set(range(1, REMINDERS + 1)), "a reminder was lost"
    assert executioner.earliest(due) >= -ROUNDING, "a reminder was sent before its time"
    assert set(states(path).values()) <= {ReminderState.SENT, ReminderState.SENT_LATE}
    for chat, extra in doubles.items():
        assert extra <= in_flight[chat] + (chat in unanswered), f"no reason for a double in {chat}"
