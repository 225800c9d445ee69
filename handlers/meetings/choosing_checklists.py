"""Which checklists an event has: one more, or one less, also after it was planned."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.event_names import template_word
from handlers.cards.meeting import heading
from handlers.cards.meeting_buttons import back_button
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.checklists.model import TemplateCode

ADD, REMOVE, SURE = "+", "-", "!"


def register(commands: Router, answers: Router) -> None:
    """Add the handler of the choice."""
    filter_ = EventDeed.filter(F.deed == Deed.CHECKLISTS)
    plan = needs(Action.PLAN_EVENT)
    commands.callback_query.register(choose_checklists, filter_, flags=plan)


async def choose_checklists(
    query: CallbackQuery, callback_data: EventDeed, reader: Reader, calendar: Calendar
) -> None:
    """Add the checklist that was chosen; take one away once that is confirmed."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    what, code = callback_data.detail[:1], callback_data.detail[1:]
    if what == REMOVE:
        await show(query, _sure(card, TemplateCode(code), reader))
        return
    if what == ADD:
        await calendar.add_checklist(reader.user, card.event.key, TemplateCode(code))
    if what == SURE:
        await calendar.remove_checklist(reader.user, card.event.key, TemplateCode(code))
    card = await calendar.card(reader.viewer, card.event.key)
    await show(query, _choice(card, reader))


def _choice(card: EventCard, reader: Reader) -> Screen:
    """Every template: those that the event has can be taken away, the others added."""
    rows = []
    for code in TemplateCode:
        there = code in card.progress
        mark, what = ("✗", REMOVE) if there else ("+", ADD)
        data = EventDeed(id=card.event.id, deed=Deed.CHECKLISTS, detail=what + code).pack()
        rows.append([button(f"{mark} {template_word(code)}", data)])
    text = lines([heading(card, reader), fill(_("Which checklists does the event need?"))])
    return Screen(text, [*rows, [back_button(card.event)]])


def _sure(card: EventCard, code: TemplateCode, reader: Reader) -> Screen:
    """What would go with it is said first."""
    progress = card.progress.get(code)
    ask = _("Take the checklist «{title}» away? Done: {done} of {total}.")
    text = fill(
        ask,
        title=template_word(code),
        done=progress.done if progress else 0,
        total=progress.total if progress else 0,
    )
    data = EventDeed(id=card.event.id, deed=Deed.CHECKLISTS, detail=SURE + code).pack()
    row = [button(_("Take it away"), data), back_button(card.event)]
    return Screen(lines([heading(card, reader), text]), [row])
