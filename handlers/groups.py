"""Working groups: an admin binds a group, or a topic in it, to a community or a partnership."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.filters.command import CommandObject
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _

from handlers import bot_in_groups
from handlers.languages import in_languages, languages_of
from handlers.paging import page_buttons, page_of
from handlers.routing import Subjects, needs, subject_router
from handlers.screens import Alert, Screen, button, fill, lines, show
from partnership.access import Action, User
from partnership.language.names import Ask, NameIndex, NameKind, Sure, verdict
from partnership.membership import Membership
from partnership.membership_records import BoundChat, ChatLanguage
from partnership.queries import partnerships
from partnership.registry import Registry

GENERAL_TOPIC = 1
"""Telegram refuses this thread id in answers: the General topic is the group itself."""

PAGE = 10
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


class BindPage(CallbackData, prefix="bpg"):
    """A page of all that a group may be bound to."""

    page: int


class GroupLanguage(CallbackData, prefix="glg"):
    """The language in which the bot writes to the group."""

    language: ChatLanguage


def build_router() -> Router:
    """The router of groups, with what happens to the bot in them."""
    commands = subject_router(
        "group commands",
        commands=frozenset({"bind", "unbind"}),
        buttons=(Bind, BindPage, GroupLanguage),
    )
    bind_flags = needs(Action.BIND_CHAT)
    commands.message.register(bind_command, Command("bind"), flags=bind_flags)
    commands.message.register(unbind_command, Command("unbind"), flags=bind_flags)
    commands.callback_query.register(bind_button, Bind.filter(), flags=bind_flags)
    commands.callback_query.register(turn_page, BindPage.filter(), flags=bind_flags)
    commands.callback_query.register(language_button, GroupLanguage.filter(), flags=bind_flags)
    router = Subjects(name="groups")
    router.include_routers(commands, bot_in_groups.build_router())
    return router


async def bind_command(
    message: Message,
    command: CommandObject,
    user: User,
    membership: Membership,
    registry: Registry,
    names: NameIndex,
    language: str,
    i18n: I18n,
) -> None:
    """`/bind Бурж`, or `/bind` with buttons."""
    if message.chat.type == "private":
        await show(message, Screen(fill(_("Send /bind in the group that you want to bind."))))
        return
    wanted = (command.args or "").strip()
    targets = _targets(wanted, registry, names)
    if len(targets) == 1:
        bound = await _bind(message, targets[0], user, membership)
        await show(message, _bound_screen(bound, registry, i18n))
        return
    title = None if targets or not wanted else fill(_("«{name}» is not found."), name=wanted)
    found = targets or _everything(registry)
    await show(message, _choice(found, registry, language, title=title, paged=not targets))


def _targets(wanted: str, registry: Registry, names: NameIndex) -> list[Bind]:
    """What the admin named: a community, partnerships with a place; empty where unknown."""
    places = _places(wanted, names)
    return [
        each
        for each in _everything(registry)
        if (each.target in places)
        or (each.kind == PARTNERSHIP and places & set(registry.partnerships[each.target].foreign))
    ]


def _places(wanted: str, names: NameIndex) -> set[str]:
    match verdict(names.look_up(wanted, {NameKind.PLACE})) if wanted else None:
        case Sure(found, _remark):
            return {found.name_id}
        case Ask(candidates):
            return {each.name_id for each in candidates}
        case _:
            return set()


def _everything(registry: Registry) -> list[Bind]:
    """All that a group may be bound to: communities first."""
    return [
        *(Bind(kind=COMMUNITY, target=place.id) for place in registry.home_places()),
        *(Bind(kind=PARTNERSHIP, target=each.id) for each in partnerships(registry)),
    ]


def _choice(
    targets: list[Bind],
    registry: Registry,
    language: str,
    *,
    page: int = 0,
    title: str | None = None,
    paged: bool = True,
) -> Screen:
    """Buttons to choose from; of everything, a page at a time."""
    shown = page_of(targets, page, PAGE if paged else len(targets))
    rows = [[button(_name(each, registry, language), each.pack())] for each in shown.items]
    turn = page_buttons(shown, lambda number: BindPage(page=number).pack())
    return Screen(lines([title, fill(_("What is this group about?"))]), [*rows, turn])


async def turn_page(
    query: CallbackQuery, callback_data: BindPage, registry: Registry, language: str
) -> None:
    """Another page of what the group may be bound to."""
    await show(query, _choice(_everything(registry), registry, language, page=callback_data.page))


async def bind_button(
    query: CallbackQuery,
    callback_data: Bind,
    user: User,
    membership: Membership,
    registry: Registry,
    i18n: I18n,
) -> Alert | None:
    """The choice made by button."""
    message = query.message
    if callback_data not in _everything(registry) or not isinstance(message, Message):
        return Alert(_("This button is out of date."))
    if message.chat.type == "private":
        return Alert(_("Send /bind in the group that you want to bind."))
    bound = await _bind(message, callback_data, user, membership)
    await show(query, _bound_screen(bound, registry, i18n))
    return None


async def _bind(message: Message, target: Bind, user: User, membership: Membership) -> BoundChat:
    """Bind the group or the topic of a message; a language chosen before stays."""
    community = target.kind == COMMUNITY
    before = membership.groups.chat_of(message.chat.id, _thread(message))
    return await membership.groups.bind(
        user,
        message.chat.id,
        thread=_thread(message),
        title=message.chat.title or "",
        community=target.target if community else None,
        partnership=None if community else target.target,
        language=before.language if before else ChatLanguage.UK,
    )


def _thread(message: Message) -> int | None:
    """The topic of a message; a reply outside a forum has a thread too, which is no topic."""
    thread = message.message_thread_id if message.is_topic_message else None
    return None if thread == GENERAL_TOPIC else thread


def _bound_screen(bound: BoundChat, registry: Registry, i18n: I18n) -> Screen:
    """What the group is bound to, already in its new language."""
    kind = COMMUNITY if bound.community else PARTNERSHIP
    target = Bind(kind=kind, target=bound.community or bound.partnership or "")
    row = [button(n, GroupLanguage(language=each).pack()) for each, n in LANGUAGE_NAMES.items()]

    def render(language: str) -> Screen:
        text = fill(
            _("This group is bound: <b>{name}</b>. Language: {language}."),
            name=_name(target, registry, language),
            language=LANGUAGE_NAMES[bound.language],
        )
        digest = fill(
            _("Open and overdue action items come here on Mondays at 09:00; /digest changes that.")
        )
        return Screen(lines([text, digest]), [row])

    return in_languages(render, languages_of(bound, bound.language.value), i18n)


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
    i18n: I18n,
) -> Alert | None:
    """Another language for the group."""
    if bound_chat is None:
        return Alert(_("This button is out of date."))
    bound = await membership.groups.set_language(user, bound_chat, callback_data.language)
    await show(query, _bound_screen(bound, registry, i18n))
    return None


async def unbind_command(
    message: Message,
    user: User,
    bound_chat: BoundChat | None,
    membership: Membership,
    language: str,
    i18n: I18n,
) -> None:
    """`/unbind`: the group is no longer answered."""
    if bound_chat is None:
        await show(message, Screen(fill(_("This group is not bound."))))
        return
    await membership.groups.unbind(user, bound_chat.chat, bound_chat.thread)
    screen = in_languages(
        lambda _language: Screen(
            fill(_("This group is no longer bound; I will stay silent here."))
        ),
        languages_of(bound_chat, language),
        i18n,
    )
    await show(message, screen)
