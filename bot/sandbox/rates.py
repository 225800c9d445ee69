"""Telegram's limits on sending, counted strictly over sliding windows.

Telegram does not publish exact thresholds; these are the ones its FAQ names.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.errors import too_many_requests


@dataclass(frozen=True)
class Limit:
    """At most `count` messages within any `seconds`."""

    count: int
    seconds: float


OVERALL = Limit(30, 1.0)
IN_GROUP = Limit(20, 60.0)
IN_CHAT = (Limit(3, 1.0), Limit(6, 5.0))
"""One message a second in a chat, with the short burst that Telegram tolerates."""


@dataclass
class Window:
    """When the latest messages were accepted, in seconds of the timer."""

    times: deque[float] = field(default_factory=lambda: deque(maxlen=OVERALL.count))

    def wait(self, limit: Limit, now: float) -> float:
        """Seconds until one more message is within the limit; 0 is now."""
        if len(self.times) < limit.count:
            return 0.0
        return max(0.0, self.times[-limit.count] + limit.seconds - now)


class Rates:
    """Counts accepted messages, and refuses what exceeds a limit when strict.

    Args:
        strict: refuse with 429; otherwise everything is let through.
        timer: seconds from any origin; monotonic unless a test controls it.
    """

    def __init__(
        self, *, strict: bool = False, timer: Callable[[], float] = time.monotonic
    ) -> None:
        self.strict = strict
        self._timer = timer
        self._overall = Window()
        self._chats: dict[int, Window] = {}

    def check(self, chat_id: int, *, is_group: bool) -> None:
        """Count one message to the chat.

        Raises:
            ApiError: 429, with `retry_after` rounded up to whole seconds.
        """
        if not self.strict:
            return
        now = self._timer()
        window = self._chats.setdefault(chat_id, Window())
        limits = (*IN_CHAT, IN_GROUP) if is_group else IN_CHAT
        wait = max(self._overall.wait(OVERALL, now), *(window.wait(one, now) for one in limits))
        if wait > 0:
            raise too_many_requests(math.ceil(wait))
        self._overall.times.append(now)
        window.times.append(now)
