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

from bot.middlewares.identity import ANONYMOUS_ADMIN
from handlers import refusals
from handlers.routing import ACTION_FLAG
from handlers.screens import Alert, Screen
from partnership.access import IN_PRIVATE_ONLY, OPEN_IN_BOUND_GROUP, Action, User, may
from partnership.membership_records import BoundChat

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Gate(BaseMiddleware):
    """Inner middleware of every observer: checks the action of the handler that was found."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Let the update through, or answer it with a polite refusal."""
        action: Action | None = get_flag(data, ACTION_FLAG)
        if action is None:
            return await handler(event, data)
        user: User = data["user"]
        bound: BoundChat | None = data["bound_chat"]
        username: str = (await data["bot"].me()).username or ""
        refusal = _refusal(event, action, user, bound, username)
        if refusal is None:
            return await handler(event, data)
        return await _answer(event, refusal)


def _refusal(
    event: TelegramObject, action: Action, user: User, bound: BoundChat | None, username: str
) -> Screen | None:
    """Why the update goes no further: a screen with text, one without (silence), or None."""
    private = not _in_group(event)
    if user.id == ANONYMOUS_ADMIN:
        return refusals.anonymous(username)
    if not private and bound is None and action is not Action.BIND_CHAT:
        return refusals.unbound_group(user)
    if not may(user, action):
        if bound is not None and action in OPEN_IN_BOUND_GROUP:
            return None
        return refusals.refusal(user, private=private)
    if not private and action in IN_PRIVATE_ONLY:
        return refusals.in_private_only(username)
    return None


def _in_group(event: TelegramObject) -> bool:
    message = event.message if isinstance(event, CallbackQuery) else event
    return isinstance(message, Message) and message.chat.type != "private"


async def _answer(event: TelegramObject, screen: Screen) -> Alert | None:
    """An alert for a button, an empty list in inline mode, else a message; silence if empty."""
    if isinstance(event, InlineQuery):
        button = refusals.inline_button(screen)
        await event.answer([], cache_time=0, is_personal=True, button=button)
    elif isinstance(event, CallbackQuery):
        return Alert(screen.text.striptags(), modal=True)
    elif isinstance(event, Message) and screen.text:
        await event.answer(screen.text, reply_markup=screen.keyboard)
    return None
