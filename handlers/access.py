"""Getting in: a stranger asks, an admin answers with one tap, the person is told."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.exceptions import TelegramForbiddenError
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.menu import CommandMenu
from handlers.refusals import AskForAccess
from handlers.routing import needs, subject_router
from handlers.screens import Alert, Screen, button, fill, lines, show
from handlers.start import welcome
from handlers.words import role_word
from partnership.access import Action, Role, User
from partnership.membership import Membership
from partnership.registry import Registry

ROLE_CODES = {"o": Role.OFFICIAL, "c": Role.COORDINATOR, "a": Role.ADMIN}
"""One letter a role: a button carries 64 bytes, and a community's id may take 40 of them."""


class Approve(CallbackData, prefix="apr"):
    """Lets a person in with a role, and for a community unless the role is admin's."""

    user: int
    role: str
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
    language: str,
) -> Alert | None:
    """A stranger asks; every admin hears of it once."""
    if user.role is not Role.STRANGER:
        return Alert(_("You have access already."))
    person = query.from_user
    first = await membership.request_access(
        person.id, person.full_name, person.username, person.language_code
    )
    if first:
        for admin in await membership.admins():
            with i18n.use_locale(admin.language or language):
                screen = request_screen(person.id, person.full_name, person.username, registry)
                await _tell(bot, admin.id, screen)
    await show(query, Screen(fill(_("Your request is with the administrators. Please wait."))))
    return None


def request_screen(user: int, name: str, username: str | None, registry: Registry) -> Screen:
    """What an admin sees: who asks, and one button for each way of letting them in."""
    who = fill("<b>{name}</b>", name=name)
    if username:
        who += fill(" (@{username})", username=username)
    text = lines([fill(_("{who} asks for access."), who=who), _("Let them in as:")])
    return Screen(text, [*_approvals(user, registry), _admin_row(user)])


def _approvals(user: int, registry: Registry) -> list[list[InlineKeyboardButton]]:
    return [
        [
            button(
                _("{role}, {community}").format(
                    role=role_word(ROLE_CODES[code]), community=place.name.text("uk")
                ),
                Approve(user=user, role=code, community=place.id).pack(),
            )
            for code in ("o", "c")
        ]
        for place in registry.home_places()
    ]


def _admin_row(user: int) -> list[InlineKeyboardButton]:
    return [
        button(role_word(Role.ADMIN), Approve(user=user, role="a").pack()),
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
) -> None:
    """Let a person in with one tap, and tell them."""
    role = ROLE_CODES[callback_data.role]
    communities = [callback_data.community] if callback_data.community else []
    entered = await membership.approve(user, callback_data.user, role, communities)
    await show(query, Screen(describe_member(entered, registry, language)))
    theirs = entered.language or language
    with i18n.use_locale(theirs):
        if await _tell(bot, entered.id, welcome(entered)):
            await command_menu.refresh(entered, theirs)


async def decline(
    query: CallbackQuery,
    callback_data: Decline,
    bot: Bot,
    user: User,
    membership: Membership,
) -> None:
    """Refuse a request, and tell the person politely."""
    request = await membership.refuse(user, callback_data.user)
    await show(query, Screen(fill(_("Declined: {name}."), name=request.name)))
    await _tell(bot, request.user, Screen(fill(_("Your request for access was declined."))))


def describe_member(member: User, registry: Registry, language: str) -> Markup:
    """One line about a member: name, role, communities."""
    places = [registry.places[each].name.text(language) for each in member.communities]
    return fill(
        "<b>{name}</b> — {role}{communities}",
        name=member.name or str(member.id),
        role=role_word(member.role),
        communities=f", {', '.join(places)}" if places else "",
    )


async def _tell(bot: Bot, user: int, screen: Screen) -> bool:
    """Write to a person; False where they have not opened a chat with the bot, or closed it."""
    try:
        await bot.send_message(user, screen.text, reply_markup=screen.keyboard)
    except TelegramForbiddenError:
        return False
    return True
