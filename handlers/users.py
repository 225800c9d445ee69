"""People who may use the bot: /users, /role, /revoke."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.access import describe_member, request_screen
from handlers.communities import giving_rows
from handlers.menu import CommandMenu
from handlers.naming import communities_named, role_named, user_id_named
from handlers.paging import page_buttons, page_of
from handlers.routing import needs, subject_router
from handlers.screens import Screen, button, fill, lines, show
from handlers.telling import their_language
from handlers.user_card import card_rows
from partnership.access import Action, User
from partnership.errors import UnknownUserError
from partnership.handover.handovers import Handovers
from partnership.language.names import NameIndex
from partnership.membership import Membership
from partnership.registry import Registry

PAGE = 10


class Users(CallbackData, prefix="usr"):
    """A page of the list of people."""

    page: int


class Revoke(CallbackData, prefix="rvk"):
    """Takes away access, once it is confirmed."""

    user: int


def build_router() -> Router:
    """The router of people's roles."""
    router = subject_router(
        "users", commands=frozenset({"users", "role", "revoke"}), buttons=(Users, Revoke)
    )
    manage = needs(Action.MANAGE_USERS)
    router.message.register(users_command, Command("users"), flags=manage)
    router.message.register(role_command, Command("role"), flags=manage)
    router.message.register(revoke_command, Command("revoke"), flags=manage)
    router.callback_query.register(users_page, Users.filter(), flags=manage)
    router.callback_query.register(revoke, Revoke.filter(), flags=manage)
    return router


async def users_command(
    message: Message, user: User, membership: Membership, registry: Registry, language: str
) -> None:
    """Everybody who was let in, and the requests that wait."""
    await show(message, await _users_screen(0, user, membership, registry, language))
    for request in await membership.requests(user):
        screen = request_screen(request.user, request.name, request.username, registry, language)
        await show(message, screen)


async def users_page(
    query: CallbackQuery,
    callback_data: Users,
    user: User,
    membership: Membership,
    registry: Registry,
    language: str,
) -> None:
    """Another page of the list."""
    await show(query, await _users_screen(callback_data.page, user, membership, registry, language))


async def _users_screen(
    page: int, user: User, membership: Membership, registry: Registry, language: str
) -> Screen:
    people = await membership.users(user)
    shown = page_of(people, page, PAGE)
    rows = [
        fill(
            "{about} · <code>{id}</code>",
            about=describe_member(each, registry, language),
            id=each.id,
        )
        for each in shown.items
    ]
    text = lines([fill(_("<b>People with access: {count}</b>"), count=len(people)), *rows])
    turn = page_buttons(shown, lambda number: Users(page=number).pack())
    return Screen(text, [*giving_rows(shown.items), *card_rows(shown.items), turn])


async def role_command(
    message: Message,
    command: CommandObject,
    user: User,
    membership: Membership,
    registry: Registry,
    names: NameIndex,
    command_menu: CommandMenu,
    language: str,
    i18n: I18n,
) -> None:
    """`/role 123456789 coordinator Коростень, Житомир` sets a role and the communities."""
    words = (command.args or "").split(maxsplit=2)
    person = user_id_named(words[0]) if words else None
    role = role_named(words[1]) if len(words) > 1 else None
    places = communities_named(words[2], registry, names) if len(words) > 2 else None
    if person is None or role is None or (len(words) > 2 and places is None):
        await show(
            message,
            Screen(
                fill(
                    _("Give the person’s id, a role and a community: {example}"),
                    example="/role 123456789 coordinator Коростень",
                )
            ),
        )
        return
    given = None if places is None else [place.id for place in places]
    changed = await membership.set_role(user, person, role, given)
    await show(message, Screen(describe_member(changed, registry, language)))
    await command_menu.refresh(changed, their_language(changed.language, None, i18n))


async def revoke_command(
    message: Message,
    command: CommandObject,
    user: User,
    membership: Membership,
    registry: Registry,
    language: str,
    handovers: Handovers,
) -> None:
    """`/revoke 123456789` asks before it takes access away."""
    person = user_id_named(command.args or "")
    people = {each.id: each for each in await membership.users(user)}
    if person is None:
        await show(
            message,
            Screen(fill(_("Give the person’s id: {example}"), example="/revoke 123456789")),
        )
        return
    if person not in people:
        raise UnknownUserError(person)
    about = describe_member(people[person], registry, language)
    yes = button(_("Take access away"), Revoke(user=person).pack())
    no = button(_("Back"), Users(page=0).pack())
    question = fill(_("Take access away from {who}?"), who=about)
    warning = await _would_orphan(person, handovers)
    await show(message, Screen(lines([question, warning]), [[yes, no]]))


async def _would_orphan(person: int, handovers: Handovers) -> Markup | None:
    """That somebody still answers for something, and how to hand it over first."""
    holdings = await handovers.holding.of(await handovers.party(user=person))
    if holdings.is_empty:
        return None
    text = _("They still answer for something. Hand it over first: {command}")
    return fill(text, command=f"/handover {person}")


async def revoke(
    query: CallbackQuery,
    callback_data: Revoke,
    user: User,
    membership: Membership,
    command_menu: CommandMenu,
    i18n: I18n,
) -> None:
    """Take access away; what the person wrote stays."""
    gone = await membership.revoke(user, callback_data.user)
    left = await membership.who(gone.id)
    await command_menu.refresh(left, their_language(gone.language, None, i18n))
    text = fill(_("Access taken away: {name}. What they wrote stays."), name=gone.name or gone.id)
    await show(query, Screen(text))
