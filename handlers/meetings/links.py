"""The link of an online meeting: entered in private, and never shown in a group."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.meeting import event_card
from handlers.desk import Desk
from handlers.meetings.states import Waiting
from handlers.meetings.waiting import ask_and_wait, card_asked_about
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.calendar.meeting_links import MeetingLink, Service


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of links."""
    plan = needs(Action.PLAN_EVENT)
    filter_ = EventDeed.filter(F.deed == Deed.LINK)
    commands.callback_query.register(link_button, filter_, flags=plan)
    answers.message.register(link_written, Waiting.link, flags=plan)


async def link_button(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> Alert | None:
    """Show the link that is there, and ask for a new one."""
    number = callback_data.id
    if not reader.private:
        text = _("Links are entered in the private chat: /event {number}")
        return Alert(text.format(number=number), modal=True)
    card = await calendar.card_by_number(reader.viewer, number)
    link = await calendar.link_of(reader.user, card.event.key)
    asked = [
        fill(_("Now: {link}"), link=link) if link else None,
        fill(_("Send the link (Zoom, Teams, Meet, Webex, BigBlueButton or another).")),
    ]
    await ask_and_wait(query, card, Waiting.link, asked, Desk(reader, state, calendar))
    return None


async def link_written(
    message: Message, reader: Reader, state: FSMContext, calendar: Calendar
) -> None:
    """Keep the link. What is no link is refused, and asked for once more."""
    card = await card_asked_about(state, reader, calendar)
    link = await calendar.set_link(reader.user, card.event.key, message.text or "")
    await state.clear()
    card = await calendar.card(reader.viewer, card.event.key)
    screen = event_card(card, reader)
    said = fill(_("Link kept ({service}). I do not show it in groups."), service=_service(link))
    await show(message, Screen(lines([said, screen.text]), screen.buttons))


def _service(link: MeetingLink | None) -> str:
    names = {
        Service.ZOOM: "Zoom",
        Service.TEAMS: "Microsoft Teams",
        Service.MEET: "Google Meet",
        Service.WEBEX: "Webex",
        Service.BIG_BLUE_BUTTON: "BigBlueButton",
    }
    return names.get(link.service, _("another service")) if link else _("another service")
