"""What is refused is explained; what fails unexpectedly is said in one sentence with a code."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import BaseMiddleware
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from bot.middlewares.answers import ALERT_LIMIT
from handlers import refusals
from handlers.screens import Screen
from partnership.errors import MistokError
from partnership.registry import Registry

log = structlog.get_logger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Failures(BaseMiddleware):
    """Turns errors of handlers into answers; nothing that was typed is lost by it."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run the handler; answer its refusal or its failure."""
        assert isinstance(event, Update)
        try:
            return await handler(event, data)
        except MistokError as refusal:
            screen = refusals.explain(refusal, self._registry, data["language"])
        except Exception as error:
            code = secrets.token_hex(3)
            log.error("update failed", code=code, update=event.update_id, exc_info=error)
            screen = refusals.unexpected(code)
        await _answer(event, screen)
        return None


async def _answer(update: Update, screen: Screen) -> None:
    """An alert for a button, so that a stale one changes nothing; else a message."""
    try:
        if isinstance(update.event, CallbackQuery):
            text = screen.text.striptags()[:ALERT_LIMIT]
            await update.event.answer(text, show_alert=True)
        elif isinstance(update.event, Message):
            await update.event.answer(screen.text, reply_markup=screen.keyboard)
    except TelegramAPIError as error:
        log.warning("could not tell about a failure", error=type(error).__name__)
