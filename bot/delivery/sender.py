"""One message to one recipient: sent, followed to where the chat has moved, or refused."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.delivery.errors import Failure, Migrated, Refused, TopicGone, read_error
from bot.delivery.limiter import Limiter
from bot.delivery.pacing import NothingSent, turn_to_send
from handlers.pictures import parts_of, send_part
from handlers.screens import Screen
from partnership.reminders.model import Recipient

REQUEST_SECONDS = 20
"""How long an answer is waited for."""
WAYS = 3
"""A group can move and its topic be gone: so many addresses are tried for one message."""

Compose = Callable[[], Awaitable[Screen | None]]
"""Says what to send when the turn has come; None where there is nothing to say any more."""
Record = Callable[["Delivered"], Awaitable[None]]
"""Told what was delivered before the turn ends: never more is unrecorded than is in flight."""
Moved = Callable[[int, int], Awaitable[None]]
"""Told the old and the new id of a group that became a supergroup."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """Telegram took it."""

    message_id: int
    recipient: Recipient
    topic_lost: bool = False
    """The topic was gone: it stands in the group itself."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """There was nothing to send any more; nothing was sent."""


@dataclass(slots=True)
class _Mail:
    """A screen on its way: a long text takes several messages, each its turn."""

    compose: Compose
    parts: deque[Screen] = field(default_factory=deque)
    begun: bool = False

    @property
    def is_sent(self) -> bool:
        """Whether all of it is with Telegram."""
        return self.begun and not self.parts

    async def next_part(self) -> Screen | None:
        """What is to be sent now; asked for anew until the first of it is sent."""
        if not self.begun:
            screen = await self.compose()
            self.parts = deque(parts_of(screen) if screen is not None else ())
        return self.parts[0] if self.parts else None

    def took(self) -> None:
        """Telegram has the part."""
        self.begun = True
        self.parts.popleft()


class Sender:
    """Sends within the limits, and knows the ways around a moved group and a closed topic."""

    def __init__(self, bot: Bot, limiter: Limiter, moved: Moved) -> None:
        self._bot = bot
        self._limiter = limiter
        self._moved = moved

    def wait_for(self, to: Recipient, joining: int) -> float:
        """Seconds until the chat takes one more message, behind those that wait or will join."""
        return self._limiter.wait_for(to.id, joining)

    async def send(
        self,
        to: Recipient,
        compose: Compose,
        record: Record,
        priority: int,
        not_before: float = -math.inf,
    ) -> Delivered | Withdrawn | Failure:
        """Send what `compose` gives, which is asked as late as possible.

        `not_before`: by the loop's timer, for what is given to us ahead of its time.
        """
        topic_lost, mail = False, _Mail(compose)
        for _ in range(WAYS):
            try:
                while True:
                    async with turn_to_send(self._limiter, to.id, priority, not_before):
                        delivered = await self._use_turn(to, mail, record, topic_lost=topic_lost)
                    if mail.is_sent:
                        return delivered
            except NothingSent:
                return Withdrawn()
            except AiogramError as error:
                failure = read_error(error)
            match failure:
                case Migrated(chat):
                    await self._moved(to.id, chat)
                    to = replace(to, id=chat)
                case TopicGone() if to.thread is not None:
                    to, topic_lost = replace(to, thread=None), True
                case _:
                    return failure
        return Refused("the chat keeps moving")

    async def _use_turn(
        self, to: Recipient, mail: _Mail, record: Record, *, topic_lost: bool
    ) -> Delivered:
        part = await mail.next_part()
        if part is None:
            raise NothingSent
        number = await send_part(self._bot, to.id, to.thread, part, patience=REQUEST_SECONDS)
        mail.took()
        delivered = Delivered(number, to, topic_lost)
        if mail.is_sent:
            await record(delivered)
        return delivered
