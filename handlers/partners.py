"""Cards of partners and what stands behind their buttons: /partner, /contacts, /history."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext

from handlers.cards.contacts import SendContact
from handlers.cards.partner import OpenPartner, PartnerView
from handlers.cards.views import partner_view
from handlers.findings import answer_finding, choose
from handlers.reader import Reader
from handlers.routing import needs, subject_router
from handlers.screens import Alert, Screen, fill, lines, show
from partnership.access import Action
from partnership.finding import find_partner
from partnership.language.names import NameIndex
from partnership.people import ChannelKind
from partnership.queries import partnerships

PAYLOAD = "p-"
"""A deep link to a card: this and the partnership's id."""

COMMAND_VIEWS = {
    "partner": PartnerView.CARD,
    "contacts": PartnerView.CONTACTS,
    "history": PartnerView.HISTORY,
}
BUTTONS_SHOWN = 24


def build_router() -> Router:
    """The router of partners' cards."""
    router = subject_router(
        "partners",
        commands=frozenset({*COMMAND_VIEWS, "start"}),
        buttons=(OpenPartner, SendContact),
    )
    read, contacts = needs(Action.READ), needs(Action.READ_CONTACTS)
    router.message.register(partner_command, Command("partner", "history"), flags=read)
    router.message.register(partner_command, Command("contacts"), flags=contacts)
    router.message.register(open_link, CommandStart(deep_link=True), is_card_link, flags=read)
    router.callback_query.register(open_contacts, is_contacts, flags=contacts)
    router.callback_query.register(open_view, OpenPartner.filter(), flags=read)
    router.callback_query.register(send_contact, SendContact.filter(), flags=contacts)
    return router


async def is_card_link(_message: Message, command: CommandObject) -> bool:
    """Whether the deep link leads to a card."""
    return (command.args or "").startswith(PAYLOAD)


async def is_contacts(query: CallbackQuery) -> bool:
    """Whether a button opens contacts, which need more than the rest of the card."""
    prefix = OpenPartner.__prefix__
    parts = (query.data or "").split(":")
    return parts[0] == prefix and parts[2:3] == [PartnerView.CONTACTS.value]


async def partner_command(
    message: Message, command: CommandObject, reader: Reader, names: NameIndex
) -> None:
    """`/partner Бурж`, `/contacts Бурж`, `/history Бурж`."""
    view = COMMAND_VIEWS[command.command]
    if not command.args:
        await show(message, _which_partner(reader, view, command.command))
        return
    finding = find_partner(command.args, reader.registry, names, reader.user.communities)
    await show(message, await answer_finding(finding, reader, view))


def _which_partner(reader: Reader, view: PartnerView, command: str) -> Screen:
    """Help for a command without a name: an example, and the partners as buttons."""
    found = partnerships(reader.registry)
    found.sort(key=lambda each: reader.registry.places[each.foreign[0]].name.text(reader.language))
    count = ngettext("Or choose ({count}):", "Or choose (of {count}):", len(found))
    text = lines(
        [
            fill(_("Name the city, for example: {example}"), example=f"/{command} Бурж"),
            fill(count, count=len(found)),
        ]
    )
    return choose(text, found[:BUTTONS_SHOWN], reader, view)


async def open_link(message: Message, command: CommandObject, reader: Reader) -> None:
    """A deep link to a card."""
    partner = (command.args or "").removeprefix(PAYLOAD)
    await show(message, await partner_view(reader, partner))


async def open_view(query: CallbackQuery, callback_data: OpenPartner, reader: Reader) -> None:
    """A button of the card, in place of the message."""
    screen = await partner_view(reader, callback_data.id, callback_data.view, callback_data.page)
    await show(query, screen)


async def open_contacts(query: CallbackQuery, reader: Reader) -> None:
    """The button of the card that leads to people."""
    data = OpenPartner.unpack(query.data or "")
    await show(query, await partner_view(reader, data.id, data.view))


async def send_contact(
    query: CallbackQuery, callback_data: SendContact, reader: Reader
) -> Alert | None:
    """A person as a native Telegram contact."""
    person = reader.registry.people.get(callback_data.person)
    phones = (
        [each.value for each in person.channels if each.kind is ChannelKind.PHONE] if person else []
    )
    if person is None or not phones or not isinstance(query.message, Message):
        return Alert(_("This button is out of date."))
    first, _space, last = person.name.text(reader.language).partition(" ")
    await query.message.answer_contact(phones[0], first, last_name=last or None)
    return None
