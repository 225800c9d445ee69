"""Every pressed button is answered exactly once, so that no button keeps spinning."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.flags import get_flag
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, TelegramObject
from markupsafe import escape

from handlers.routing import ANSWERS_ITSELF
from handlers.screens import Alert

log = structlog.get_logger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

ALERT_LIMIT = 200
"""Characters that Telegram shows in an alert."""


class AnswerButtons(BaseMiddleware):
    """Answers a pressed button with the `Alert` that was returned, or silently.

    The outermost middleware of buttons: the gate returns alerts too. aiogram-dialog answers its
    own buttons; its handlers are left alone.
    """

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run the handler, then answer."""
        result = await handler(event, data)
        if not isinstance(event, CallbackQuery) or result is UNHANDLED:
            return result
        if isinstance(result, Alert):
            await answer_press(event, result)
        elif not get_flag(data, ANSWERS_ITSELF):
            await answer_press(event, None)
        return result


async def answer_press(query: CallbackQuery, alert: Alert | None) -> None:
    """Answer a pressed button; what is too long for an alert becomes a message of its own.

    Telegram takes no answer after a few minutes: then what the button did has to be enough.
    """
    text, modal = (alert.text, alert.modal) if alert is not None else ("", False)
    try:
        if len(text) <= ALERT_LIMIT:
            await query.answer(text or None, show_alert=modal)
            return
        await query.answer()
    except TelegramBadRequest as error:
        log.info("a button was answered too late", reason=error.message)
    if query.message is not None and query.bot is not None and text:
        await query.bot.send_message(query.message.chat.id, escape(text))
