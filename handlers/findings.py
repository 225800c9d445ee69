"""What is shown for a name: the card, a choice, or that it is not in the registry."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.names import partner_button_name
from handlers.cards.partner import OpenPartner, PartnerView
from handlers.cards.views import partner_view
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from partnership.access import Action, may
from partnership.finding import Finding, Found, NotFound, Several, partnerships_at
from partnership.partnerships import Partnership


async def answer_finding(
    finding: Finding, reader: Reader, view: PartnerView = PartnerView.CARD
) -> Screen:
    """The view of one sure partnership, buttons for several, a way on for none."""
    match finding:
        case Found(place, (one,), remark):
            screen = await partner_view(reader, one.id, view)
            name = place.name.text(reader.language)
            return with_remark(screen, name) if remark else screen
        case Found(place, ()):
            return not_in_registry(place.name.text(reader.language), reader)
        case Found(place, several, _remark):
            name = place.name.text(reader.language)
            title = fill(_("<b>{name}</b>: which partnership?"), name=name)
            return choose(title, several, reader, view)
        case Several(places):
            registry = reader.registry
            found = [
                each
                for place in places
                for each in partnerships_at(place.id, registry, reader.user.communities)
            ]
            return choose(fill(_("Which one do you mean?")), found, reader, view)
        case NotFound(text):
            return not_in_registry(text, reader)


def with_remark(screen: Screen, name: str) -> Screen:
    """The answer to a name that was read with a correction says so first."""
    return Screen(
        lines([fill(_("<i>Showing: {name}</i>"), name=name), screen.text]), screen.buttons
    )


def choose(
    title: Markup, found: Iterable[Partnership], reader: Reader, view: PartnerView
) -> Screen:
    """One button for each partnership that may be meant."""
    return Screen(
        title,
        [
            [
                button(
                    partner_button_name(each, reader.registry, reader.language),
                    OpenPartner(id=each.id, view=view).pack(),
                )
            ]
            for each in dict.fromkeys(found)
        ],
    )


def not_in_registry(name: str, reader: Reader) -> Screen:
    """Says that there is no such partner, and who can add it."""
    text = fill(_("«{name}» is not in the registry as a partner."), name=name)
    if may(reader.user, Action.ADD_PARTNER):
        hint = fill(_("Add it: /addpartner {name}"), name=name)
    else:
        hint = fill(_("A coordinator or an administrator can add it."))
    return Screen(lines([text, hint]))
