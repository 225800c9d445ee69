"""Turns to send: who waits for Telegram's limits goes in order of priority."""

from __future__ import annotations

import asyncio
import itertools
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.delivery.limits import Ending, Limits, Windows
from bot.delivery.queue import Queue, Waiting

REPLY = -10
"""Priority of what somebody waits for; reminders have theirs from the core, smaller is sooner."""


@dataclass(slots=True)
class Turn:
    """A turn to send; whoever has it says how it ended."""

    ending: Ending = Ending.UNANSWERED


class Limiter:
    """Gives turns within `limits`. A chat that must wait does not hold up the others."""

    def __init__(self, limits: Limits, queue: Queue | None = None) -> None:
        self._windows = Windows(limits)
        self._queue = queue or Queue()
        self._numbers = itertools.count()
        self._timer: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def turn(
        self, chat: int, priority: int, not_before: float = -math.inf
    ) -> AsyncIterator[Turn]:
        """Wait for a turn; unless told otherwise, the request counts as unanswered.

        `not_before`: by the loop's timer; whoever comes early is ready then to the millisecond.
        """
        await self._wait(chat, priority, not_before)
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
        return self._windows.expected_at(chat, self._queue.in_line(chat) + joining, now) - now

    def pause(self, seconds: float) -> None:
        """Send nothing to anybody for so long: Telegram answered 429."""
        self._windows.pause(asyncio.get_running_loop().time() + seconds)

    async def _wait(self, chat: int, priority: int, not_before: float) -> None:
        loop = asyncio.get_running_loop()
        waiting = Waiting(priority, next(self._numbers), chat, loop.create_future())
        self._queue.join(waiting, not_before, loop.time())
        self._serve()
        try:
            await waiting.turn
        except asyncio.CancelledError:
            if waiting.turn.cancelled():
                self._queue.leave(waiting)
            else:
                self._give_back(chat, Ending.UNUSED)
            raise

    def _give_back(self, chat: int, ending: Ending) -> None:
        self._windows.give_back(chat, asyncio.get_running_loop().time(), ending)
        self._serve()

    def _serve(self) -> None:
        """Give every turn that can be given now, and come back when the next one can."""
        now = asyncio.get_running_loop().time()
        self._queue.admit(now)
        ready = self._queue.ready
        kept, next_chat_at = 0, math.inf
        while kept < len(ready) and self._windows.permit_at(now) <= now:
            waiting = ready[kept]
            free_at = self._windows.chat_at(waiting.chat)
            if free_at > now or waiting.turn.done():
                next_chat_at = min(next_chat_at, free_at)
                kept += 1
                continue
            self._queue.serve(kept)
            self._windows.take(waiting.chat, now)
            waiting.turn.set_result(None)
        all_seen = kept == len(ready)
        next_turn_at = next_chat_at if all_seen else self._windows.permit_at(now)
        self._come_back(min(next_turn_at, self._queue.next_at()))

    def _come_back(self, at: float) -> None:
        if self._timer is not None:
            if self._timer.when() == at:
                return
            self._timer.cancel()
            self._timer = None
        if not math.isinf(at):
            self._timer = asyncio.get_running_loop().call_at(at, self._ring)

    def _ring(self) -> None:
        self._timer = None
        self._serve()
