"""Faults that tests order in advance: what goes wrong, with which request, how many times."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import Enum, auto

from bot.sandbox.errors import ApiError, too_many_requests


class FaultKind(Enum):
    """What happens to the request."""

    REFUSE = auto()
    HANG = auto()
    DROP_AFTER_APPLYING = auto()


@dataclass
class Fault:
    """One ordered fault.

    Attributes:
        method: the Bot API method, or None for any.
        chat_id: the chat, or None for any.
        times: how many requests it still strikes.
        error: the refusal, for REFUSE.
        struck: set when a request has met the fault.
        released: ends a HANG; the request then goes on as usual.
    """

    kind: FaultKind
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    error: ApiError | None = None
    struck: asyncio.Event = field(default_factory=asyncio.Event)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    def strikes(self, method: str, chat_id: int | None) -> bool:
        """Whether a request to this method and chat meets the fault."""
        return (
            self.times > 0
            and (self.method is None or self.method.lower() == method.lower())
            and (self.chat_id is None or self.chat_id == chat_id)
        )


class Faults:
    """Ordered faults, first in, first out."""

    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def order(self, fault: Fault) -> Fault:
        """Add a fault."""
        self._ordered.append(fault)
        return fault

    def too_many_requests(
        self, method: str | None = None, *, chat_id: int | None = None, retry_after: int = 1
    ) -> Fault:
        """Answer the next such request with 429."""
        return self.refuse(too_many_requests(retry_after), method, chat_id=chat_id)

    def server_error(self, method: str | None = None, *, chat_id: int | None = None) -> Fault:
        """Answer the next such request with 500."""
        return self.refuse(ApiError(500, "Internal Server Error"), method, chat_id=chat_id)

    def refuse(
        self, error: ApiError, method: str | None = None, *, chat_id: int | None = None
    ) -> Fault:
        """Answer the next such request with any refusal."""
        return self.order(Fault(FaultKind.REFUSE, method, chat_id, error=error))

    def hang(self, method: str | None = None, *, chat_id: int | None = None) -> Fault:
        """Hold the next such request until `released` is set."""
        return self.order(Fault(FaultKind.HANG, method, chat_id))

    def drop(self, method: str | None = None, *, chat_id: int | None = None) -> Fault:
        """Carry the next such request out and close the connection without an answer."""
        return self.order(Fault(FaultKind.DROP_AFTER_APPLYING, method, chat_id))

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The fault that strikes this request, counted down."""
        for fault in self._ordered:
            if fault.strikes(method, chat_id):
                fault.times -= 1
                fault.struck.set()
                return fault
        return None

    def release_all(self) -> None:
        """End every hang, so that the server can stop."""
        for fault in self._ordered:
            fault.released.set()
