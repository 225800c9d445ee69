"""Getting in: a stranger asks, an admin answers with one tap, the person is told."""

from __future__ import annotations

from typing import Literal

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.linking import proposal
from handlers.menu import CommandMenu
from handlers.refusals import AskForAccess
from handlers.routing import needs, subject_router
from handlers.screens import Alert, Screen, button, fill, lines, show
from handlers.start import welcome
from handlers.telling import tell, their_language
from handlers.words import role_word
from partnership.access import Action, Role, User
from partnership.membership import Membership
from partnership.registry import Registry

RoleCode = Literal["o", "c", "a"]
ROLE_CODES: dict[RoleCode, Role] = {"o": Role.OFFICIAL, "c": Role.COORDINATOR, "a": Role.ADMIN}
"""One letter a role: a button carries 64 bytes, and a community's id may take 40 of them."""
COMMUNITY_ROLES: tuple[RoleCode, ...] = ("o", "c")
"""Roles that are given for a community; an admin has all of them."""


class Approve(CallbackData, prefix="apr"):
    """Lets a person in with a role, and for a community unless the role is admin's."""

    user: int
    role: RoleCode
    community: str = ""


class Decline(CallbackData, prefix="dcl"):
    """Refuses a request."""

    user: int


def build_router() -> Router:
    """The router of requests for access."""
    router = subject_router("access", buttons=(AskForAccess, Approve, Decline))
    pressed = router.callback_query.register
    pressed(ask_for_access, AskForAccess.filter(), flags=needs(Action.ASK_FOR_ACCESS))
    pressed(approve, Approve.filter(), flags=needs(Action.MANAGE_USERS))
    pressed(decline, Decline.filter(), flags=needs(Action.MANAGE_USERS))
    return router


async def ask_for_access(
    query: CallbackQuery,
    bot: Bot,
    user: User,
    membership: Membership,
    registry: Registry,
    i18n: I18n,
) -> Alert | None:
    """A stranger asks; every admin hears of it once."""
    if user.role is not Role.STRANGER:
        return Alert(_("You already have access."))
    person = query.from_user
    first = await membership.request_access(
        person.id, person.full_name, person.username, person.language_code
    )
    if first:
        for admin in await membership.admins():
            theirs = their_language(admin.language, None, i18n)
            with i18n.use_locale(theirs):
                screen = request_screen(
                    person.id, person.full_name, person.username, registry, theirs
                )
                await tell(bot, admin.id, screen)
    await show(query, Screen(fill(_("Your request is with the administrators. Please wait."))))
    return None


def request_screen(
    user: int, name: str, username: str | None, registry: Registry, language: str
) -> Screen:
    """What an admin sees: who asks, and one button for each way of letting them in."""
    who = fill("<b>{name}</b>", name=name)
    if username:
        who += fill(" (@{username})", username=username)
    text = lines([fill(_("{who} asks for access."), who=who), _("Let them in as:")])
    return Screen(text, [*_approvals(user, registry, language), _admin_row(user)])


def _approvals(user: int, registry: Registry, language: str) -> list[list[InlineKeyboardButton]]:
    return [
        [
            button(
                _("{role}, {community}").format(
                    role=role_word(ROLE_CODES[code]).capitalize(),
                    community=place.name.text(language),
                ),
                Approve(user=user, role=code, community=place.id).pack(),
            )
            for code in COMMUNITY_ROLES
        ]
        for place in registry.home_places()
    ]


def _admin_row(user: int) -> list[InlineKeyboardButton]:
    return [
        button(role_word(Role.ADMIN).capitalize(), Approve(user=user, role="a").pack()),
        button(_("Decline"), Decline(user=user).pack()),
    ]


async def approve(
    query: CallbackQuery,
    callback_data: Approve,
    bot: Bot,
    user: User,
    membership: Membership,
    registry: Registry,
    i18n: I18n,
    language: str,
    command_menu: CommandMenu,
) -> Alert | None:
    """Let a person in with one tap, and tell them."""
    role = ROLE_CODES[callback_data.role]
    communities = [callback_data.community] if callback_data.community else []
    homes = {place.id for place in registry.home_places()}
    if not homes.issuperset(communities) or bool(communities) == (role is Role.ADMIN):
        return Alert(_("This button is out of date."))
    request = await membership.request_of(user, callback_data.user)
    entered = await membership.approve(user, request.user, role, communities)
    about = describe_member(entered, registry, language)
    await show(query, Screen(about, [proposal(entered, registry, language)]))
    theirs = their_language(entered.language, request.language, i18n)
    with i18n.use_locale(theirs):
        if await tell(bot, entered.id, welcome(entered)):
            await command_menu.refresh(entered, theirs)
    return None


async def decline(
    query: CallbackQuery,
    callback_data: Decline,
    bot: Bot,
    user: User,
    membership: Membership,
    i18n: I18n,
) -> None:
    """Refuse a request, and tell the person politely."""
    request = await membership.refuse(user, callback_data.user)
    await show(query, Screen(fill(_("Declined: {name}."), name=request.name)))
    chosen = (await membership.who(request.user)).language
    with i18n.use_locale(their_language(chosen, request.language, i18n)):
        await tell(bot, request.user, Screen(fill(_("Your request for access was declined."))))


def describe_member(member: User, registry: Registry, language: str) -> Markup:
    """One line about a member: name, role, communities."""
    known = (registry.places.get(each) for each in member.communities)
    places = [place.name.text(language) for place in known if place is not None]
    return fill(
        "<b>{name}</b> — {role}{communities}",
        name=member.name or str(member.id),
        role=role_word(member.role),
        communities=f", {', '.join(places)}" if places else "",
    )
