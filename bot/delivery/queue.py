"""Who waits to send: those whose time has come, in order of priority, and those who are early."""

from __future__ import annotations

import asyncio
import heapq
import math
from bisect import insort
from collections import Counter
from typing import NamedTuple


class Waiting(NamedTuple):
    """A message that waits for its turn; of two with one priority the first come goes first."""

    priority: int
    number: int
    chat: int
    turn: asyncio.Future[None]


class Queue:
    """Two lines: `ready`, sorted, and the early ones by the time at which they become ready.

    All times are those of the loop's timer. A thousand may become ready at one instant, hence
    they are sorted in at once instead of one by one.
    """

    def __init__(self) -> None:
        self.ready: list[Waiting] = []
        self._early: list[tuple[float, Waiting]] = []
        self._of_chat: Counter[int] = Counter()

    def join(self, waiting: Waiting, not_before: float, now: float) -> None:
        """Stand in line; before its time nobody gets a turn."""
        self._of_chat[waiting.chat] += 1
        if not_before <= now:
            insort(self.ready, waiting)
        else:
            heapq.heappush(self._early, (not_before, waiting))

    def admit(self, now: float) -> list[Waiting]:
        """Let those in whose time has come; they are returned."""
        admitted = []
        while self._early and self._early[0][0] <= now:
            admitted.append(heapq.heappop(self._early)[1])
        if admitted:
            self.ready += admitted
            self.ready.sort()
        return admitted

    def next_at(self) -> float:
        """When the next early one becomes ready; infinity where there is none."""
        return self._early[0][0] if self._early else math.inf

    def in_line(self, chat: int) -> int:
        """How many messages of a chat wait, early ones included."""
        return self._of_chat[chat]

    def serve(self, position: int) -> Waiting:
        """Take one of the ready out of the line, to be given its turn."""
        served = self.ready.pop(position)
        self._left(served)
        return served

    def leave(self, waiting: Waiting) -> None:
        """Somebody gave up."""
        if waiting in self.ready:
            self.ready.remove(waiting)
        else:
            self._early = [each for each in self._early if each[1] is not waiting]
            heapq.heapify(self._early)
        self._left(waiting)

    def _left(self, waiting: Waiting) -> None:
        self._of_chat[waiting.chat] -= 1
        if not self._of_chat[waiting.chat]:
            del self._of_chat[waiting.chat]
