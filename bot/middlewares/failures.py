"""What is refused is explained; what fails unexpectedly is said in one sentence with a code."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import BaseMiddleware
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, InlineQuery, Message, TelegramObject, Update
from aiogram.utils.i18n import I18n

from bot.middlewares.answers import answer_press
from handlers import refusals
from handlers.languages import in_languages, languages_of
from handlers.long_screens import LongScreens
from handlers.screens import Alert, Screen
from partnership.access import Action
from partnership.errors import MistokError
from partnership.registry import Registry

log = structlog.get_logger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Failures(BaseMiddleware):
    """Turns errors of handlers into answers; nothing that was typed is lost by it.

    It stands around the recognition of the sender, which may fail as well: then it speaks the
    default language, and keeps silent in groups, since nobody knows whether they are bound.
    """

    def __init__(
        self, registry: Registry, i18n: I18n, default_language: str, long_screens: LongScreens
    ) -> None:
        self._registry = registry
        self._i18n = i18n
        self._default_language = default_language
        self._long_screens = long_screens

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run the handler; answer its refusal or its failure."""
        assert isinstance(event, Update)
        try:
            return await handler(event, data)
        except Exception as error:
            code = None if _is_refusal(error) else secrets.token_hex(3)
            if code is not None:
                log.error("update failed", code=code, update=event.update_id, exc_info=error)
            with self._i18n.context():
                await self._answer(event, data, error, code)
        return None

    async def _answer(
        self, update: Update, data: dict[str, Any], error: Exception, code: str | None
    ) -> None:
        """An alert for a button, so that a stale one changes nothing; else a message."""

        def render(language: str) -> Screen:
            if code is None and isinstance(error, MistokError):
                return refusals.explain(error, self._registry, language)
            return refusals.unexpected(code or "")

        event, bound = update.event, data.get("bound_chat")
        own: str = data.get("language", self._default_language)
        languages = languages_of(bound, own) if isinstance(event, Message) else (own,)
        screen = in_languages(render, languages, self._i18n)
        try:
            if isinstance(event, CallbackQuery):
                await answer_press(event, Alert(screen.text.striptags(), modal=True))
            elif isinstance(event, InlineQuery):
                await event.answer([], cache_time=0, is_personal=True)
            elif isinstance(event, Message) and (event.chat.type == "private" or bound):
                await self._long_screens.show(event, screen, Action.CHOOSE_LANGUAGE)
        except TelegramAPIError as failure:
            log.warning("could not tell about a failure", error=type(failure).__name__)


def _is_refusal(error: Exception) -> bool:
    """Whether the core said no, and there are words for it."""
    return isinstance(error, MistokError) and refusals.is_explained(error)
