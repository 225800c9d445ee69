"""Delivery as the bot has it, in this process, against the stand-in in another one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.lean_aiogram import import_aiogram

import_aiogram()

from aiogram import Bot  # noqa: E402
from aiogram.client.telegram import TelegramAPIServer  # noqa: E402
from markupsafe import Markup  # noqa: E402

from benchmarks.standin import StandIn  # noqa: E402
from bot.clock import SystemClock  # noqa: E402
from bot.delivery.composing import Render  # noqa: E402
from bot.delivery.limiter import Limiter  # noqa: E402
from bot.delivery.limits import Limits  # noqa: E402
from bot.delivery.outcomes import Outcomes  # noqa: E402
from bot.delivery.queue import Queue  # noqa: E402
from bot.delivery.reminders import ReminderDelivery  # noqa: E402
from bot.delivery.sender import Sender  # noqa: E402
from bot.json_session import JsonSession  # noqa: E402
from bot.schedule import ApSchedule  # noqa: E402
from bot.tasks import Tasks  # noqa: E402
from handlers.screens import Screen  # noqa: E402
from partnership.reminders.model import Recipient, Reminder  # noqa: E402
from storage.announcements import SqlAnnouncements  # noqa: E402
from storage.database import Database  # noqa: E402
from storage.reminder_claims import SqlReminderClaims  # noqa: E402
from storage.reminders import SqlReminders  # noqa: E402
from storage.undelivered import SqlUndelivered  # noqa: E402


@dataclass(frozen=True)
class Desk:
    """What a measurement needs."""

    database: Database
    reminders: SqlReminders
    delivery: ReminderDelivery

    async def all_sent(self) -> None:
        """Wait until no row is open."""
        while await self.reminders.next_due() is not None:  # noqa: ASYNC110 - nobody would ring
            await asyncio.sleep(0.2)


async def render(reminder: Reminder, *, late: bool) -> Screen | None:
    """A text of usual length."""
    return Screen(Markup(f"<b>Зустріч {reminder.subject}</b>\n25.06.2024, 15:00 (Київ)\nОнлайн"))


async def nobody(_: Reminder, __: Recipient | None) -> list[Recipient]:
    """Nothing goes wrong here."""
    return []


async def no_migration(_: int, __: int) -> None:
    """No group moves here."""


@asynccontextmanager
async def open_desk(
    folder: Path,
    standin: StandIn,
    limits: Limits,
    *,
    queue: Queue | None = None,
    words: Render = render,
) -> AsyncIterator[Desk]:
    """Delivery with a real schedule and a real bot."""
    clock, tasks = SystemClock(), Tasks()
    session = JsonSession(api=TelegramAPIServer.from_base(standin.base_url))
    bot, limiter = Bot(standin.token, session=session), Limiter(limits, queue)
    database = await Database.open(folder / "mistok.db")
    reminders = SqlReminders(database)
    claims = SqlReminderClaims(database, "bench")
    undelivered = SqlUndelivered(database, SqlAnnouncements(database, reminders))
    schedule = ApSchedule(clock)
    delivery = ReminderDelivery(
        reminders=reminders,
        claims=claims,
        sender=Sender(bot, limiter, no_migration),
        render=words,
        outcomes=Outcomes(claims, undelivered, nobody, clock),
        schedule=schedule,
        clock=clock,
        tasks=tasks,
    )
    schedule.start()
    try:
        yield Desk(database, reminders, delivery)
    finally:
        await delivery.stop(5)
        schedule.close()
        await tasks.close()
        await session.close()
        await database.close()
