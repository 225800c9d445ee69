"""First steps: /start, /help, /lang, /cancel, and the menu button's commands."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.commands import COMMANDS, HelpGroup, describe, group_title
from handlers.menu import CommandMenu
from handlers.refusals import AskForAccess
from handlers.routing import needs, subject_router
from handlers.screens import Alert, Screen, button, fill, lines, show
from partnership.access import Action, Role, User, may
from partnership.membership import Membership

LANGUAGE_NAMES = {"uk": "Українська", "en": "English"}


class ChooseLanguage(CallbackData, prefix="lang"):
    """A language button."""

    language: str


class Help(CallbackData, prefix="help"):
    """Opens one part of the help, or its contents."""

    group: HelpGroup | None = None


def build_router() -> Router:
    """The router of first steps."""
    router = subject_router(
        "start",
        commands=frozenset({"start", "help", "lang", "cancel"}),
        buttons=(ChooseLanguage, Help),
    )
    anybody = needs(Action.CHOOSE_LANGUAGE)
    router.message.register(start, CommandStart(deep_link=False), flags=anybody)
    router.message.register(show_help, Command("help"), flags=anybody)
    router.message.register(language_command, Command("lang"), flags=anybody)
    router.message.register(cancel, Command("cancel"), flags=anybody)
    router.callback_query.register(turn_help, Help.filter(), flags=anybody)
    router.callback_query.register(language_button, ChooseLanguage.filter(), flags=anybody)
    return router


async def start(message: Message, user: User, language: str, command_menu: CommandMenu) -> None:
    """Tell in three lines what the bot does for this role."""
    await command_menu.refresh(user, language)
    await show(message, welcome(user))


def welcome(user: User) -> Screen:
    """The first screen."""
    warning = _("Restricted information does not belong in Telegram: never send it here.")
    if user.role is Role.STRANGER:
        text = lines(
            [
                fill(_("<b>Mistok</b> keeps track of municipal partnerships.")),
                _("It is open to people to whom an administrator has given access."),
                warning,
            ]
        )
        return Screen(text, [[button(_("Ask for access"), AskForAccess().pack())]])
    what = {
        Role.OFFICIAL: _("Ask about a partner in your own words: «what about Dortmund?»."),
        Role.COORDINATOR: _(
            "Ask about partners, keep their cards, plan meetings: «what about Dortmund?»."
        ),
        Role.ADMIN: _(
            "Ask about partners, keep the registry, let people and groups in: /users, /bind."
        ),
    }[user.role]
    hello = fill(_("<b>Mistok</b> is the memory of your partnerships with other cities."))
    return Screen(lines([hello, what, warning]), [[button(_("What I can do"), Help().pack())]])


async def show_help(message: Message, user: User) -> None:
    """/help, grouped by what one wants to do."""
    await show(message, help_screen(user, None))


async def turn_help(query: CallbackQuery, callback_data: Help, user: User) -> None:
    """A part of the help."""
    await show(query, help_screen(user, callback_data.group))


def help_screen(user: User, group: HelpGroup | None) -> Screen:
    """The contents of the help, or one part with its commands."""
    groups = [g for g in HelpGroup if _help_lines(user, g)]
    if group is None or group not in groups:
        text = lines(
            [
                fill(_("<b>What would you like to do?</b>")),
                _("You can also just write in your own words."),
            ]
        )
        titles = [button(group_title(g), Help(group=g).pack()) for g in groups]
        return Screen(text, [titles[i : i + 2] for i in range(0, len(titles), 2)])
    text = lines([fill("<b>{title}</b>", title=group_title(group)), *_help_lines(user, group)])
    return Screen(text, [[button(_("Back"), Help().pack())]])


def _help_lines(user: User, group: HelpGroup) -> list[Markup]:
    return [
        fill(
            "/{name} <i>{usage}</i> — {about}" if info.usage else "/{name} — {about}",
            name=info.name,
            usage=info.usage,
            about=describe(info.name),
        )
        for info in COMMANDS
        if info.group is group and may(user, info.action)
    ]


async def language_command(
    message: Message,
    command: CommandObject,
    user: User,
    membership: Membership,
    i18n: I18n,
    command_menu: CommandMenu,
) -> None:
    """`/lang en` at once, `/lang` by buttons."""
    wanted = _language_named(command.args or "")
    if wanted in LANGUAGE_NAMES:
        await membership.set_language(user.id, wanted)
        await command_menu.refresh(user, wanted)
        with i18n.use_locale(wanted):
            await show(message, Screen(fill(_language_set(wanted))))
        return
    rows = [[button(n, ChooseLanguage(language=c).pack())] for c, n in LANGUAGE_NAMES.items()]
    await show(message, Screen(fill(_("Choose a language:")), rows))


async def language_button(
    query: CallbackQuery,
    callback_data: ChooseLanguage,
    user: User,
    membership: Membership,
    i18n: I18n,
    command_menu: CommandMenu,
) -> Alert | None:
    """A language chosen by button; the answer is already in it."""
    wanted = callback_data.language
    if wanted not in LANGUAGE_NAMES:
        return Alert(_("This button is out of date."))
    await membership.set_language(user.id, wanted)
    await command_menu.refresh(user, wanted)
    with i18n.use_locale(wanted):
        await show(query, Screen(Markup(_language_set(wanted))))
    return None


def _language_named(words: str) -> str:
    """«укр», «англійська», "Ukrainian", "ua" as the code of the language; else as it is written."""
    said = words.strip().lower()
    beginnings = {"uk": ("uk", "ук", "ua"), "en": ("en", "анг")}
    return next((code for code, heads in beginnings.items() if said.startswith(heads)), said)


def _language_set(language: str) -> str:
    return _("Language: {name}. Registry names stay in both languages.").format(
        name=LANGUAGE_NAMES[language]
    )


async def cancel(message: Message, state: FSMContext) -> None:
    """End whatever is pending; nothing that was saved is touched."""
    pending = await state.get_state() is not None or bool(await state.get_data())
    await state.clear()
    text = _("Dropped. Nothing was saved.") if pending else _("There is nothing to cancel.")
    await show(message, Screen(fill(text)))
