"""Filling in what is missing: asked for by a button, written by the person, shown at once."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.formats import dated_weekday
from handlers.meetings.states import is_plain_text
from handlers.minutes import participants
from handlers.minutes.asking import (
    MINUTES,
    PART,
    VALUE,
    Filling,
    ask_part,
    ask_reason,
    format_screen,
    part_of,
    posts_screen,
    unread_text,
)
from handlers.minutes.attendance import ATTENDANCE, amend_attended
from handlers.minutes.minutes_buttons import MinutesButton, MinutesDeed
from handlers.minutes.minutes_screens import minutes_screen
from handlers.minutes.part_screens import side_screen
from handlers.minutes.values import UnreadError, Valuing
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.events import EventFormat
from partnership.language.names import NameIndex
from partnership.minutes.edits import Edit
from partnership.minutes.minutes import Minutes, MinutesState, Point
from partnership.minutes.missing import Lack, missing
from partnership.minutes.points import Speakers
from partnership.minutes.taking import MinuteTaking

OF_POINT = {
    MinutesDeed.TEXT_UK: "uk",
    MinutesDeed.TEXT_EN: "en",
    MinutesDeed.OWNER: "owner",
    MinutesDeed.SPEAKER: "speaker",
    MinutesDeed.DUE: "due",
}
"""Deeds that ask for a part of one point."""


def register(commands: Router, answers: Router) -> None:
    """Add the buttons that ask, and what is written after them."""
    write = needs(Action.WRITE_MINUTES)
    press = commands.callback_query.register
    press(fill_button, MinutesButton.filter(F.deed == MinutesDeed.FILL), flags=write)
    press(part_button, MinutesButton.filter(F.deed.in_(set(OF_POINT))), flags=write)
    answers.message.register(value_written, StateFilter(Filling.value), is_plain_text, flags=write)
    answers.message.register(
        reason_written, StateFilter(Filling.reason), is_plain_text, flags=write
    )


async def fill_button(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    calendar: Calendar,
    state: FSMContext,
) -> Alert | None:
    """Ask for just what is missing."""
    minutes = await minute_taking.minutes(callback_data.id)
    wanted, _dot, chosen = callback_data.detail.partition(".")
    if chosen:
        event = EventFormat(chosen)
        await calendar.set_whereabouts(reader.user, minutes.event, format=event)
        said = fill(_("Entered."))
        await show(query, await minutes_screen(minutes, reader, minute_taking, said))
        return None
    lacks = missing(await minute_taking.paper(minutes))
    lack = next((each for each in lacks if each.what == wanted), None)
    if lack is None:
        await show(query, await minutes_screen(minutes, reader, minute_taking))
    elif lack.what is Lack.FORMAT:
        await show(query, format_screen(minutes))
    elif lack.what is Lack.POSTS:
        await show(query, posts_screen(minutes, lack, reader))
    else:
        await show(query, await ask_part(minutes, part_of(minutes, lack), reader, state))
    return None


async def part_button(
    query: CallbackQuery,
    callback_data: MinutesButton,
    reader: Reader,
    minute_taking: MinuteTaking,
    state: FSMContext,
) -> None:
    """Ask for a part of one point."""
    minutes = await minute_taking.minutes(callback_data.id)
    part = f"{OF_POINT[callback_data.deed]}:{callback_data.detail}"
    await show(query, await ask_part(minutes, part, reader, state))


async def value_written(
    message: Message,
    reader: Reader,
    names: NameIndex,
    minute_taking: MinuteTaking,
    calendar: Calendar,
    state: FSMContext,
) -> None:
    """What was asked for; what cannot be read is asked for again, and nothing is lost."""
    kept = await state.get_data()
    part, text = str(kept.get(PART, "")), message.text or ""
    minutes = await minute_taking.minutes(int(kept.get(MINUTES, 0)))
    filling = PartFilling(reader, names, minute_taking, calendar)
    try:
        if minutes.state is MinutesState.AGREED and _needs_reason(minutes, part):
            await filling.edit(minutes, part, text)
            screen = await ask_reason(minutes, part, text, state)
        else:
            said = await filling.enter(minutes, part, text)
            await state.clear()
            minutes = await minute_taking.minutes(minutes.id)
            point = _of_unknown_side(minutes, part)
            screen = await minutes_screen(minutes, reader, minute_taking, said)
            if point is not None:
                screen = side_screen(minutes, point, said)
    except UnreadError as error:
        screen = await ask_part(minutes, part, reader, state, unread_text(error))
    await show(message, screen)


async def reason_written(
    message: Message,
    reader: Reader,
    names: NameIndex,
    minute_taking: MinuteTaking,
    calendar: Calendar,
    state: FSMContext,
) -> None:
    """Why agreed minutes are amended."""
    kept = await state.get_data()
    minutes = await minute_taking.minutes(int(kept.get(MINUTES, 0)))
    filling = PartFilling(reader, names, minute_taking, calendar)
    part, value = str(kept[PART]), str(kept[VALUE])
    amended = await filling.amend(minutes, part, value, message.text or "")
    await state.clear()
    said = fill(_("Amended; the reason is in the minutes."))
    point = _of_unknown_side(amended, part)
    screen = await minutes_screen(amended, reader, minute_taking, said)
    await show(message, screen if point is None else side_screen(amended, point, said))


class PartFilling:
    """Enters one part, wherever it is kept: in the minutes, with the event."""

    def __init__(
        self, reader: Reader, names: NameIndex, taking: MinuteTaking, calendar: Calendar
    ) -> None:
        self._reader = reader
        self._names = names
        self._taking = taking
        self._calendar = calendar

    async def enter(self, minutes: Minutes, part: str, text: str) -> Markup:
        """Keep it, and say what was kept. Raises UnreadError."""
        user = self._reader.user
        if part in {Lack.OURS, Lack.THEIRS, Lack.INTERPRETER}:
            found = participants.read(part, text, self._names)
            for each in found:
                await self._taking.add_participant(user, minutes.key, each)
            return fill(_("Entered."))
        if part in {Lack.DAY, Lack.HOURS}:
            await self._enter_time(minutes, part, text)
            return fill(_("Entered."))
        if part == Lack.PLACE:
            place = participants.place(text, self._names)
            await self._calendar.set_whereabouts(user, minutes.event, place=place)
            return fill(_("Entered."))
        edit = await self.edit(minutes, part, text)
        if minutes.state is MinutesState.AGREED:
            await self._taking.amend(user, minutes.key, edit)
        else:
            await self._taking.change(user, minutes.key, edit)
        return self._entered(part, text)

    async def amend(self, minutes: Minutes, part: str, text: str, reason: str) -> Minutes:
        """Change agreed minutes with the reason. Raises UnreadError."""
        user = self._reader.user
        if part == ATTENDANCE:
            return await amend_attended(user, minutes, text, reason, self._taking, self._calendar)
        edit = await self.edit(minutes, part, text)
        return await self._taking.amend(user, minutes.key, edit, reason)

    async def edit(self, minutes: Minutes, part: str, text: str) -> Edit:
        """The edit of the minutes for a part. Raises UnreadError."""
        event = await self._taking.events.event(minutes.event)
        assert event is not None
        speakers = Speakers(event, self._reader.registry, self._names, ())
        return self._valuing().edit(part, text, speakers)

    def _valuing(self) -> Valuing:
        reader = self._reader
        return Valuing(reader.registry, self._names, reader.zone.key, reader.now)

    def _entered(self, part: str, text: str) -> Markup:
        """A day is said with its weekday, so that a slip is seen."""
        if part.startswith("due:"):
            day = dated_weekday(self._valuing().day(text), self._reader.language)
            return fill(_("Entered: {value}"), value=day)
        return lines([fill(_("Entered: {value}"), value=text.strip())])

    async def _enter_time(self, minutes: Minutes, part: str, text: str) -> None:
        event = await self._taking.events.event(minutes.event)
        assert event is not None
        read = participants.days if part == Lack.DAY else participants.hours
        timing = read(text, event, self._reader.now)
        await self._calendar.hold(self._reader.user, event.key, timing=timing)


def _of_unknown_side(minutes: Minutes, part: str) -> Point | None:
    """The point whose speaker was just named, if nobody knows for which side they spoke."""
    name, _colon, number = part.partition(":")
    asked = (each for each in minutes.points if name == "speaker" and each.id == int(number))
    return next((each for each in asked if each.side is None), None)


def _needs_reason(minutes: Minutes, part: str) -> bool:
    """A registration number that nobody recorded yet needs none."""
    first_number = part == Lack.NUMBER and minutes.number is None
    return not first_number and part not in {Lack.OURS, Lack.THEIRS, Lack.INTERPRETER}
