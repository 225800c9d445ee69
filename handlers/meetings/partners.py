"""With whom a visit is: several partners may share one."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.meeting import heading
from handlers.cards.meeting_buttons import back_button
from handlers.cards.names import partner_button_name
from handlers.meetings.reading import own_partnerships
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, button, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard

SHOWN = 30


def register(commands: Router, answers: Router) -> None:
    """Add the handler of partners."""
    filter_ = EventDeed.filter(F.deed == Deed.PARTNERS)
    plan = needs(Action.PLAN_EVENT)
    commands.callback_query.register(choose_partners, filter_, flags=plan)


async def choose_partners(
    query: CallbackQuery, callback_data: EventDeed, reader: Reader, calendar: Calendar
) -> Alert | None:
    """Each press takes a partner in, or out; the last one stays."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    if callback_data.detail:
        chosen = list(card.event.partnerships)
        if callback_data.detail not in chosen:
            chosen.append(callback_data.detail)
        elif len(chosen) == 1:
            return Alert(_("A visit needs at least one partner."), modal=True)
        else:
            chosen.remove(callback_data.detail)
        await calendar.set_partnerships(reader.user, card.event.key, tuple(chosen))
        card = await calendar.card(reader.viewer, card.event.key)
    await show(query, _choice(card, reader))
    return None


def _choice(card: EventCard, reader: Reader) -> Screen:
    """The partners of the same communities: those who take part first."""
    homes = card.communities
    known = [each for each in own_partnerships(reader) if not homes or each.home in homes]
    known.sort(key=lambda each: each.id not in card.event.partnerships)
    rows = [
        [
            button(
                ("☑ " if each.id in card.event.partnerships else "☐ ")
                + partner_button_name(each, reader.registry, reader.language),
                EventDeed(id=card.event.id, deed=Deed.PARTNERS, detail=each.id).pack(),
            )
        ]
        for each in known[:SHOWN]
    ]
    text = lines([heading(card, reader), fill(_("Which partners take part in the visit?"))])
    return Screen(text, [*rows, [back_button(card.event)]])
