"""How the parties of a partnership are named in a line."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.formats import country_name, flag, listed
from handlers.screens import fill
from partnership.cards import Card
from partnership.contacts import Contact
from partnership.partnerships import Partnership
from partnership.registry import Registry


def pair_name(partnership: Partnership, registry: Registry, language: str) -> str:
    """«Коростень – Бурж»: the home place first."""
    return " – ".join(registry.places[each].name.text(language) for each in partnership.places)


def partner_button_name(partnership: Partnership, registry: Registry, language: str) -> str:
    """«🇫🇷 Бурж – Коростень» for a button: the partner first, since that is looked for."""
    foreign = [registry.places[each] for each in partnership.foreign]
    names = ", ".join(place.name.text(language) for place in foreign)
    home = registry.places[partnership.home].name.text(language)
    return f"{flag(foreign[0].country)} {names} – {home}"


def title_of(card: Card, language: str) -> Markup:
    """«Бурж (Франція) — Коростень», bold."""
    parties = [
        _("{place} ({country})").format(
            place=place.name.text(language), country=country_name(place.country, language)
        )
        for place in card.foreign
    ]
    return fill(
        "{flag} <b>{partners} — {home}</b>",
        flag=flag(card.foreign[0].country),
        partners=listed(parties, language),
        home=card.home.name.text(language),
    )


def contact_name(contact: Contact, language: str) -> str:
    """A person with their post, or the office where nobody is named."""
    office = contact.organisation.name.text(language) if contact.organisation else ""
    if contact.person is None:
        return office
    name = contact.person.name.text(language)
    if contact.post is None:
        return f"{name}, {office}" if office else name
    return f"{name}, {contact.post.position.text(language)}"
