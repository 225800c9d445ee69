"""/reminders: when to remind of meetings, visits and tasks, and the quiet hours."""

from __future__ import annotations

import re
from datetime import time

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.meeting import event_card
from handlers.cards.reminder_lines import offset_word
from handlers.formats import listed
from handlers.reader import Reader
from handlers.recipients import recipient_here
from handlers.routing import needs, subject_router
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.membership_records import BoundChat
from partnership.reminders.offsets import Offset
from partnership.reminders.preferences import Preferences
from partnership.reminders.quiet import QuietHours
from partnership.reminders.settings import DEFAULT_OFFSETS, OffsetGroup, ReminderSettings

NAMES = {
    OffsetGroup.MEETING: ("meeting", "зустріч", "зустрічі", "meetings"),
    OffsetGroup.VISIT: ("visit", "візит", "візити", "visits"),
    OffsetGroup.STEP: ("task", "доручення", "tasks", "завдання", "steps"),
}
QUIET = ("quiet", "тиша", "тиші", "тихо")
RESET = ("default", "типово", "звичайно", "reset")
OFF = ("off", "вимкнути", "ні", "none")
OFFERED = {
    OffsetGroup.MEETING: ("-14d", "-7d", "-3d", "-1d", "-120m", "-60m", "-30m", "-10m"),
    OffsetGroup.VISIT: ("-60d", "-30d", "-14d", "-7d", "-3d", "-1d"),
    OffsetGroup.STEP: ("-14d", "-7d", "-3d", "-1d", "-0d"),
}
OFFSET = re.compile(r"-?(\d{1,4})\s*(d|h|m|д|г|х)\w*\.?")
UNITS = {"d": "d", "д": "d", "h": "h", "г": "h", "m": "m", "х": "m"}
EVENT_NUMBER = re.compile(r"\s*№?\s*(\d{1,6})\s+(\D*\d.*|\D+)$")
HOURS = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-–—]?\s*(\d{1,2})[:.](\d{2})")


class SwitchOffset(CallbackData, prefix="so"):
    """Switches one reminder time of a group of kinds; without a time, opens the group."""

    group: OffsetGroup
    offset: str = ""


class ReminderOverview(CallbackData, prefix="ro"):
    """Back to the overview."""


def build_router() -> Router:
    """The router of reminder settings."""
    router = subject_router(
        "reminder settings",
        commands=frozenset({"reminders"}),
        buttons=(SwitchOffset, ReminderOverview),
    )
    read = needs(Action.READ)
    router.message.register(reminders_command, Command("reminders"), flags=read)
    router.callback_query.register(
        switch_offset, SwitchOffset.filter(), flags=needs(Action.READ, once=True)
    )
    router.callback_query.register(open_overview, ReminderOverview.filter(), flags=read)
    return router


async def reminders_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    bound_chat: BoundChat | None,
    preferences: Preferences,
    calendar: Calendar,
) -> None:
    """`/reminders зустріч 7д 1д 60хв`, `/reminders тиша 22:00–06:30`, `/reminders` by buttons.

    `/reminders 12 3д 2г` is about event no. 12 alone.
    """
    words = (command.args or "").lower()
    if (event := EVENT_NUMBER.match(words)) is not None:
        times = _offsets_in(event[2])
        await show(message, await _set_for_event(int(event[1]), times, reader, calendar))
        return
    recipient = recipient_here(reader, bound_chat)
    settings = await preferences.of(recipient)
    if words and not words.isspace():
        group, quiet = _group_in(words), _quiet_in(words)
        if quiet is not None:
            settings = await preferences.set_quiet_hours(reader.user, recipient, quiet)
        elif group is not None:
            offsets = _offsets_in(words)
            settings = await preferences.set_offsets(reader.user, recipient, group, offsets)
        else:
            await show(message, Screen(_examples()))
            return
    await show(message, overview(settings, reader))


async def _set_for_event(
    number: int, offsets: tuple[Offset, ...] | None, reader: Reader, calendar: Calendar
) -> Screen:
    """Reminder times of one event, for everybody who is reminded of it."""
    card = await calendar.card_by_number(reader.viewer, number)
    await calendar.set_offsets(reader.user, card.event.key, offsets)
    return event_card(await calendar.card(reader.viewer, card.event.key), reader)


def _examples() -> Markup:
    return fill(
        _("I did not understand. For example: {meeting} or {quiet}"),
        meeting="/reminders зустріч 7д 1д 60хв",
        quiet="/reminders тиша 21:00–07:00",
    )


