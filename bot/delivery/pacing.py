"""Everything the bot sends keeps Telegram's limits, whoever sends it."""

from __future__ import annotations

import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import (
    BaseRequestMiddleware,
    NextRequestMiddlewareType,
)
from aiogram.exceptions import AiogramError, TelegramRetryAfter
from aiogram.methods import (
    CopyMessage,
    ForwardMessage,
    Response,
    SendContact,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVenue,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType

from bot.delivery.errors import TooMany, Transient, read_error
from bot.delivery.limiter import REPLY, Limiter
from bot.delivery.limits import Ending

MESSAGES: tuple[type[TelegramMethod[Any]], ...] = (
    SendMessage,
    SendDocument,
    SendPhoto,
    SendContact,
    SendVenue,
    ForwardMessage,
    CopyMessage,
)
"""Methods that put a message into a chat. Edits and answers to buttons do not count."""
ATTEMPTS = 3
"""How often a reply is tried that meets a 429; reminders have rows and come again by themselves."""
LONGEST_WAIT = 30
"""Seconds after which nobody waits for a reply any more."""

_has_turn: ContextVar[bool] = ContextVar("has_turn", default=False)


class Pacing(BaseRequestMiddleware):
    """Middleware of the bot's session: a message waits for its turn, ahead of the reminders."""

    def __init__(self, limiter: Limiter) -> None:
        self._limiter = limiter

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Send at once what is no message, and what has had its turn."""
        if not isinstance(method, MESSAGES) or _has_turn.get():
            return await make_request(bot, method)
        chat = chat_number(vars(method)["chat_id"])
        for _ in range(ATTEMPTS - 1):
            try:
                async with turn_to_send(self._limiter, chat, REPLY):
                    return await make_request(bot, method)
            except TelegramRetryAfter as error:
                if error.retry_after > LONGEST_WAIT:
                    raise
        async with turn_to_send(self._limiter, chat, REPLY):
            return await make_request(bot, method)


@asynccontextmanager
async def turn_to_send(
    limiter: Limiter, chat: int, priority: int, not_before: float = -math.inf
) -> AsyncIterator[None]:
    """A turn for requests to one chat; the limiter learns from errors how it ended."""
    async with limiter.turn(chat, priority, not_before) as turn:
        before = _has_turn.set(True)
        try:
            yield
        except NothingSent:
            turn.ending = Ending.UNUSED
            raise
        except AiogramError as error:
            failure = read_error(error)
            if isinstance(failure, TooMany):
                limiter.pause(failure.seconds)
            if not (isinstance(failure, Transient) and failure.unanswered):
                turn.ending = Ending.ANSWERED
            raise
        else:
            turn.ending = Ending.ANSWERED
        finally:
            _has_turn.reset(before)


class NothingSent(Exception):
    """Raised within a turn by whoever has changed their mind: the turn is free again."""


def chat_number(chat: int | str) -> int:
    """A number for the limits, also for a channel that is addressed by its @name."""
    return chat if isinstance(chat, int) else -1 - sum(chat.encode())
