"""The bot's queue of updates: what waits, what was fetched, what was confirmed."""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.sandbox.errors import conflict
from bot.sandbox.model import Json
from partnership.clock import Clock

NOT_IN_DEFAULT_SET = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LIFETIMES = {"inline_query": timedelta(seconds=30), "callback_query": timedelta(seconds=150)}
OTHER_LIFETIME = timedelta(hours=24)
FIRST_UPDATE_ID = 700_000_001

TWO_POLLERS = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_CAME = "terminated by setWebhook request"
WEBHOOK_IS_SET = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook"
    " first"
)


@dataclass(frozen=True)
class Update:
    """One update and until when it is kept."""

    id: int
    body: Json
    expires: datetime


class Updates:
    """Updates in the order of their making; each stays until confirmed or too old.

    Attributes:
        allowed: kinds that the bot asked for; empty is Telegram's default set.
        webhook_url: where updates go instead of getUpdates; empty without a webhook.
        webhook_secret: what the deliveries carry in X-Telegram-Bot-Api-Secret-Token.
        last_webhook_error: why the latest delivery failed.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._pending: list[Update] = []
        self._next_id = FIRST_UPDATE_ID
        self._changed = asyncio.Event()
        self._poller: object | None = None
        self._closed = False
        self.allowed: frozenset[str] = frozenset()
        self.webhook_url = ""
        self.webhook_secret = ""
        self.last_webhook_error = ""

    def add(self, kind: str, payload: Json) -> int | None:
        """Queue an update; its id, or None where the bot does not want this kind."""
        wanted = kind in self.allowed if self.allowed else kind not in NOT_IN_DEFAULT_SET
        if not wanted:
            return None
        update_id, self._next_id = self._next_id, self._next_id + 1
        expires = self._clock.now() + LIFETIMES.get(kind, OTHER_LIFETIME)
        body = {"update_id": update_id, kind: copy.deepcopy(payload)}
        self._pending.append(Update(update_id, body, expires))
        self.look_again()
        return update_id

    def allow(self, kinds: list[str] | None) -> None:
        """Keep the earlier setting for None; an empty list is the default set."""
        if kinds is not None:
            self.allowed = frozenset(kinds)

    @property
    def is_polled(self) -> bool:
        """Whether a getUpdates waits right now."""
        return self._poller is not None

    def set_webhook(self, url: str, secret: str) -> None:
        """Send updates to this address from now on; an empty one returns to getUpdates."""
        self.webhook_url, self.webhook_secret, self.last_webhook_error = url, secret, ""
        self.look_again()

    def pending(self) -> list[Update]:
        """What has been neither confirmed nor grown too old, oldest first."""
        now = self._clock.now()
        self._pending = [update for update in self._pending if update.expires > now]
        return list(self._pending)

    def confirm_below(self, offset: int) -> None:
        """Forget every update with a lower id."""
        self._pending = [update for update in self._pending if update.id >= offset]
        self.look_again()

    def confirm(self, update_id: int) -> None:
        """Forget one update, which a webhook has taken."""
        self._pending = [update for update in self._pending if update.id != update_id]
        self.look_again()

    def clear(self) -> None:
        """Drop everything that waits."""
        self._pending = []
        self.look_again()

    async def get(self, offset: int, limit: int, timeout_seconds: float) -> list[Json]:
        """getUpdates: wait up to the timeout for updates from `offset` on.

        Raises:
            ApiError: 409 with a webhook set, or when another getUpdates came meanwhile.
        """
        if self.webhook_url:
            raise conflict(WEBHOOK_IS_SET)
        poller = self._poller = object()
        self.look_again()
        self._forget_as_asked(offset)
        try:
            async with asyncio.timeout(timeout_seconds):
                await self.until(lambda: self._has_news(poller))
        except TimeoutError:
            self._leave(poller)
            return []
        if self._poller is not poller:
            raise conflict(TWO_POLLERS)
        if self.webhook_url:
            raise conflict(WEBHOOK_CAME)
        self._leave(poller)
        return [update.body for update in self.pending()[:limit]]

    def _has_news(self, poller: object) -> bool:
        ended = self._closed or bool(self.webhook_url) or self._poller is not poller
        return ended or bool(self.pending())

    def close(self) -> None:
        """Answer whoever waits at once, now and from now on."""
        self._closed = True
        self.look_again()

    def _leave(self, poller: object) -> None:
        if self._poller is poller:
            self._poller = None

    def _forget_as_asked(self, offset: int) -> None:
        if offset > 0:
            self.confirm_below(offset)
        elif offset < 0:
            self._pending = self.pending()[offset:]

    async def confirmed(self, update_id: int | None) -> None:
        """Wait until the bot has confirmed this update (and therefore seen it)."""
        await self.until(lambda: all(update.id != update_id for update in self._pending))

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds that depends on this queue."""
        while not holds():
            await self._changed.wait()

    def look_again(self) -> None:
        """Let whoever waits in `until` check once more."""
        self._changed.set()
        self._changed = asyncio.Event()
