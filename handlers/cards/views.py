"""What stands behind the buttons of a partnership's card."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.contacts import contact_buttons, contacts_text
from handlers.cards.event_lines import event_line
from handlers.cards.history import agreement_text, history_line, letter_text
from handlers.cards.lasting import lasting_line
from handlers.cards.names import pair_name
from handlers.cards.partner import OpenPartner, PartnerView, partner_card
from handlers.paging import page_buttons, page_of
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from partnership.queries import agreements_of, letters_of

PAGE = 10


async def partner_view(
    reader: Reader, partner: str, view: PartnerView = PartnerView.CARD, page: int = 0
) -> Screen:
    """A view of a partnership.

    Raises:
        NotFoundError: there is no such partnership any more.
    """
    if view is PartnerView.CARD:
        card = await reader.card(partner)
        return partner_card(card, reader.user, reader.today, reader.language)
    title = pair_name(reader.overview.partnership(partner), reader.registry, reader.language)
    if view is PartnerView.CONTACTS:
        found = reader.overview.contacts(partner)
        text = contacts_text(found, title, reader.language)
        return Screen(text, [*contact_buttons(found, reader.language), _back(partner)])
    rows = await _rows(reader, partner, view)
    return _listed(title, rows, partner, view, page)


async def _rows(reader: Reader, partner: str, view: PartnerView) -> list[Markup]:
    today, language = reader.today, reader.language
    if view is PartnerView.HISTORY:
        entries = await reader.overview.history(partner)
        lasting = lasting_line(reader.overview.partnership(partner), language)
        told = [lasting] if lasting is not None else []
        return [*told, *(history_line(each, today, language) for each in entries)]
    if view is PartnerView.EVENTS:
        events = await reader.overview.events(partnership=partner)
        return [event_line(reader.sees(each), reader) for each in events]
    if view is PartnerView.LETTERS:
        return [letter_text(each, language) for each in letters_of(reader.registry, partner)]
    return [agreement_text(each, language) for each in agreements_of(reader.registry, partner)]


def _listed(
    title: str, rows: Sequence[Markup], partner: str, view: PartnerView, page: int
) -> Screen:
    shown = page_of(rows, page, PAGE)
    body = shown.items or [fill("{nothing}", nothing=_nothing(view))]
    turn = page_buttons(
        shown, lambda number: OpenPartner(id=partner, view=view, page=number).pack()
    )
    text = lines([fill("<b>{title}</b> · {view}", title=title, view=_name(view)), *body])
    return Screen(text, [turn, _back(partner)])


def _back(partner: str) -> list[InlineKeyboardButton]:
    return [button(_("Back"), OpenPartner(id=partner).pack())]


def _name(view: PartnerView) -> str:
    return {
        PartnerView.HISTORY: _("History"),
        PartnerView.EVENTS: _("Events"),
        PartnerView.LETTERS: _("Letters"),
        PartnerView.AGREEMENT: _("Agreement"),
    }[view]


def _nothing(view: PartnerView) -> str:
    return {
        PartnerView.HISTORY: _("No history recorded yet."),
        PartnerView.EVENTS: _("No events recorded yet."),
        PartnerView.LETTERS: _("No letters recorded yet."),
        PartnerView.AGREEMENT: _("No agreement recorded yet."),
    }[view]
