"""Inviting: users of the bot one by one, and the groups bound to the partnership."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.meeting import heading
from handlers.cards.meeting_buttons import back_button
from handlers.meetings.viewing import people_text
from handlers.paging import page_buttons, page_of
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, button, fill, lines, show
from partnership.access import Action, Role, User
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.membership import Membership
from partnership.reminders.finding_people import recipient_of
from partnership.reminders.model import Recipient

PAGE = 8


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of invitations."""
    plan = needs(Action.PLAN_EVENT)
    people = EventDeed.filter(F.deed == Deed.INVITE)
    groups = EventDeed.filter(F.deed == Deed.INVITE_GROUPS)
    commands.callback_query.register(invite_people, people, flags=plan)
    commands.callback_query.register(invite_groups, groups, flags=plan)


async def invite_people(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    calendar: Calendar,
    membership: Membership,
) -> None:
    """Each press invites one person, who gets the invitation in private."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    known = {each.id: each for each in await membership.store.users()}
    what, _sep, number = callback_data.detail.partition(".")
    if what == "u" and int(number) in known:
        await calendar.ask(reader.user, card.event.key, [known[int(number)]])
        card = await calendar.card(reader.viewer, card.event.key)
    page = int(number) if what == "p" else 0
    rows = _to_invite(card, list(known.values()), page)
    await show(query, Screen(people_text(card, reader), [*rows, [back_button(card.event)]]))


def _to_invite(card: EventCard, people: list[User], page: int) -> list[list[InlineKeyboardButton]]:
    asked = {each.user for each in card.answers}
    left = [each for each in people if each.role is not Role.STRANGER and each.id not in asked]
    # The communities of the event come first: their people are invited most.
    left.sort(key=lambda each: (not card.communities & set(each.communities), each.name))

    def data(detail: str) -> str:
        return EventDeed(id=card.event.id, deed=Deed.INVITE, detail=detail).pack()

    shown = page_of(left, page, PAGE)
    rows = [[button(f"+ {each.name or each.id}", data(f"u.{each.id}"))] for each in shown.items]
    return [*rows, page_buttons(shown, lambda number: data(f"p.{number}"))]


async def invite_groups(
    query: CallbackQuery,
    callback_data: EventDeed,
    reader: Reader,
    calendar: Calendar,
    membership: Membership,
) -> Alert | None:
    """The invitation goes to every bound group that it concerns."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    groups = _groups_of(card, membership)
    if not groups:
        return Alert(_("No group is bound to this partnership or community: /bind"), modal=True)
    await calendar.invite(reader.user, card.event.key, groups)
    count = len(groups)
    text = ngettext(
        "Invitation sent to {count} group.", "Invitation sent to {count} groups.", count
    )
    said = lines([heading(card, reader), fill(text, count=count)])
    await show(query, Screen(said, [[back_button(card.event)]]))
    return None


def _groups_of(card: EventCard, membership: Membership) -> list[Recipient]:
    return [
        recipient_of(each)
        for each in membership.groups.all()
        if each.partnership in card.event.partnerships or each.community in card.communities
    ]
