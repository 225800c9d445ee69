"""Telegram's limits on sending, kept over sliding windows.

Source of the numbers: Telegram's FAQ for bots (about 30 messages a second over all chats, one a
second in a chat, 20 a minute in a group). The exact thresholds are not public, so that any window
of a second or a minute stays within them. A window is right by causality: a permit comes back one
second after the *answer*, hence two uses of it reach the server more than a second apart.
"""

from __future__ import annotations

import heapq
import math
from collections import deque
from dataclasses import dataclass
from enum import Enum, auto

MINUTE = 60.0
PRUNE_EVERY = 1_000
"""Sends after which chats that are free again are forgotten."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be sent; times in seconds."""

    overall: int = 30
    """Messages over all chats in any `second`."""
    second: float = 1.0
    spacing: float = 0.001
    """Between two turns: thirty requests made at once would hold up the loop for long."""
    chat_pause: float = 1.0
    """From the answer to one message in a chat to the next."""
    group_minute: int = 20
    """Messages in a group in any minute."""
    unanswered: float = 10.0
    """A request without an answer may still arrive: its permit comes back so much later."""


LIFTED = Limits(
    overall=1_000,
    second=0.0,
    spacing=0.0,
    chat_pause=0.0,
    group_minute=1_000_000,
    unanswered=0.0,
)
"""No limits to speak of: for a self-hosted server, for measurements and for tests."""


class Ending(Enum):
    """How a turn to send was used."""

    ANSWERED = auto()
    UNANSWERED = auto()
    UNUSED = auto()


class Windows:
    """Says when the next message may go. Pure: every time is given, in seconds of one timer.

    For each chat a float is kept, for each group its last sends; nothing heavier, since a
    hundred thousand chats may pass.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._permits = limits.overall
        self._returning: list[float] = []
        self._chat_free_at: dict[int, float] = {}
        self._group_sends: dict[int, deque[float]] = {}
        self._not_before = -math.inf
        self._until_pruning = PRUNE_EVERY

    def permit_at(self, now: float) -> float:
        """When a permit is there: now or earlier, or infinity when all are with requests."""
        while self._returning and self._returning[0] <= now:
            heapq.heappop(self._returning)
            self._permits += 1
        if self._permits:
            return self._not_before
        return max(self._not_before, self._returning[0]) if self._returning else math.inf

    def chat_at(self, chat: int) -> float:
        """When the chat takes a message; infinity while one is under way there."""
        return max(self._chat_free_at.get(chat, -math.inf), self._group_at(chat, 0))

    def expected_at(self, chat: int, queued: int, now: float) -> float:
        """When a message behind `queued` others in its chat will go, answers coming at once."""
        free_at = self._chat_free_at.get(chat, now)
        begin = now + self._limits.chat_pause if math.isinf(free_at) else max(free_at, now)
        return max(begin + queued * self._limits.chat_pause, self._group_at(chat, queued))

    def _group_at(self, chat: int, queued: int) -> float:
        sends = self._group_sends.get(chat)
        if sends is None or len(sends) + queued < self._limits.group_minute:
            return -math.inf
        oldest = len(sends) + queued - self._limits.group_minute
        return sends[min(oldest, len(sends) - 1)] + MINUTE

    def take(self, chat: int, now: float) -> None:
        """Use a permit for a message to the chat."""
        self._permits -= 1
        self._not_before = max(self._not_before, now + self._limits.spacing)
        self._chat_free_at[chat] = math.inf

    def give_back(self, chat: int, now: float, ending: Ending) -> None:
        """The message is answered, or will not be."""
        if ending is Ending.UNUSED:
            self._permits += 1
            del self._chat_free_at[chat]
            return
        extra = self._limits.unanswered if ending is Ending.UNANSWERED else 0.0
        heapq.heappush(self._returning, now + extra + self._limits.second)
        self._chat_free_at[chat] = now + extra + self._limits.chat_pause
        if chat < 0:
            log = self._group_sends.setdefault(chat, deque(maxlen=self._limits.group_minute))
            log.append(now + extra)
        self._prune(now)

    def pause(self, until: float) -> None:
        """Nothing goes to anybody before `until`: what a 429 asks for."""
        self._not_before = max(self._not_before, until)

    def _prune(self, now: float) -> None:
        self._until_pruning -= 1
        if self._until_pruning:
            return
        self._until_pruning = PRUNE_EVERY
        self._chat_free_at = {c: at for c, at in self._chat_free_at.items() if at > now}
        self._group_sends = {
            c: sends for c, sends in self._group_sends.items() if sends[-1] + MINUTE > now
        }
