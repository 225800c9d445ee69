"""What a person does with a reminder of their own: seen, or once more later."""

from __future__ import annotations

from datetime import timedelta

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_reminder import ReminderButton
from handlers.formats import clock_time
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from handlers.screens import Alert
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.errors import WrongValueError
from partnership.reminders.stores import ReminderLog


def build_router() -> Router:
    """The router of buttons under personal reminders."""
    router = subject_router("reminder answers", buttons=(ReminderButton,))
    router.callback_query.register(answered, ReminderButton.filter(), flags=needs(Action.READ))
    return router


async def answered(
    query: CallbackQuery,
    callback_data: ReminderButton,
    reader: Reader,
    calendar: Calendar,
    reminders: ReminderLog,
) -> Alert:
    """Note that it was seen, or remind of this one occurrence again."""
    reminder = await reminders.reminder(callback_data.id)
    if reminder is None:
        return Alert(_("This button is out of date."))
    if not callback_data.minutes:
        await calendar.acknowledge(reader.user, reminder)
        await reminders.acknowledge(reminder.id, reader.now)
        return Alert(_("Noted, thank you."))
    until = reader.now + timedelta(minutes=callback_data.minutes)
    try:
        await calendar.snooze(reader.user, reminder, until)
    except WrongValueError:
        return Alert(_("By then it will be over."), modal=True)
    return Alert(
        _("I will remind you again at {hour}.").format(hour=clock_time(until, reader.zone))
    )
