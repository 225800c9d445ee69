"""Working groups: an admin binds a group, or a topic in it, to a community or a partnership."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import JOIN_TRANSITION, LEAVE_TRANSITION, ChatMemberUpdatedFilter, Command
from aiogram.filters.callback_data import CallbackData
from aiogram.filters.command import CommandObject
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message
from aiogram.utils.i18n import gettext as _

from handlers.routing import CommandAmong, PrefixAmong, needs
from handlers.screens import Alert, Screen, button, fill, show
from partnership.access import Action, Role, User, may
from partnership.language.names import Ask, NameIndex, NameKind, Sure, verdict
from partnership.membership import Membership
from partnership.membership_records import BoundChat, ChatLanguage
from partnership.queries import PartnerFilter, partnerships
from partnership.registry import Registry

GENERAL_TOPIC = 1
"""Telegram refuses this thread id in answers: the General topic is the group itself."""

COMMUNITY, PARTNERSHIP = "c", "p"
LANGUAGE_NAMES = {
    ChatLanguage.UK: "Українська",
    ChatLanguage.EN: "English",
    ChatLanguage.BOTH: "Українська + English",
}


class Bind(CallbackData, prefix="bnd"):
    """Binds the group where it is pressed to a community or a partnership."""

    kind: str
    target: str


class GroupLanguage(CallbackData, prefix="glg"):
    """The language in which the bot writes to the group."""

    language: ChatLanguage


def build_router() -> Router:
    """The router of groups; it also hears of being added, removed and upgraded."""
    router = Router(name="groups")
    router.my_chat_member.register(added, ChatMemberUpdatedFilter(JOIN_TRANSITION), in_group)
    router.my_chat_member.register(removed, ChatMemberUpdatedFilter(LEAVE_TRANSITION), in_group)
    commands = Router(name="group commands")
    commands.message.filter(CommandAmong(frozenset({"bind", "unbind"})))
    commands.callback_query.filter(PrefixAmong(frozenset({"bnd", "glg"})))
    bind_flags = needs(Action.BIND_CHAT)
    commands.message.register(bind_command, Command("bind"), flags=bind_flags)
    commands.message.register(unbind_command, Command("unbind"), flags=bind_flags)
    commands.callback_query.register(bind_button, Bind.filter(), flags=bind_flags)
    commands.callback_query.register(language_button, GroupLanguage.filter(), flags=bind_flags)
    service = Router(name="group upgrades")
    service.message.register(upgraded, is_upgrade, flags=needs(Action.CHOOSE_LANGUAGE))
    router.include_routers(commands, service)
    return router


async def in_group(event: ChatMemberUpdated) -> bool:
    """Private chats are blocked and unblocked through the same kind of update."""
    return event.chat.type != "private"


async def is_upgrade(message: Message) -> bool:
    """The service message by which Telegram tells that the group has a new id."""
    return message.migrate_to_chat_id is not None


async def added(event: ChatMemberUpdated, bot: Bot, user: User) -> None:
    """Say what comes next; leave when a stranger has added the bot."""
    if user.role is Role.STRANGER:
        text = _("This bot works only in groups of people who have access to it. Goodbye!")
        await bot.send_message(event.chat.id, text)
        await bot.leave_chat(event.chat.id)
    elif may(user, Action.BIND_CHAT):
        await bot.send_message(event.chat.id, _("Bind this group: /bind Бурж"))
    else:
        text = _("An administrator has to bind this group first: /bind Бурж")
        await bot.send_message(event.chat.id, text)


async def removed(event: ChatMemberUpdated, membership: Membership) -> None:
    """Forget the bindings of a group from which the bot was removed."""
    for bound in membership.groups.all():
        if bound.chat == event.chat.id:
            await membership.groups.forget(bound.chat, bound.thread)


async def upgraded(message: Message, membership: Membership) -> None:
    """Follow a group that became a supergroup."""
    if message.migrate_to_chat_id is not None:
        await membership.groups.follow_migration(message.chat.id, message.migrate_to_chat_id)


async def bind_command(
    message: Message,
    command: CommandObject,
    user: User,
    membership: Membership,
    registry: Registry,
    names: NameIndex,
    language: str,
) -> None:
    """`/bind Бурж`, or `/bind` with buttons."""
    if message.chat.type == "private":
        await show(message, Screen(fill(_("Send /bind in the group that you want to bind."))))
        return
    targets = _targets(command.args or "", registry, names)
    if len(targets) == 1:
        bound = await _bind(message, targets[0], user, membership)
        await show(message, _bound_screen(bound, registry, language))
        return
    rows = [[button(_name(each, registry, language), each.pack())] for each in targets]
    await show(message, Screen(fill(_("What is this group about?")), rows))


def _targets(wanted: str, registry: Registry, names: NameIndex) -> list[Bind]:
    """What a group may be bound to, narrowed by what the admin named."""
    communities = [Bind(kind=COMMUNITY, target=place.id) for place in registry.home_places()]
    everything = partnerships(registry, PartnerFilter())
    places = _places(wanted, names)
    if not places:
        return [*communities, *(Bind(kind=PARTNERSHIP, target=each.id) for each in everything)]
    return [
        *(each for each in communities if each.target in places),
        *(
            Bind(kind=PARTNERSHIP, target=each.id)
            for each in everything
            if places & set(each.foreign)
        ),
    ]


def _places(wanted: str, names: NameIndex) -> set[str]:
    match verdict(names.look_up(wanted, {NameKind.PLACE})) if wanted.strip() else None:
        case Sure(found, _remark):
            return {found.name_id}
        case Ask(candidates):
            return {each.name_id for each in candidates}
        case _:
            return set()


async def bind_button(
    query: CallbackQuery,
    callback_data: Bind,
    user: User,
    membership: Membership,
    registry: Registry,
    language: str,
) -> Alert | None:
    """The choice made by button."""
    known = registry.places if callback_data.kind == COMMUNITY else registry.partnerships
    if callback_data.target not in known or not isinstance(query.message, Message):
        return Alert(_("This button is out of date."))
    bound = await _bind(query.message, callback_data, user, membership)
    await show(query, _bound_screen(bound, registry, language))
    return None


async def _bind(message: Message, target: Bind, user: User, membership: Membership) -> BoundChat:
    community = target.kind == COMMUNITY
    return await membership.groups.bind(
        user,
        message.chat.id,
        thread=_thread(message),
        title=message.chat.title or "",
        community=target.target if community else None,
        partnership=None if community else target.target,
    )


def _thread(message: Message) -> int | None:
    """The topic of a message; a reply outside a forum has a thread too, which is no topic."""
    thread = message.message_thread_id if message.is_topic_message else None
    return None if thread == GENERAL_TOPIC else thread


def _bound_screen(bound: BoundChat, registry: Registry, language: str) -> Screen:
    kind = COMMUNITY if bound.community else PARTNERSHIP
    target = Bind(kind=kind, target=bound.community or bound.partnership or "")
    text = fill(
        _("This group is bound: <b>{name}</b>. Language: {language}."),
        name=_name(target, registry, language),
        language=LANGUAGE_NAMES[bound.language],
    )
    row = [button(n, GroupLanguage(language=each).pack()) for each, n in LANGUAGE_NAMES.items()]
    return Screen(text, [row])


def _name(target: Bind, registry: Registry, language: str) -> str:
    if target.kind == COMMUNITY:
        return registry.places[target.target].name.text(language)
    partnership = registry.partnerships[target.target]
    return " – ".join(registry.places[each].name.text(language) for each in partnership.places)


async def language_button(
    query: CallbackQuery,
    callback_data: GroupLanguage,
    user: User,
    bound_chat: BoundChat | None,
    membership: Membership,
    registry: Registry,
    language: str,
) -> Alert | None:
    """Another language for the group."""
    if bound_chat is None:
        return Alert(_("This button is out of date."))
    bound = await membership.groups.set_language(user, bound_chat, callback_data.language)
    await show(query, _bound_screen(bound, registry, language))
    return None


async def unbind_command(
    message: Message, user: User, bound_chat: BoundChat | None, membership: Membership
) -> None:
    """`/unbind`: the group is no longer answered."""
    if bound_chat is None:
        await show(message, Screen(fill(_("This group is not bound."))))
        return
    await membership.groups.unbind(user, bound_chat.chat, bound_chat.thread)
    await show(message, Screen(fill(_("This group is no longer bound; I am silent here."))))
