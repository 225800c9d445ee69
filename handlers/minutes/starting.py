"""/minutes start and /minutes stop: from when to when the messages of a chat are points."""

from __future__ import annotations

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.dictation import ended_text
from handlers.cards.event_names import event_name
from handlers.minutes.choosing_event import (
    choice_screen,
    event_of_number,
    events_meant,
    is_of_group,
    moving_screen,
    of_others,
)
from handlers.minutes.dictation_buttons import DictationButton, DictationDeed
from handlers.minutes.dictation_desk import DictationDesk, at_desk
from handlers.minutes.dictation_place import place_of
from handlers.minutes.minutes_buttons import form_buttons
from handlers.minutes.privacy import blind_here
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.calendar.planning import NewEvent
from partnership.calendar.timing import Timing
from partnership.events import Event, EventKind, EventState
from partnership.language.names import NameIndex

STARTS = r"(?i)^(?:start|begin|старт|почати|почни|розпочати|записуй)\b"
STOPS = r"(?i)^(?:stop|end|стоп|кінець|завершити|заверши|закінчити)\b"


def register(commands: Router) -> None:
    """Add the handlers of the two commands and their buttons."""
    write = needs(Action.WRITE_NOTE)
    started = Command("minutes", magic=F.args.regexp(STARTS))
    stopped = Command("minutes", magic=F.args.regexp(STOPS))
    commands.message.register(start_command, started, at_desk, flags=write)
    commands.message.register(stop_command, stopped, at_desk, flags=write)
    press = commands.callback_query.register
    press(begin_event, DictationButton.filter(F.deed == DictationDeed.EVENT), at_desk, flags=write)
    begins_now = DictationButton.filter(F.deed == DictationDeed.NOW)
    press(begin_now, begins_now, at_desk, flags=needs(Action.PLAN_EVENT))
    press(
        move_to_event,
        DictationButton.filter(F.deed == DictationDeed.TO_EVENT),
        at_desk,
        flags=write,
    )
    press(choose_other, DictationButton.filter(F.deed == DictationDeed.OTHER), at_desk, flags=write)
    press(stop_button, DictationButton.filter(F.deed == DictationDeed.STOP), at_desk, flags=write)


async def start_command(
    message: Message,
    command: CommandObject,
    names: NameIndex,
    desk: DictationDesk,
) -> None:
    """`/minutes start`, `/minutes start Бурж`, `/minutes start 12`."""
    if desk.running is not None:
        await _show_again(desk)
        return
    _start, _space, words = (command.args or "").strip().partition(" ")
    event = await event_of_number(words, desk.dictating)
    if event is None:
        meant = await events_meant(words.strip(), desk.reader, names, desk.bound, desk.dictating)
        if isinstance(meant, Screen):
            await show(message, meant)
            return
        event = meant.only
        if event is None:
            await show(message, desk.worded(lambda each: choice_screen(meant, each)))
            return
    if not is_of_group(event, desk.bound, desk.reader):
        await show(message, desk.worded(lambda _reader: of_others()))
        return
    await begin(event.key, desk)


async def begin(event: str, desk: DictationDesk) -> None:
    """From now on messages are points; said also where the bot sees few of them."""
    dictation = await desk.dictating.begin(desk.reader.user, *place_of(desk.event), event)
    if await blind_here(desk.event, desk.bot):
        await _tell(desk, desk.worded(lambda _reader: _blind()))
    await desk.refresh(dictation)


async def begin_event(
    query: CallbackQuery,
    callback_data: DictationButton,
    desk: DictationDesk,
) -> Alert | None:
    """The event that was chosen."""
    event = await event_of_number(callback_data.target, desk.dictating)
    if event is None or desk.running is not None:
        return Alert(_("This button is out of date."))
    await show(query, desk.worded(lambda each: _chosen(event, each)))
    await begin(event.key, desk)
    return None


