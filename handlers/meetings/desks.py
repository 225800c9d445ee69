"""Gives each handler of events the desk that it works at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.types import TelegramObject

from handlers.desk import Desk
from handlers.languages import languages_of
from handlers.routing import ACTION_FLAG, ONCE_FLAG
from partnership.access import Action

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Desks(BaseMiddleware):
    """What only reads is run once for each language by the middleware around us."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run the handler with `desk`."""
        reader = data["reader"]
        reads = get_flag(data, ACTION_FLAG) is Action.READ and not get_flag(data, ONCE_FLAG)
        languages = languages_of(data["bound_chat"], reader.language)
        desk = Desk(
            reader=reader,
            state=data["state"],
            calendar=data["calendar"],
            i18n=data["i18n"],
            languages=() if reads else languages,
        )
        return await handler(event, {**data, "desk": desk})
