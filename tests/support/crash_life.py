"""One life of a process that only stores and delivers, to be ended by SIGKILL.

Imported once by a process that then forks for every life, hence the models are built here.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.lean_aiogram import import_aiogram

import_aiogram()

from aiogram import Bot  # noqa: E402
from aiogram.client.telegram import TelegramAPIServer  # noqa: E402
from aiogram.methods import SendMessage  # noqa: E402
from aiogram.methods.base import Response  # noqa: E402
from aiogram.types import Chat, Message, User  # noqa: E402

from bot.clock import MovableClock  # noqa: E402
from bot.delivery.building import build_delivery  # noqa: E402
from bot.delivery.limiter import Limiter  # noqa: E402
from bot.delivery.limits import Limits  # noqa: E402
from bot.delivery.reminders import ReminderDelivery  # noqa: E402
from bot.schedule import ApSchedule  # noqa: E402
from bot.tasks import Tasks  # noqa: E402
from storage.announcements import SqlAnnouncements  # noqa: E402
from storage.database import Database  # noqa: E402
from storage.reminders import SqlReminders  # noqa: E402
from tests.support.delivery import render_subject, the_coordinator  # noqa: E402
from tests.support.office import PromptSession  # noqa: E402

IN_FLIGHT = 30
"""Requests at a time, as on Telegram; the seconds between them are lifted."""
LIMITS = Limits(overall=IN_FLIGHT, second=0.0, chat_pause=0.0, unanswered=0.0)


@dataclass(frozen=True)
class Life:
    """What a process is told at its birth; `ahead`: its clock before the machine's, seconds."""

    path: Path
    base_url: str
    token: str
    ahead: float


def live(life: Life) -> None:
    """Send what is due until somebody kills the process."""
    asyncio.run(_live(life, drain=False))


def live_to_the_end(life: Life) -> None:
    """Send until no row is open, moving the clock on to whatever comes next."""
    asyncio.run(_live(life, drain=True))


async def _live(life: Life, *, drain: bool) -> None:
    clock = MovableClock()
    clock.advance(timedelta(seconds=life.ahead))
    tasks, schedule = Tasks(), ApSchedule(clock)
    session = PromptSession(api=TelegramAPIServer.from_base(life.base_url))
    database = await Database.open(life.path)
    reminders = SqlReminders(database)
    delivery = build_delivery(
        database=database,
        reminders=reminders,
        announcements=SqlAnnouncements(database, reminders),
        bot=Bot(life.token, session=session),
        limiter=Limiter(LIMITS),
        render=render_subject,
        responsible=the_coordinator,
        migrated=_nothing_else,
        schedule=schedule,
        clock=clock,
        tasks=tasks,
    )
    schedule.start()
    if drain:
        await _drain(delivery, reminders, clock)
    else:
        delivery.start()
        await asyncio.Event().wait()
    schedule.close()
    await tasks.close()
    await session.close()
    await database.close()


async def _drain(delivery: ReminderDelivery, reminders: SqlReminders, clock: MovableClock) -> None:
    while (due := await reminders.next_due()) is not None:
        clock.advance(max(due - clock.now(), timedelta()))
        await delivery.tick()
        await delivery.idle()


async def _nothing_else(_: int, __: int) -> None:
    """No other table knows the groups here."""


def _build_models() -> type[Response[Message]]:
    """What every life needs first, built once for all of them."""
    chat, sender = Chat(id=1, type="private"), User(id=1, is_bot=True, first_name="x")
    message = Message(message_id=1, date=0, chat=chat, from_user=sender, text="x")  # type: ignore[arg-type]
    SendMessage(chat_id=1, text="x").model_dump(warnings=False)
    answer = Response[Message]
    answer.model_validate({"ok": True, "result": message.model_dump(exclude_none=True)})
    return answer


HELD = _build_models()
