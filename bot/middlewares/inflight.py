"""Counts updates being handled, so that a stop can wait until none is cut in half."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class InFlight(BaseMiddleware):
    """Outermost middleware: knows whether anything is still being handled."""

    def __init__(self) -> None:
        self.last_update: int | None = None
        """Highest number of an update that came in: what a stop confirms to Telegram."""
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Count one update in, and out again whatever happens."""
        if isinstance(event, Update):
            self.last_update = max(self.last_update or 0, event.update_id)
        self._count += 1
        self._idle.clear()
        try:
            return await handler(event, data)
        finally:
            self._count -= 1
            if self._count == 0:
                self._idle.set()

    async def drained(self, deadline: float) -> bool:
        """Wait until nothing is being handled, at most `deadline` seconds; else False."""
        try:
            await asyncio.wait_for(self._idle.wait(), deadline)
        except TimeoutError:
            return False
        return True
