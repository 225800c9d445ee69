"""Finding a date: options written in one message, votes by buttons, one tap that schedules."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed, Vote
from handlers.cards.meeting import event_card, heading
from handlers.cards.meeting_buttons import back_button
from handlers.cards.poll import SAID, option_time, poll_screen
from handlers.desk import Desk
from handlers.meetings.planning import planned_screen
from handlers.meetings.states import Waiting
from handlers.meetings.waiting import card_asked_about, wait_for
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, fill, lines, show
from partnership.access import Action
from partnership.calendar.cards import EventCard
from partnership.calendar.polls import Poll
from partnership.calendar.times import zone_of
from partnership.language.dates import Expectation, read_when

FEWEST, MOST = 2, 8
SHOW, SCHEDULE, CLOSE = "show", "set", "end"


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of polls."""
    plan = needs(Action.PLAN_EVENT)
    begin, schedule = EventDeed.filter(F.deed == Deed.POLL), Vote.filter(F.what == SCHEDULE)
    commands.callback_query.register(poll_button, begin, flags=plan)
    commands.callback_query.register(schedule_button, schedule, flags=plan)
    closing = Vote.filter(F.what == CLOSE)
    commands.callback_query.register(close_button, closing, flags=plan)
    commands.callback_query.register(
        vote_button, Vote.filter(), flags=needs(Action.READ, once=True)
    )
    answers.message.register(options_written, Waiting.poll_options, flags=plan)


async def poll_button(query: CallbackQuery, callback_data: EventDeed, desk: Desk) -> None:
    """Ask for the options."""
    card = await desk.calendar.card_by_number(desk.reader.viewer, callback_data.id)
    await wait_for(Waiting.poll_options, card, desk.state)
    await show(query, await desk.worded(partial(_ask_for_options, card)))


async def _ask_for_options(card: EventCard, desk: Desk) -> Screen:
    asked = [
        heading(card, desk.reader),
        fill(_("Write the possible times, one a line, for example:")),
        fill("<code>пт 14:00\n25.06 15:00</code>"),
    ]
    return Screen(lines(asked), [[back_button(card.event)]])


async def options_written(message: Message, desk: Desk) -> None:
    """Open the poll; a line that is no time is named, and all are asked for once more."""
    reader = desk.reader
    card = await card_asked_about(desk.state, reader, desk.calendar)
    written = [line.strip() for line in (message.text or "").splitlines() if line.strip()]
    read = {line: _time_in(line, zone_of(card.event), reader) for line in written}
    unread = [line for line, wall in read.items() if wall is None]
    if unread:
        text = _("I see no day with an hour in «{text}». Please write all lines once more.")
        await show(message, Screen(fill(text, text=unread[0])))
        return
    options = [wall for wall in read.values() if wall is not None]
    if not FEWEST <= len(options) <= MOST:
        text = _("A poll needs {fewest} to {most} times. Please write all lines once more.")
        await show(message, Screen(fill(text, fewest=FEWEST, most=MOST)))
        return
    poll = await desk.calendar.open_poll(reader.user, card.event.key, options)
    await desk.state.clear()
    await show(message, await desk.worded(partial(_poll_now, poll)))


def _time_in(line: str, zone: str, reader: Reader) -> datetime | None:
    """The wall time of a line; None where there is none, or where it is in doubt."""
    when = read_when(line, now=reader.now, zone=zone, expect=Expectation.DATE)
    if when is None or when.doubts or not isinstance(when.start, datetime):
        return None
    return when.start.replace(tzinfo=None)


async def vote_button(query: CallbackQuery, callback_data: Vote, desk: Desk) -> Alert | None:
    """Record a vote, and show the poll as it stands."""
    calendar, what = desk.calendar, callback_data.what
    poll = await calendar.store.poll(callback_data.poll)
    if poll is None or not poll.is_open:
        return Alert(await _too_late(poll, desk), modal=True)
    if what != SHOW:
        if (said := SAID.get(what)) is None:
            return Alert(_("This button is out of date."))
        poll = await calendar.vote(desk.reader.user, poll.id, callback_data.option, said)
    await show(query, await desk.worded(partial(_poll_now, poll)))
    return Alert(_("Vote noted.")) if what != SHOW else None


async def _too_late(poll: Poll | None, desk: Desk) -> str:
    """What somebody is told who votes after the end: also what was chosen."""
    if poll is None or poll.chosen is None:
        return _("This poll is closed.")
    card = await desk.calendar.card(desk.reader.viewer, poll.event)
    when = option_time(poll, poll.chosen, card.event, desk.reader, desk.calendar)
    return _("This poll is closed. Chosen: {when}.").format(when=when)


async def _poll_now(poll: Poll, desk: Desk) -> Screen:
    card = await desk.calendar.card(desk.reader.viewer, poll.event)
    return poll_screen(poll, card, desk.reader, desk.calendar)


async def schedule_button(query: CallbackQuery, callback_data: Vote, desk: Desk) -> None:
    """Plan the event for the option, and close the poll."""
    changed = await desk.calendar.schedule(
        desk.reader.user, callback_data.poll, callback_data.option
    )
    await show(query, await desk.worded(partial(planned_screen, changed.event.key)))


async def close_button(query: CallbackQuery, callback_data: Vote, desk: Desk) -> None:
    """Take no more votes; the event stays as it is."""
    poll = await desk.calendar.close_poll(desk.reader.user, callback_data.poll)
    await show(query, await desk.worded(partial(_closed, poll)))


async def _closed(poll: Poll, desk: Desk) -> Screen:
    card = await desk.calendar.card(desk.reader.viewer, poll.event)
    screen = event_card(card, desk.reader)
    said = fill(_("The poll is closed. It can be taken back for a day: /undo"))
    return Screen(lines([said, screen.text]), screen.buttons)
