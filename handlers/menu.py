"""The command menu that Telegram shows, by role, language and kind of chat."""

from __future__ import annotations

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from aiogram.utils.i18n import I18n

from handlers.commands import COMMANDS, describe
from partnership.access import User, may


class CommandMenu:
    """Sets the menus; a person's own menu is set again only when it changes."""

    def __init__(self, bot: Bot, i18n: I18n) -> None:
        self._bot = bot
        self._i18n = i18n
        self._shown: dict[int, tuple[str, ...]] = {}

    async def publish(self) -> None:
        """Set the menus that strangers and groups see, in every language."""
        for language in self._i18n.available_locales:
            with self._i18n.context(), self._i18n.use_locale(language):
                private = commands_for(User(id=0))
                group = [_entry(info.name) for info in COMMANDS if info.in_groups]
            await self._bot.set_my_commands(
                private, BotCommandScopeAllPrivateChats(), language_code=language
            )
            await self._bot.set_my_commands(
                group, BotCommandScopeAllGroupChats(), language_code=language
            )

    async def refresh(self, user: User, language: str) -> None:
        """Show a person what they may use, in their language."""
        with self._i18n.use_locale(language):
            commands = commands_for(user)
        shown = (language, *(command.command for command in commands))
        if self._shown.get(user.id) == shown:
            return
        # Somebody who never opened a chat with the bot has no menu: /start will set it.
        with suppress(TelegramBadRequest, TelegramForbiddenError):
            await self._bot.set_my_commands(commands, BotCommandScopeChat(chat_id=user.id))
            self._shown[user.id] = shown


def commands_for(user: User) -> list[BotCommand]:
    """The menu of a person in a private chat, in the current language."""
    return [_entry(info.name) for info in COMMANDS if may(user, info.action)]


def _entry(name: str) -> BotCommand:
    return BotCommand(command=name, description=describe(name))
