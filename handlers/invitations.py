"""Invitations: a deep link that lets one person in."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import Message
from aiogram.utils.deep_linking import create_start_link
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext

from handlers.menu import CommandMenu
from handlers.naming import community_named, role_named
from handlers.routing import needs, subject_router
from handlers.screens import Screen, fill, lines, show
from handlers.start import welcome
from handlers.words import role_word
from partnership.access import Action, Role, User
from partnership.invitations import VALID_FOR
from partnership.language.names import NameIndex
from partnership.membership import Membership
from partnership.registry import Registry

PAYLOAD = "in-"
"""A deep link carries at most 64 characters: this and the token's 32."""


def build_router() -> Router:
    """The router of invitations."""
    router = subject_router("invitations", commands=frozenset({"invite", "start"}))
    router.message.register(invite, Command("invite"), flags=needs(Action.MANAGE_USERS))
    router.message.register(
        enter,
        CommandStart(deep_link=True, magic=None),
        is_invitation,
        flags=needs(Action.ASK_FOR_ACCESS),
    )
    return router


async def is_invitation(_message: Message, command: CommandObject) -> bool:
    """Whether the deep link is an invitation."""
    return (command.args or "").startswith(PAYLOAD)


async def invite(
    message: Message,
    command: CommandObject,
    bot: Bot,
    user: User,
    membership: Membership,
    registry: Registry,
    names: NameIndex,
    language: str,
) -> None:
    """`/invite official Коростень` gives a link for one person."""
    words = (command.args or "").split(maxsplit=1)
    role = role_named(words[0]) if words else None
    place = community_named(words[1], registry, names) if len(words) > 1 else None
    if role is None or (place is None and role is not Role.ADMIN):
        await show(
            message,
            Screen(
                fill(
                    _("Give a role and a community: {example}"),
                    example="/invite official Коростень",
                )
            ),
        )
        return
    token = await membership.invite(user, role, place.id if place else None)
    link = await create_start_link(bot, PAYLOAD + token)
    who = role_word(role)
    if place:
        who = _("{role}, {community}").format(role=who, community=place.name.text(language))
    valid = ngettext(
        "For one person, valid for {days} day:",
        "For one person, valid for {days} days:",
        VALID_FOR.days,
    )
    text = lines(
        [
            fill(_("Invitation: {who}."), who=who),
            fill(valid, days=VALID_FOR.days),
            fill("{link}", link=link),
        ]
    )
    await show(message, Screen(text))


async def enter(
    message: Message,
    command: CommandObject,
    user: User,
    membership: Membership,
    language: str,
    command_menu: CommandMenu,
) -> None:
    """Somebody followed an invitation."""
    token = (command.args or "").removeprefix(PAYLOAD)
    person = message.from_user
    name, username = (person.full_name, person.username) if person else ("", None)
    entered = await membership.redeem(token, user.id, name, username)
    await show(message, welcome(entered))
    await command_menu.refresh(entered, language)
