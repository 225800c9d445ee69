"""Communities of people: a coordinator without one asks for it, an admin gives it with a tap."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _

from handlers.access import describe_member
from handlers.no_community import AskForCommunity, lacks_community
from handlers.routing import needs, subject_router
from handlers.screens import Alert, Screen, button, fill, show
from handlers.telling import tell, their_language
from partnership.access import Action, User
from partnership.membership import Membership
from partnership.registry import Registry


class GiveCommunity(CallbackData, prefix="gvc"):
    """Gives a community to a person; without one, offers all of them."""

    user: int
    community: str = ""


def build_router() -> Router:
    """The router of communities of people."""
    router = subject_router("communities", buttons=(AskForCommunity, GiveCommunity))
    pressed = router.callback_query.register
    pressed(ask, AskForCommunity.filter(), flags=needs(Action.READ, once=True))
    pressed(give, GiveCommunity.filter(), flags=needs(Action.MANAGE_USERS))
    return router


async def ask(
    query: CallbackQuery,
    bot: Bot,
    user: User,
    membership: Membership,
    registry: Registry,
    i18n: I18n,
) -> Alert | None:
    """Every admin hears of it, with a button for each community."""
    if not lacks_community(user):
        return Alert(_("You already have a community. Please send it once more."))
    for admin in await membership.admins():
        theirs = their_language(admin.language, None, i18n)
        with i18n.use_locale(theirs):
            await tell(bot, admin.id, _offer(user, registry, theirs))
    await show(query, Screen(fill(_("I have asked the administrators. I will write to you."))))
    return None


def _offer(member: User, registry: Registry, language: str) -> Screen:
    text = _("{who} has no community and can plan nothing. For which community do they work?")
    rows = [
        [
            button(
                place.name.text(language), GiveCommunity(user=member.id, community=place.id).pack()
            )
        ]
        for place in registry.home_places()
    ]
    return Screen(fill(text, who=describe_member(member, registry, language)), rows)


async def give(
    query: CallbackQuery,
    callback_data: GiveCommunity,
    bot: Bot,
    user: User,
    membership: Membership,
    registry: Registry,
    i18n: I18n,
    language: str,
) -> Alert | None:
    """Give the community, and tell the person; one that they have already is not given twice."""
    members = {each.id: each for each in await membership.users(user)}
    member, place = members.get(callback_data.user), registry.places.get(callback_data.community)
    if member is None or (callback_data.community and (place is None or not place.home)):
        return Alert(_("This button is out of date."))
    if place is None:
        await show(query, _offer(member, registry, language))
        return None
    communities = dict.fromkeys((*member.communities, place.id))
    changed = await membership.set_role(user, member.id, member.role, communities)
    await show(query, Screen(describe_member(changed, registry, language)))
    theirs = their_language(changed.language, None, i18n)
    with i18n.use_locale(theirs):
        text = _("You now work for a community: {name}. You can plan: /meeting, /visit")
        await tell(bot, changed.id, Screen(fill(text, name=place.name.text(theirs))))
    return None


def giving_rows(members: Sequence[User]) -> list[list[InlineKeyboardButton]]:
    """A button for each coordinator in a list who has no community yet."""
    return [
        [
            button(
                _("Give a community: {name}").format(name=each.name or each.id),
                GiveCommunity(user=each.id).pack(),
            )
        ]
        for each in members
        if lacks_community(each)
    ]
