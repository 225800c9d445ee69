"""«…друкує» for answers that take long; the quick ones, nearly all, cost nothing for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.enums import ChatAction
from aiogram.types import Message, TelegramObject

from bot.tasks import Tasks

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

PATIENCE = 0.5
"""Seconds after which a person wonders whether the bot is there."""


class Typing(BaseMiddleware):
    """Shows that the bot is writing once a handler has worked for `PATIENCE`."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Run the handler, with a timer beside it."""
        if not isinstance(event, Message):
            return await handler(event, data)
        bot: Bot = data["bot"]
        loop = asyncio.get_running_loop()
        timer = loop.call_later(PATIENCE, self._show, bot, event)
        try:
            return await handler(event, data)
        finally:
            timer.cancel()

    def _show(self, bot: Bot, message: Message) -> None:
        thread = message.message_thread_id if message.is_topic_message else None
        action = bot.send_chat_action(message.chat.id, ChatAction.TYPING, message_thread_id=thread)
        self._tasks.spawn(action, name="typing")
