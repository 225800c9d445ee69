"""Turns to send: who waits for Telegram's limits goes in order of priority."""

from __future__ import annotations

import asyncio
import itertools
import math
from bisect import insort
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.delivery.limits import Ending, Limits, Windows

REPLY = -10
"""Priority of what somebody waits for; reminders have theirs from the core, smaller is sooner."""


@dataclass(order=True, slots=True)
class _Waiting:
    priority: int
    number: int
    chat: int = field(compare=False)
    turn: asyncio.Future[None] = field(compare=False)


@dataclass(slots=True)
class Turn:
    """A turn to send; whoever has it says how it ended."""

    ending: Ending = Ending.UNANSWERED


class Limiter:
    """Gives turns within `limits`. A chat that must wait does not hold up the others."""

    def __init__(self, limits: Limits) -> None:
        self._windows = Windows(limits)
        self._waiting: list[_Waiting] = []
        self._queued: Counter[int] = Counter()
        self._numbers = itertools.count()
        self._timer: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def turn(self, chat: int, priority: int) -> AsyncIterator[Turn]:
        """Wait for a turn; unless told otherwise, the request counts as unanswered."""
        await self._wait(chat, priority)
        turn = Turn()
        try:
            yield turn
        finally:
            self._give_back(chat, turn.ending)

    def wait_for(self, chat: int, joining: int = 0) -> float:
        """Seconds until a message that joins now would go, as far as the chat is concerned.

        `joining` others of the chat are about to join before it.
        """
        now = asyncio.get_running_loop().time()
        return self._windows.expected_at(chat, self._queued[chat] + joining, now) - now

    def pause(self, seconds: float) -> None:
        """Send nothing to anybody for so long: Telegram answered 429."""
        self._windows.pause(asyncio.get_running_loop().time() + seconds)

    async def _wait(self, chat: int, priority: int) -> None:
        loop = asyncio.get_running_loop()
        waiting = _Waiting(priority, next(self._numbers), chat, loop.create_future())
        insort(self._waiting, waiting)
        self._queued[chat] += 1
        self._serve()
        try:
            await waiting.turn
        except asyncio.CancelledError:
            if waiting.turn.cancelled():
                self._waiting.remove(waiting)
                self._leave_queue(chat)
            else:
                self._give_back(chat, Ending.UNUSED)
            raise

    def _give_back(self, chat: int, ending: Ending) -> None:
        self._windows.give_back(chat, asyncio.get_running_loop().time(), ending)
        self._serve()

    def _serve(self) -> None:
        """Give every turn that can be given now, and come back when the next one can."""
        now = asyncio.get_running_loop().time()
        kept, next_chat_at = 0, math.inf
        while kept < len(self._waiting) and self._windows.permit_at(now) <= now:
            waiting = self._waiting[kept]
            free_at = self._windows.chat_at(waiting.chat)
            if free_at > now or waiting.turn.done():
                next_chat_at = min(next_chat_at, free_at)
                kept += 1
                continue
            del self._waiting[kept]
            self._leave_queue(waiting.chat)
            self._windows.take(waiting.chat, now)
            waiting.turn.set_result(None)
        all_seen = kept == len(self._waiting)
        self._come_back(next_chat_at if all_seen else self._windows.permit_at(now))

    def _come_back(self, at: float) -> None:
        if self._timer is not None:
            if self._timer.when() == at:
                return
            self._timer.cancel()
            self._timer = None
        if self._waiting and not math.isinf(at):
            self._timer = asyncio.get_running_loop().call_at(at, self._ring)

    def _ring(self) -> None:
        self._timer = None
        self._serve()

    def _leave_queue(self, chat: int) -> None:
        self._queued[chat] -= 1
        if not self._queued[chat]:
            del self._queued[chat]
