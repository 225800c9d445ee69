"""Who came to the meeting: a list of participants, changed by taps."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram.utils.i18n import gettext as _

from handlers.minutes.asking import ask_reason
from handlers.minutes.minutes_buttons import MinutesButton, MinutesDeed
from handlers.minutes.part_screens import ATTENDED, attendance_screen, page_of_person
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, show
from partnership.access import Action, User
from partnership.calendar.calendar import Calendar
from partnership.events import Event, Participant
from partnership.minutes.agreeing import kept
from partnership.minutes.attending import with_attended
from partnership.minutes.minutes import Minutes, MinutesState
from partnership.minutes.taking import MinuteTaking

ATTENDANCE = "attended"
"""The part of agreed minutes that is amended through the event."""


def register(commands: Router) -> None:
    """Add the list of participants and its buttons."""
    press, write = commands.callback_query.register, needs(Action.WRITE_MINUTES)
    press(open_attendance, MinutesButton.filter(F.deed == MinutesDeed.ATTENDANCE), flags=write)
    press(set_attended, MinutesButton.filter(F.deed == MinutesDeed.ATTENDED), flags=write)


async def open_attendance(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> None:
    """A page of the participants."""
    await state.clear()
    minutes = await minute_taking.minutes(callback_data.id)
    event = await _event(minutes, minute_taking)
    await show(query, attendance_screen(minutes, event, int(callback_data.detail or 0), reader))


async def set_attended(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> Alert | None:
    """The next answer for somebody; in agreed minutes with a reason."""
    minutes = await minute_taking.minutes(callback_data.id)
    attended, _dot, person = callback_data.detail.partition(".")
    who = _participant(await _event(minutes, minute_taking), person)
    if who is None:
        return Alert(_("This participant is gone: somebody removed them meanwhile."))
    if minutes.state is MinutesState.AGREED:
        await show(query, await ask_reason(minutes, ATTENDANCE, callback_data.detail, state))
        return None
    await minute_taking.set_attended(reader.user, minutes.key, who, ATTENDED[attended])
    event = await _event(minutes, minute_taking)
    page = page_of_person(event, person, reader)
    await show(query, attendance_screen(minutes, event, page, reader))
    return None


async def amend_attended(
    actor: User,
    minutes: Minutes,
    detail: str,
    reason: str,
    taking: MinuteTaking,
    calendar: Calendar,
) -> Minutes:
    """Correct the event, then the agreed minutes from it. Raises RestrictedTextError."""
    why = kept(reason)
    attended, _dot, person = detail.partition(".")
    event = await _event(minutes, taking)
    who = _participant(event, person)
    if who is not None:
        people = with_attended(event, who, ATTENDED[attended])
        await calendar.set_participants(actor, event.key, people)
    return await taking.amend_participants(actor, minutes.key, why)


async def _event(minutes: Minutes, taking: MinuteTaking) -> Event:
    event = await taking.events.event(minutes.event)
    assert event is not None
    return event


def _participant(event: Event, person: str) -> Participant | None:
    return next((each for each in event.participants if each.person == person), None)
