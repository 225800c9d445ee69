"""The one gate: no handler runs for somebody who may not do what it does.

Every handler declares its action (`handlers.routing.needs`); one that declares none is refused
when the bot is built. The role is read at each update, so a button pressed after a demotion is
refused as well. A group is answered only after an admin has bound it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, InlineQuery, Message, TelegramObject
from aiogram.utils.i18n import I18n

from bot.middlewares.identity import ANONYMOUS_ADMIN
from handlers import refusals
from handlers.languages import in_languages, languages_of
from handlers.routing import ACTION_FLAG
from handlers.screens import Alert, Screen
from partnership.access import IN_PRIVATE_ONLY, OPEN_IN_BOUND_GROUP, Action, User, may
from partnership.membership_records import BoundChat

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
Refuse = Callable[[], Screen]


class Gate(BaseMiddleware):
    """Inner middleware of every observer: checks the action of the handler that was found."""

    def __init__(self, i18n: I18n) -> None:
        self._i18n = i18n

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Let the update through, or answer it with a polite refusal."""
        action: Action | None = get_flag(data, ACTION_FLAG)
        if action is None:
            return await handler(event, data)
        user: User = data["user"]
        bound: BoundChat | None = data["bound_chat"]
        username: str = (await data["bot"].me()).username or ""
        refuse = _refusal(event, action, user, bound, username)
        if refuse is None:
            return await handler(event, data)
        own: str = data["language"]
        languages = languages_of(bound, own) if isinstance(event, Message) else (own,)
        return await _answer(event, in_languages(lambda _language: refuse(), languages, self._i18n))


def _refusal(
    event: TelegramObject, action: Action, user: User, bound: BoundChat | None, username: str
) -> Refuse | None:
    """What says why the update goes no further (a screen without text is silence), or None."""
    private = not _in_group(event)
    if user.id == ANONYMOUS_ADMIN:
        return lambda: refusals.anonymous(username)
    may_bind = action is Action.BIND_CHAT and may(user, action)
    if not private and bound is None and not may_bind:
        return lambda: refusals.unbound_group(user)
    if not may(user, action):
        if bound is not None and action in OPEN_IN_BOUND_GROUP:
            return None
        return lambda: refusals.refusal(user, private=private)
    if not private and action in IN_PRIVATE_ONLY:
        return lambda: refusals.in_private_only(username)
    return None


def _in_group(event: TelegramObject) -> bool:
    """A message that is out of reach still tells its chat; a shared card knows of none."""
    message = event.message if isinstance(event, CallbackQuery) else event
    chat = getattr(message, "chat", None)
    return chat is not None and chat.type != "private"


async def _answer(event: TelegramObject, screen: Screen) -> Alert | None:
    """An alert for a button, an empty list in inline mode, else a message; silence if empty."""
    if isinstance(event, InlineQuery):
        button = refusals.inline_button(screen)
        await event.answer([], cache_time=0, is_personal=True, button=button)
    elif isinstance(event, CallbackQuery):
        return Alert(screen.text.striptags(), modal=bool(screen.text))
    elif isinstance(event, Message) and screen.text:
        await event.answer(screen.text, reply_markup=screen.keyboard)
    return None
