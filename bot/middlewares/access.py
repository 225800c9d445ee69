"""The one gate: no handler runs for somebody who may not do what it does.

Every handler declares its action (`handlers.routing.needs`); one that declares none is refused
when the bot is built. The role is read at each update, so a button pressed after a demotion is
refused as well.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, InlineQuery, Message, TelegramObject

from handlers import refusals
from handlers.routing import ACTION_FLAG
from handlers.screens import Alert
from partnership.access import Action, User, may

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Gate(BaseMiddleware):
    """Inner middleware of every observer: checks the action of the handler that was found."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Let the update through, or answer it with a polite refusal."""
        user: User = data["user"]
        action: Action | None = get_flag(data, ACTION_FLAG)
        if action is None or may(user, action):
            return await handler(event, data)
        return await refuse(event, user)


async def refuse(event: TelegramObject, user: User) -> Alert | None:
    """Say no, once and politely: an alert for a button, nothing at all in inline mode."""
    if isinstance(event, CallbackQuery):
        return Alert(refusals.short_refusal(user), modal=True)
    if isinstance(event, InlineQuery):
        await event.answer([], cache_time=0, is_personal=True, button=refusals.inline_button(user))
    elif isinstance(event, Message):
        screen = refusals.refusal(user, private=event.chat.type == "private")
        await event.answer(screen.text, reply_markup=screen.keyboard)
    return None
