"""/minutes: a draft of what the bot knows, opened by event, partner or plain words."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.findings import not_in_registry
from handlers.minutes.choosing_event import NUMBER_DIGITS, partnerships_meant
from handlers.minutes.finding import form_named, meetings_meant, without_form
from handlers.minutes.listing import list_screen
from handlers.minutes.minutes_buttons import (
    DraftMinutes,
    EventMinutes,
    MinutesPage,
)
from handlers.minutes.minutes_desk import MinutesDesk
from handlers.minutes.minutes_screens import forms_screen, meetings_screen, minutes_screen
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, fill, show
from partnership.access import Action
from partnership.events import Event
from partnership.language.names import NameIndex
from partnership.membership_records import BoundChat
from partnership.minutes.dictating import Dictating
from partnership.minutes.minutes import MinutesForm, MinutesState
from partnership.minutes.taking import MinuteTaking
from partnership.notes.scope import scope_of


def register(commands: Router) -> None:
    """Add the command and the buttons that open minutes."""
    read, write = needs(Action.READ), needs(Action.WRITE_MINUTES)
    listed = Command("minutes", magic=~F.args)
    commands.message.register(list_command, listed, flags=read)
    one = needs(Action.READ, once=True)
    commands.message.register(minutes_command, Command("minutes"), flags=one)
    commands.callback_query.register(open_event, EventMinutes.filter(), flags=read)
    commands.callback_query.register(draft_form, DraftMinutes.filter(), flags=write)
    commands.callback_query.register(turn_page, MinutesPage.filter(), flags=read)


async def list_command(
    message: Message,
    reader: Reader,
    minute_taking: MinuteTaking,
    dictating: Dictating,
    bound_chat: BoundChat | None,
) -> None:
    """`/minutes`: all of them, what needs somebody first."""
    await show(message, await list_screen(0, reader, minute_taking, dictating, bound_chat))


async def minutes_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    minute_taking: MinuteTaking,
    bound_chat: BoundChat | None,
    bot: Bot,
) -> None:
    """`/minutes 12` for an event, `/minutes Бурж`, `/minutes протокол Бурж`."""
    words = (command.args or "").strip()
    desk = MinutesDesk(message, reader, minute_taking, bot)
    form, rest = form_named(words), without_form(words)
    number = rest.lstrip("№#").strip()
    if number.isdecimal():
        await desk.show(await numbered(int(number[:NUMBER_DIGITS]), form, desk, bound_chat))
        return
    known = partnerships_meant(rest, reader, names, bound_chat)
    if rest and not known:
        await show(message, not_in_registry(rest, reader))
        return
    communities = () if bound_chat is not None else reader.user.communities
    events = await meetings_meant(known, communities, minute_taking)
    if form is None and len(events) > 1:
        await show(message, meetings_screen(events, reader))
        return
    await desk.show(await of_meeting(events[0] if events else None, form, desk))


async def numbered(
    number: int, form: MinutesForm | None, desk: MinutesDesk, bound: BoundChat | None
) -> Screen:
    """The minutes of the event with this number; else the minutes with it."""
    event = await desk.taking.events.event_by_number(number)
    if event is not None:
        return await of_meeting(event, form, desk)
    found = await desk.taking.minutes(number, scope_of(bound, desk.reader.registry))
    return await minutes_screen(found, desk.reader, desk.taking)


async def of_meeting(event: Event | None, form: MinutesForm | None, desk: MinutesDesk) -> Screen:
    """The minutes of a meeting in a form; without one the forms there are."""
    if event is None:
        return Screen(fill(_("No meeting took place yet that minutes could be about.")))
    reader, taking = desk.reader, desk.taking
    may_write = taking.may_write(reader.user, event)
    known = await taking.minutes_of(event.key)
    if form is None and len(known) == 1:
        form = known[0].form
    meant = next((each for each in known if each.form is form), None)
    if form is not None and may_write:
        meant = await taking.draft(reader.user, event.key, form)
    if meant is not None:
        return await minutes_screen(meant, reader, taking)
    return forms_screen(reader.sees(event), known, reader, may_write=may_write)


async def open_event(
    query: CallbackQuery, callback_data: EventMinutes, reader: Reader, minute_taking: MinuteTaking
) -> Alert | None:
    """The minutes of an event, or the forms that can be drafted."""
    event = await minute_taking.events.event_by_number(callback_data.event)
    if event is None:
        return Alert(_("This button is out of date."))
    known = await minute_taking.minutes_of(event.key)
    writes = minute_taking.may_write(reader.user, event)
    if not known and not writes:
        return Alert(_("There are no minutes yet."))
    await show(query, forms_screen(reader.sees(event), known, reader, may_write=writes))
    return None


async def draft_form(
    query: CallbackQuery,
    callback_data: DraftMinutes,
    reader: Reader,
    minute_taking: MinuteTaking,
    bot: Bot,
) -> Alert | None:
    """Draft in the chosen form, or bring the draft up to date."""
    desk = MinutesDesk(query, reader, minute_taking, bot)
    event = await minute_taking.events.event_by_number(callback_data.event)
    if event is None:
        return Alert(_("This button is out of date."))
    made = await minute_taking.draft(reader.user, event.key, callback_data.form)
    said = fill(_("The draft is ready.")) if made.state is MinutesState.DRAFT else None
    return await desk.show(await minutes_screen(made, reader, minute_taking, said))


async def turn_page(
    query: CallbackQuery,
    callback_data: MinutesPage,
    reader: Reader,
    minute_taking: MinuteTaking,
    dictating: Dictating,
    bound_chat: BoundChat | None,
) -> None:
    """Another page of the list."""
    page = callback_data.page
    await show(query, await list_screen(page, reader, minute_taking, dictating, bound_chat))