async def begin_now(
    query: CallbackQuery,
    callback_data: DictationButton,
    calendar: Calendar,
    desk: DictationDesk,
) -> Alert | None:
    """An online meeting that nobody planned begins now."""
    if desk.running is not None:
        return Alert(_("This button is out of date."))
    wall = desk.reader.now.astimezone(desk.reader.zone).replace(
        tzinfo=None, second=0, microsecond=0
    )
    new = NewEvent(
        kind=EventKind.ONLINE_MEETING,
        partnerships=(callback_data.target,),
        timing=Timing.at(wall, desk.reader.zone.key),
    )
    planned = await calendar.plan(desk.reader.user, new, past_is_fine=True, checklists=False)
    begun = await calendar.set_state(desk.reader.user, planned.event.key, EventState.RUNNING)
    await show(query, desk.worded(lambda each: _chosen(begun.event, each)))
    await begin(begun.event.key, desk)
    return None


async def choose_other(
    query: CallbackQuery,
    names: NameIndex,
    desk: DictationDesk,
) -> Alert | None:
    """It was another meeting: which one? Asked below, so that the points stay in sight."""
    running = desk.running
    meant = await events_meant("", desk.reader, names, desk.bound, desk.dictating)
    if running is None or isinstance(meant, Screen):
        return Alert(_("This button is out of date."))
    others = tuple(each for each in meant.events if each.key != running.event)
    if not others:
        return Alert(_("There is no other meeting of today or yesterday."))
    await _tell(desk, desk.worded(lambda each: moving_screen(replace(meant, events=others), each)))
    return None


async def move_to_event(
    query: CallbackQuery,
    callback_data: DictationButton,
    desk: DictationDesk,
) -> Alert | None:
    """All points go to the meeting that was chosen."""
    running = desk.running
    event = await event_of_number(callback_data.target, desk.dictating)
    if event is None or running is None:
        return Alert(_("This button is out of date."))
    moved = await desk.dictating.move(desk.reader.user, running, event.key)
    await show(query, desk.worded(lambda each: _chosen(event, each)))
    await desk.refresh(moved)
    return None


def _chosen(event: Event, reader: Reader) -> Screen:
    name = event_name(reader.sees(event), reader.registry, reader.language)
    return Screen(fill(_("Event: {name}"), name=name))


async def stop_command(
    message: Message,
    desk: DictationDesk,
) -> None:
    """`/minutes stop`."""
    await show(message, await stop(desk))


async def stop_button(
    query: CallbackQuery,
    desk: DictationDesk,
) -> Alert | None:
    """The same by button; what was written down stays in the chat."""
    if desk.running is None:
        return Alert(_("Nothing is being written down here."))
    screen = await stop(desk)
    if isinstance(query.message, Message):
        await show(query.message, screen)
    return None


async def stop(desk: DictationDesk) -> Screen:
    """End it, and offer what follows."""
    running = desk.running
    event = await desk.dictating.event(running) if running is not None else None
    if running is None or event is None:
        return desk.worded(lambda _reader: _nothing_runs())
    notes = [each.note for each in await desk.dictating.points(running)]
    await desk.finish(running)
    await desk.dictating.stop(desk.reader.user, running)
    rows = form_buttons(event) if notes else []
    return desk.worded(lambda each: Screen(ended_text(each.sees(event), notes, each), rows))


async def _show_again(desk: DictationDesk) -> None:
    """A new message at the end of the chat, with all that was understood since."""
    running = desk.running
    assert running is not None
    await desk.dictating.show_at(running, None, running.shown)
    await desk.refresh(running)


async def _tell(desk: DictationDesk, screen: Screen) -> None:
    """A message of its own, whatever was pressed."""
    event = desk.event
    message = event if isinstance(event, Message) else event.message
    if isinstance(message, Message):
        await show(message, screen)


def _nothing_runs() -> Screen:
    text = _("Nothing is being written down here. Begin: {example}")
    return Screen(fill(text, example="/minutes start Бурж"))


def _blind() -> Screen:
    text = _(
        "In this group I see only commands and replies to my messages. Make me an administrator "
        "of the group, or write each point as a reply to a message of mine."
    )
    return Screen(lines([fill(text)]))
