"""Every pressed button is answered exactly once, so that no button keeps spinning."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, TelegramObject

from handlers.routing import ANSWERS_ITSELF
from handlers.screens import Alert

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

ALERT_LIMIT = 200
"""Characters that Telegram shows in an alert."""


class AnswerButtons(BaseMiddleware):
    """Answers a pressed button with the `Alert` that its handler or the gate returned, or silently.

    aiogram-dialog answers its own buttons; its handlers are left alone.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run the handler, then answer."""
        result = await handler(event, data)
        if not isinstance(event, CallbackQuery) or result is UNHANDLED:
            return result
        if isinstance(result, Alert):
            await event.answer(result.text[:ALERT_LIMIT], show_alert=result.modal)
        elif not get_flag(data, ANSWERS_ITSELF):
            await event.answer()
        return result
