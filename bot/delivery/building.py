"""Joins the parts of delivery."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiogram import Bot

from bot.delivery.composing import Render
from bot.delivery.limiter import Limiter
from bot.delivery.outcomes import Outcomes, Responsible
from bot.delivery.owners import new_owner
from bot.delivery.reminders import AHEAD, ReminderDelivery
from bot.delivery.sender import Sender
from bot.schedule import Schedule
from bot.tasks import Tasks
from partnership.clock import Clock
from storage.announcements import SqlAnnouncements
from storage.database import Database
from storage.reminder_claims import SqlReminderClaims
from storage.reminders import SqlReminders
from storage.undelivered import SqlUndelivered


def build_delivery(
    *,
    database: Database,
    reminders: SqlReminders,
    announcements: SqlAnnouncements,
    bot: Bot,
    limiter: Limiter,
    render: Render,
    responsible: Responsible,
    migrated: Callable[[int, int], Awaitable[None]],
    schedule: Schedule,
    clock: Clock,
    tasks: Tasks,
    ahead: timedelta = AHEAD,
) -> ReminderDelivery:
    """The delivery of one process, not yet started.

    Args:
        limiter: the same that `Pacing` of the bot's session has, so that replies count too.
        responsible: whom to tell that a reminder did not arrive.
        ahead: how long before their time rows are made ready to be sent.
        migrated: told the old and the new id of a group; moves all that is kept of it.
    """
    claims = SqlReminderClaims(database, owner=new_owner())

    return ReminderDelivery(
        reminders=reminders,
        claims=claims,
        sender=Sender(bot, limiter, migrated),
        render=render,
        outcomes=Outcomes(claims, SqlUndelivered(database, announcements), responsible, clock),
        schedule=schedule,
        clock=clock,
        tasks=tasks,
        ahead=ahead,
    )
