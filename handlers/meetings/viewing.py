"""Looking at events: /event, /week, and the views of a card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.carried_over import carried_lines
from handlers.cards.event_buttons import OpenEvent, StandIn, View
from handlers.cards.event_names import event_name
from handlers.cards.meeting import card_text, event_card, heading, when_of
from handlers.cards.meeting_buttons import back_button, may_plan, more_buttons
from handlers.cards.participants import participant_lines
from handlers.cards.week import week_text
from handlers.desk import Desk
from handlers.meetings.states import Waiting
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, button, fill, lines, show
from handlers.words import answer_word
from partnership.access import Action
from partnership.calendar.arrangement import Attendance
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.events import AHEAD
from partnership.minutes.taking import MinuteTaking

COMMANDS = frozenset({"event", "week"})
NEAREST = 8
"""Events offered where somebody names no number."""
AHEAD_DAYS = 60


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of views."""
    read = needs(Action.READ)
    commands.message.register(event_command, Command("event"), flags=read)
    commands.message.register(week_command, Command("week"), flags=read)
    views: dict[View, Callable[..., Any]] = {
        View.CARD: open_card,
        View.PEOPLE: open_people,
        View.LINK: give_link,
    }
    for view, handler in views.items():
        filter_ = OpenEvent.filter(F.view == view)
        commands.callback_query.register(handler, filter_, flags=read)
    more = OpenEvent.filter(F.view == View.MORE)
    commands.callback_query.register(open_more, more, flags=needs(Action.PLAN_EVENT))


async def event_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    calendar: Calendar,
    minute_taking: MinuteTaking,
) -> None:
    """`/event 12`; without a number the nearest ones as buttons."""
    number = (command.args or "").strip().lstrip("№#").strip()
    if not number.isdecimal():
        await show(message, await _nearest(reader, calendar))
        return
    card = await calendar.card_by_number(reader.viewer, int(number))
    await show(message, await _with_carried(card, reader, minute_taking))


async def _with_carried(card: EventCard, reader: Reader, taking: MinuteTaking) -> Screen:
    """The card; of what is ahead also what the last meeting hands on."""
    screen = event_card(card, reader)
    if card.event.state not in AHEAD:
        return screen
    carried = carried_lines(await taking.carried_over(card.event.key), reader)
    return Screen(lines([screen.text, *carried]), screen.buttons)


async def _nearest(reader: Reader, calendar: Calendar) -> Screen:
    until = reader.today + timedelta(days=AHEAD_DAYS)
    found = await calendar.ahead(reader.viewer, reader.today, until)
    events = list({event.key: event for _at, event in found}.values())[:NEAREST]
    if not events:
        return Screen(fill(_("Nothing is planned for the next two months: /meeting")))
    rows = [
        [button(event_name(each, reader.registry, reader.language), OpenEvent(id=each.id).pack())]
        for each in events
    ]
    return Screen(fill(_("Which event? For example: {example}"), example="/event 12"), rows)


async def week_command(message: Message, reader: Reader, calendar: Calendar) -> None:
    """`/week`: what is on until the end of the next seven days."""
    last = reader.today + timedelta(days=6)
    found = await calendar.ahead(reader.viewer, reader.today, last)
    await show(message, Screen(week_text(found, reader.today, last, reader)))


async def open_card(
    query: CallbackQuery,
    callback_data: OpenEvent,
    reader: Reader,
    calendar: Calendar,
    state: FSMContext,
    minute_taking: MinuteTaking,
) -> None:
    """The card, in place of the message; what was asked for in writing is not waited for."""
    if await state.get_state() != Waiting.when.state:
        await state.set_state(None)
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    await show(query, await _with_carried(card, reader, minute_taking))


async def open_more(query: CallbackQuery, callback_data: OpenEvent, desk: Desk) -> Alert | None:
    """The rarer deeds of a coordinator."""
    card = await desk.calendar.card_by_number(desk.reader.viewer, callback_data.id)
    if not may_plan(card, desk.reader):
        return Alert(_("You may do this only for your own community."), modal=True)
    await show(query, await desk.worded(partial(_more, card)))
    return None


async def _more(card: EventCard, desk: Desk) -> Screen:
    return Screen(card_text(card, desk.reader), more_buttons(card))


async def open_people(
    query: CallbackQuery, callback_data: OpenEvent, reader: Reader, calendar: Calendar
) -> None:
    """Who was asked, and what they said."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    stand_in = button(_("Who stands in for me"), StandIn(id=card.event.id).pack())
    rows = [[stand_in], [back_button(card.event)]]
    await show(query, Screen(people_text(card, reader), rows))


def people_text(card: EventCard, reader: Reader) -> Markup:
    """One line for each answer; people are mentioned also without a username."""
    count = len(card.answers)
    title = ngettext("{count} person was asked", "{count} people were asked", count)
    return lines(
        [
            heading(card, reader),
            fill("{when}", when=when_of(card, reader)),
            fill(title, count=count),
            *(_person_line(each) for each in card.answers),
            *participant_lines(card.event, reader.registry, reader.language),
        ]
    )


def _person_line(answer: Attendance) -> Markup:
    deputy = f" ({answer.deputy})" if answer.deputy else ""
    return fill(
        '• <a href="tg://user?id={id}">{name}</a>: {said}{deputy}',
        id=answer.user,
        name=answer.name or answer.user,
        said=answer_word(answer.answer),
        deputy=deputy,
    )


async def give_link(
    query: CallbackQuery, callback_data: OpenEvent, reader: Reader, calendar: Calendar
) -> Alert | None:
    """The link to join, only in private."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    link = await calendar.link_of(reader.user, card.event.key)
    if link is None:
        return Alert(_("The link is not recorded yet."), modal=True)
    if not reader.private:
        return Alert(
            _("The link is given in the private chat: /event {number}").format(
                number=card.event.id
            ),
            modal=True,
        )
    text = lines([heading(card, reader), fill(_("To join: {link}"), link=link)])
    await show(query, Screen(text, [[back_button(card.event)]]))
    return None
