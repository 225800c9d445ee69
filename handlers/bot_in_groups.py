"""The bot is added to a group, removed from it, or the group gets another id."""

from __future__ import annotations

from contextlib import suppress

from aiogram import Bot, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import JOIN_TRANSITION, LEAVE_TRANSITION, ChatMemberUpdatedFilter
from aiogram.types import ChatMemberUpdated, Message
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _

from handlers.routing import of_service
from handlers.screens import Screen, fill
from handlers.telling import tell, their_language
from partnership.access import Action, Role, User, may
from partnership.membership import Membership
from partnership.membership_records import BoundChat
from partnership.registry import Registry


def build_router() -> Router:
    """The router of what happens to the bot itself; the gate lets all of it pass."""
    router = Router(name="bot in groups")
    router.my_chat_member.register(added, ChatMemberUpdatedFilter(JOIN_TRANSITION), in_group)
    router.my_chat_member.register(removed, ChatMemberUpdatedFilter(LEAVE_TRANSITION), in_group)
    router.message.register(upgraded, is_upgrade, flags=of_service())
    return router


async def in_group(event: ChatMemberUpdated) -> bool:
    """Private chats are blocked and unblocked through the same kind of update."""
    return event.chat.type != "private"


async def is_upgrade(message: Message) -> bool:
    """The service message by which Telegram tells that the group has a new id."""
    return message.migrate_to_chat_id is not None


async def added(event: ChatMemberUpdated, bot: Bot, user: User, membership: Membership) -> None:
    """Say what comes next; leave when a stranger has added the bot."""
    if any(bound.chat == event.chat.id for bound in membership.groups.all()):
        return
    if user.role is Role.STRANGER:
        text = _("This bot works only in groups of people who have access to it. Goodbye!")
    elif may(user, Action.BIND_CHAT):
        text = _("Bind this group: /bind Бурж")
    else:
        text = _("An administrator has to bind this group first: /bind Бурж")
    # Where the bot may not write it must leave all the same.
    with suppress(TelegramAPIError):
        await bot.send_message(event.chat.id, text)
    if user.role is Role.STRANGER:
        await bot.leave_chat(event.chat.id)


async def removed(
    event: ChatMemberUpdated, bot: Bot, membership: Membership, registry: Registry, i18n: I18n
) -> None:
    """Forget the bindings of a group that removed the bot, and tell its coordinators, or else
    the administrators.
    """
    lost = [bound for bound in membership.groups.all() if bound.chat == event.chat.id]
    for bound in lost:
        await membership.groups.forget(bound.chat, bound.thread)
    communities = dict.fromkeys(_community(bound, registry) for bound in lost)
    people = {
        person.id: person
        for community in communities
        for person in await membership.coordinators(community) or await membership.admins()
    }
    title = event.chat.title or ""
    for person in people.values():
        with i18n.use_locale(their_language(person.language, None, i18n)):
            await tell(bot, person.id, _removed_screen(title))


def _community(bound: BoundChat, registry: Registry) -> str:
    """The home community that a group works for."""
    return bound.community or registry.partnerships[bound.partnership or ""].home


def _removed_screen(title: str) -> Screen:
    text = _("I was removed from the group «{title}»: nothing will be sent there any more.")
    return Screen(fill(text, title=title))


async def upgraded(message: Message, membership: Membership) -> None:
    """Follow a group that became a supergroup."""
    if message.migrate_to_chat_id is not None:
        await membership.groups.follow_migration(message.chat.id, message.migrate_to_chat_id)