def _group_in(words: str) -> OffsetGroup | None:
    said = set(words.split())
    return next((group for group, names in NAMES.items() if said & set(names)), None)


def _quiet_in(words: str) -> QuietHours | None:
    """New quiet hours; equal ends where they are switched off."""
    said = set(words.split())
    if not said & set(QUIET):
        return None
    if said & set(OFF):
        return QuietHours(time(0), time(0))
    hours = HOURS.search(words)
    if hours is None:
        return QuietHours()
    first, second, third, fourth = (int(each) % 60 for each in hours.groups())
    return QuietHours(time(first % 24, second), time(third % 24, fourth))


def _offsets_in(words: str) -> tuple[Offset, ...] | None:
    """The times named; none at all where they are switched off; None for the usual ones."""
    said = set(words.split())
    if said & set(OFF):
        return ()
    if said & set(RESET):
        return None
    found = [Offset.parse(f"-{number}{UNITS[unit]}") for number, unit in OFFSET.findall(words)]
    return tuple(found) or None


async def open_overview(
    query: CallbackQuery, reader: Reader, bound_chat: BoundChat | None, preferences: Preferences
) -> None:
    """The overview, in place of the message."""
    settings = await preferences.of(recipient_here(reader, bound_chat))
    await show(query, overview(settings, reader))


async def switch_offset(
    query: CallbackQuery,
    callback_data: SwitchOffset,
    reader: Reader,
    bound_chat: BoundChat | None,
    preferences: Preferences,
) -> None:
    """One time more or less; times that are past already are skipped, nobody is blasted."""
    recipient, group = recipient_here(reader, bound_chat), callback_data.group
    settings = await preferences.of(recipient)
    if callback_data.offset:
        pressed = Offset.parse(callback_data.offset)
        chosen = set(_chosen(settings, group)) ^ {pressed}
        ordered = tuple(sorted(chosen, key=lambda each: (-each.days, -each.minutes)))
        settings = await preferences.set_offsets(reader.user, recipient, group, ordered)
    await show(query, _group_screen(settings, group))


def overview(settings: ReminderSettings, reader: Reader) -> Screen:
    """What holds now, and a button for each group of kinds."""
    rows = [
        fill("• {name}: {times}", name=group_word(group), times=_times(settings, group, reader))
        for group in OffsetGroup
    ]
    quiet = settings.quiet
    hours = f"{quiet.start:%H:%M}–{quiet.end:%H:%M}"
    night = fill(_("Quiet hours: {hours}"), hours=hours)
    if quiet.start == quiet.end:
        night = fill(_("Quiet hours: none"))
    title = fill(_("<b>Reminders in this chat</b>"))
    buttons = [button(group_word(each), SwitchOffset(group=each).pack()) for each in OffsetGroup]
    hint = fill(
        _("Quiet hours are set like this: {example}"), example="/reminders тиша 21:00–07:00"
    )
    return Screen(lines([title, *rows, night, hint]), [buttons])


def _chosen(settings: ReminderSettings, group: OffsetGroup) -> tuple[Offset, ...]:
    own = settings.offsets.get(group)
    return DEFAULT_OFFSETS[group] if own is None else own


def _times(settings: ReminderSettings, group: OffsetGroup, reader: Reader) -> str:
    words = [offset_word(each) for each in _chosen(settings, group)]
    return listed(words, reader.language) if words else _("never")


def _group_screen(settings: ReminderSettings, group: OffsetGroup) -> Screen:
    chosen = _chosen(settings, group)
    known = dict.fromkeys([*(Offset.parse(each) for each in OFFERED[group]), *chosen])
    buttons: list[InlineKeyboardButton] = [
        button(
            f"{'☑' if each in chosen else '☐'} {offset_word(each)}",
            SwitchOffset(group=group, offset=str(each)).pack(),
        )
        for each in known
    ]
    rows = [buttons[i : i + 3] for i in range(0, len(buttons), 3)]
    back = [button(_("Back"), ReminderOverview().pack())]
    title = fill(_("<b>{name}</b>: when to remind"), name=group_word(group))
    return Screen(title, [*rows, back])


def group_word(group: OffsetGroup) -> str:
    """Name of a group of kinds."""
    return {
        OffsetGroup.MEETING: _("Meetings"),
        OffsetGroup.VISIT: _("Visits"),
        OffsetGroup.STEP: _("Tasks"),
    }[group]
