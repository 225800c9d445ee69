"""Who is this, what may they do, in which language and zone do they read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Chat, TelegramObject, Update
from aiogram.types import User as TelegramUser
from aiogram.utils.i18n import I18n

from handlers.reader import Reader
from partnership.access import Role, User
from partnership.membership import Membership
from partnership.membership_records import BoundChat, ChatLanguage

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

ANONYMOUS_ADMIN = 1087968824
"""Telegram's stand-in for every admin who writes to a group in its name."""


class Identity(BaseMiddleware):
    """Gives handlers `user`, `reader`, `bound_chat` and `language`, and sets the locale."""

    def __init__(self, membership: Membership, i18n: I18n, default_language: str) -> None:
        self._membership = membership
        self._i18n = i18n
        self._default_language = default_language

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Recognise the sender; `event` is the whole update."""
        assert isinstance(event, Update)
        sender: TelegramUser | None = data.get("event_from_user")
        chat: Chat | None = data.get("event_chat")
        user = await self._recognised(sender) if sender else User(id=0)
        bound = await self._bound_chat(chat, data.get("event_thread_id"))
        language = self._language(user, sender, bound)
        data.update(
            user=user,
            bound_chat=bound,
            language=language,
            reader=Reader(
                user=user,
                language=language,
                now=data["clock"].now(),
                zone=data["zone"],
                registry=data["registry"],
                overview=data["overview"],
                private=chat is None or chat.type == "private",
            ),
        )
        with self._i18n.context(), self._i18n.use_locale(language):
            return await handler(event, data)

    async def _recognised(self, sender: TelegramUser) -> User:
        """Who writes; the @name of a member is kept, since others name them by it."""
        user = await self._membership.who(sender.id)
        if user.role is Role.STRANGER or user.username == sender.username:
            return user
        return await self._membership.set_username(sender.id, sender.username)

    async def _bound_chat(self, chat: Chat | None, thread: int | None) -> BoundChat | None:
        if chat is None or chat.type == "private":
            return None
        return await self._membership.chat_of(chat.id, thread)

    def _language(self, user: User, sender: TelegramUser | None, bound: BoundChat | None) -> str:
        """The group's language in a group; else the chosen one, Telegram's, the default."""
        if bound is not None and bound.language is not ChatLanguage.BOTH:
            return bound.language.value
        if user.language:
            return user.language
        telegrams = (sender.language_code or "").partition("-")[0] if sender else ""
        return telegrams if telegrams in self._i18n.available_locales else self._default_language
