"""Contacts of a partnership; personal details, so only in private chats."""

from __future__ import annotations

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.names import contact_name
from handlers.formats import short_date
from handlers.screens import button, fill, lines
from partnership.contacts import Contact


class SendContact(CallbackData, prefix="vc"):
    """Sends a person as a native Telegram contact."""

    person: str


def contacts_text(
    contacts: list[Contact], title: str, language: str, *, private: bool = True
) -> Markup:
    """Who is who on both sides, coordinators first."""
    if not contacts:
        rows = [fill(_("No contacts recorded yet. Add one: /addcontact"))]
    else:
        rows = [_contact_line(each, language, private=private) for each in contacts]
    return lines([fill("<b>{title}</b>", title=title), *rows])


def _contact_line(contact: Contact, language: str, *, private: bool) -> Markup:
    mark = "★ " if contact.coordinates else "• "
    parts = [fill("{mark}{who}", mark=mark, who=contact_name(contact, language))]
    if contact.post and contact.post.as_of:
        day = short_date(contact.post.as_of, language)
        parts.append(fill(_("as of {day}"), day=day))
    elif contact.post and contact.post.since is None:
        parts.append(fill(_("date of appointment not recorded")))
    if contact.person and private:
        parts += [fill("{value}", value=each.value) for each in contact.person.channels]
    return Markup(", ").join(parts)


def contact_buttons(contacts: list[Contact], language: str) -> list[list[InlineKeyboardButton]]:
    """One button for each person who has a phone number."""
    return [
        [
            button(
                _("Contact: {name}").format(name=each.person.name.text(language)),
                SendContact(person=each.person.id).pack(),
            )
        ]
        for each in contacts
        if each.person and any(channel.kind == "phone" for channel in each.person.channels)
    ]
