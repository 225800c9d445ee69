"""An event as a calendar file."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import OpenEvent, View
from handlers.cards.event_names import event_name
from handlers.cards.event_times import event_times
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.calendar_file import FileEntry, calendar_file


def register(commands: Router, answers: Router) -> None:
    """Add the handler of calendar files."""
    filter_ = OpenEvent.filter(F.view == View.FILE)
    commands.callback_query.register(send_file, filter_, flags=needs(Action.READ))


async def send_file(
    query: CallbackQuery, callback_data: OpenEvent, reader: Reader, calendar: Calendar
) -> Alert | None:
    """The file, as this reader may see the event; the link to join only in private."""
    user = reader.viewer
    card = await calendar.card_by_number(user, callback_data.id)
    if card.event.starts_on is None or not isinstance(query.message, Message):
        return Alert(_("The event has no date yet."), modal=True)
    link = await calendar.link_of(user, card.event.key) if user else None
    content = calendar_file([_entry(card, reader, link)], reader.now)
    file = BufferedInputFile(content, f"{card.event.key}.ics")
    caption = event_times(card.event, card.times, reader.language)
    await query.message.answer_document(file, caption=caption)
    return None


def _entry(card: EventCard, reader: Reader, link: str | None) -> FileEntry:
    place = reader.registry.places.get(card.event.place or "")
    return FileEntry(
        event=card.event,
        title=event_name(card.event, reader.registry, reader.language),
        description=_("Card in the chat bot: /event {number}").format(number=card.event.id),
        location=place.name.text(reader.language) if place else None,
        link=link,
    )
