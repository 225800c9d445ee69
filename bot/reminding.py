"""Reminders at work: the alarm, the delivery, and planning anew once a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from aiogram import Bot
from aiogram.utils.i18n import I18n

from bot.delivery.building import build_delivery
from bot.delivery.limiter import Limiter
from bot.schedule import ApSchedule
from bot.stores import Stores
from bot.tasks import Tasks
from handlers.cards.reminder import ReminderTexts
from handlers.services import Services
from partnership.reminders.model import Recipient, RecipientKind, Reminder, SubjectKind

ROLLED_AT = time(3, 10)
"""When everything is planned anew: the horizon of series moves on by a day."""


class Reminding:
    """Everything that happens by itself in one process."""

    def __init__(
        self,
        services: Services,
        stores: Stores,
        bot: Bot,
        limiter: Limiter,
        i18n: I18n,
        tasks: Tasks,
    ) -> None:
        self._services = services
        self._stores = stores
        self._tasks = tasks
        self.schedule = ApSchedule(services.clock)
        self.delivery = build_delivery(
            database=stores.database,
            reminders=stores.reminders,
            announcements=stores.announcements,
            bot=bot,
            limiter=limiter,
            render=ReminderTexts(services, stores.announcements, i18n),
            responsible=self._responsible,
            migrated=services.membership.groups.follow_migration,
            schedule=self.schedule,
            clock=services.clock,
            tasks=tasks,
        )

    def start(self) -> None:
        """Begin to send; what was due while no process ran goes out now."""
        self.schedule.start()
        self.schedule.every_day("planning anew", ROLLED_AT, self._services.zone, self.roll)
        self.delivery.start()
        self._services.membership.listeners.append(self._people_changed)
        self._people_changed()

    async def stop(self, deadline: float) -> None:
        """Let what is with Telegram end, at most `deadline` seconds; ring no more."""
        self.schedule.close()
        await self.delivery.stop(deadline)

    def _people_changed(self) -> None:
        """Somebody else is to be reminded from now on: plan anew, beside the answer to them."""
        self._tasks.spawn(self.roll(), name="planning anew")

    async def roll(self) -> None:
        """Plan everything anew: for series, and for groups and people that came or went."""
        await self._services.calendar.plan_anew()

    async def _responsible(
        self, reminder: Reminder, unreached: Recipient | None
    ) -> Sequence[Recipient]:
        """The coordinators of what a reminder is about; the admins where none can be told."""
        people = await self._coordinators(reminder)
        users = [each for each in people if each.kind is RecipientKind.USER and each != unreached]
        if users:
            return users
        admins = await self._services.membership.admins()
        recipients = [Recipient(RecipientKind.USER, admin.id) for admin in admins]
        return [each for each in recipients if each != unreached]

    async def _coordinators(self, reminder: Reminder) -> list[Recipient]:
        calendar = self._services.calendar
        if reminder.subject_kind is SubjectKind.ANNOUNCEMENT:
            return await self._announced(reminder)
        if reminder.subject_kind in {SubjectKind.EVENT, SubjectKind.CHECKLIST}:
            return await calendar.coordinators_of(reminder.subject)
        if reminder.subject_kind is SubjectKind.STEP:
            return await self._controllers([reminder.subject])
        return []

    async def _announced(self, reminder: Reminder) -> list[Recipient]:
        announcement = await self._stores.announcements.announcement(int(reminder.subject))
        facts = announcement.facts if announcement else {}
        if facts.get("event"):
            return await self._services.calendar.coordinators_of(facts["event"])
        return await self._controllers(facts.get("steps", ()))

    async def _controllers(self, steps: Sequence[str]) -> list[Recipient]:
        """Those who control these steps, by their keys."""
        people = self._services.calendar.planner.people
        found = [await self._stores.calendar.step(each) for each in steps]
        users = [
            user for step in found if step is not None for user in await people.controllers_of(step)
        ]
        return [Recipient(RecipientKind.USER, user.id) for user in users]
