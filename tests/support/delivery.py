"""The sending side of reminders on the stand-in server, with nothing above it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from markupsafe import Markup

from bot.delivery.building import build_delivery
from bot.delivery.limiter import Limiter
from bot.delivery.limits import LIFTED, Limits
from bot.delivery.pacing import Pacing
from bot.delivery.reminders import ReminderDelivery
from bot.tasks import Tasks
from handlers.screens import Screen
from partnership.reminders.model import Recipient, Reminder
from storage.announcements import SqlAnnouncements
from storage.chats import SqlChats
from storage.database import Database
from storage.reminders import SqlReminders
from tests.support.clocks import StillClock
from tests.support.group import Group
from tests.support.office import PromptSession
from tests.support.people import Human
from tests.support.reminders import plan, to_user
from tests.support.schedule import RecordedSchedule
from tests.support.telegram import TelegramStandIn

COORDINATOR = 900


async def render_subject(reminder: Reminder, *, late: bool) -> Screen | None:
    """Says what it is about, and when it was due where it is late."""
    due = f", due {reminder.wall:%H:%M}" if late else ""
    return Screen(Markup.escape(f"{reminder.subject} {reminder.rule}{due}"))


async def the_coordinator(_: Reminder, __: Recipient | None) -> list[Recipient]:
    """Everything that goes wrong is told to one person."""
    return [to_user(COORDINATOR)]


@dataclass
class SendingDesk:
    """Delivery at work; a test ticks by hand."""

    telegram: TelegramStandIn
    database: Database
    reminders: SqlReminders
    announcements: SqlAnnouncements
    delivery: ReminderDelivery
    schedule: RecordedSchedule
    clock: StillClock
    bot: Bot
    migrations: list[tuple[int, int]] = field(default_factory=list)

    async def plan(self, *rows: Reminder) -> None:
        """Keep rows."""
        await plan(self.database, self.reminders, rows)

    async def cancel(self, *rows: Reminder) -> None:
        """Cancel rows, as a cancelled event does."""
        async with self.database.transaction() as transaction:
            keys = [row.key for row in rows]
            await self.reminders.work(transaction).cancel_reminders(keys, "event_cancelled")

    async def deliver(self) -> None:
        """Send all that is due now, reports of what went wrong included."""
        while await self.delivery.tick():
            await self.delivery.idle()

    async def row(self, number: int = 1) -> Reminder:
        """A row by its number."""
        found = await self.reminders.reminder(number)
        assert found is not None
        return found

    def person(self, number: int) -> Human:
        """Somebody who has started the bot."""
        human = self.telegram.person(number, f"Person {number}")
        human.private().chat.started = True
        return human

    def group(self, *topics: str, supergroup: bool = True) -> Group:
        """A group with the bot."""
        owner = self.telegram.person(901, "Owner")
        group = self.telegram.group("Group", owner=owner, topics=topics, supergroup=supergroup)
        group.chat.bot_status = "member"
        return group

    def texts(self, chat: int) -> list[str]:
        """What the bot has written in a chat."""
        messages = self.telegram.sandbox.world.chat(chat).messages.values()
        return [one["text"] for one in messages if one["from"]["is_bot"] and "text" in one]


@asynccontextmanager
async def open_desk(
    folder: Path,
    clock: StillClock,
    *,
    limits: Limits = LIFTED,
    render: Callable[..., object] = render_subject,
    ahead: timedelta = timedelta(),
) -> AsyncIterator[SendingDesk]:
    """Delivery in `folder` until the block ends; a coordinator is there to be told.

    Nothing is claimed ahead unless asked for: a clock that stands still never gets there.
    """
    schedule, tasks, limiter = RecordedSchedule(), Tasks(), Limiter(limits)
    migrations: list[tuple[int, int]] = []

    async def migrated(old: int, new: int) -> None:
        migrations.append((old, new))
        await SqlChats(desk.database).migrate_chat(old, new)

    async with TelegramStandIn(clock) as telegram:
        session = PromptSession(api=TelegramAPIServer.from_base(telegram.base_url))
        session.middleware(Pacing(limiter))
        bot = Bot(telegram.token, session=session)
        database = await Database.open(folder / "mistok.db")
        reminders = SqlReminders(database)
        announcements = SqlAnnouncements(database, reminders)
        delivery = build_delivery(
            database=database,
            reminders=reminders,
            announcements=announcements,
            bot=bot,
            limiter=limiter,
            render=render,  # type: ignore[arg-type]
            responsible=the_coordinator,
            migrated=migrated,
            schedule=schedule,
            clock=clock,
            tasks=tasks,
            ahead=ahead,
        )
        desk = SendingDesk(
            telegram, database, reminders, announcements, delivery, schedule, clock, bot, migrations
        )
        desk.person(COORDINATOR)
        try:
            yield desk
        finally:
            await tasks.close()
            await session.close()
            await database.close()
