"""Where the screens of a handler go: long ones by pages, those of some groups in both languages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram.utils.i18n import I18n

from handlers.languages import joined, languages_of
from handlers.long_screens import LongScreens
from handlers.routing import ACTION_FLAG, ONCE_FLAG
from handlers.screens import STAGE, Alert, Screen, Stage
from partnership.access import Action

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Presenting(BaseMiddleware):
    """Innermost middleware of messages and buttons.

    A group may want each answer in both languages. What only reads is asked once in each, and
    what it shows becomes one message; what writes runs once, and words its answer itself
    (`handlers.languages.in_languages`).
    """

    def __init__(self, i18n: I18n, long_screens: LongScreens) -> None:
        self._i18n = i18n
        self._long_screens = long_screens

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run the handler with a stage for its screens."""
        action: Action | None = get_flag(data, ACTION_FLAG)
        present = partial(self._long_screens.show, action=action or Action.CHOOSE_LANGUAGE)
        languages = languages_of(data["bound_chat"], data["language"])
        if len(languages) == 1 or action is not Action.READ or get_flag(data, ONCE_FLAG):
            with _staged(present):
                return await handler(event, data)
        assert isinstance(event, Message | CallbackQuery)
        shown: list[list[Screen]] = []
        for language in languages:
            screens, result = await self._in(language, handler, event, data)
            if isinstance(result, Alert):
                return result
            shown.append(screens)
        for each in zip(*shown, strict=True):
            await present(event, joined(each))
        return result

    async def _in(
        self, language: str, handler: Handler, event: TelegramObject, data: dict[str, Any]
    ) -> tuple[list[Screen], Any]:
        """What the handler would show in a language, and what it returns."""
        screens: list[Screen] = []

        async def keep(_event: Message | CallbackQuery, screen: Screen) -> None:
            screens.append(screen)

        reader = replace(data["reader"], language=language)
        with _staged(keep), self._i18n.use_locale(language):
            result = await handler(event, {**data, "language": language, "reader": reader})
        return screens, result


@contextmanager
def _staged(stage: Stage) -> Iterator[None]:
    token = STAGE.set(stage)
    try:
        yield
    finally:
        STAGE.reset(token)
