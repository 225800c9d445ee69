"""Every request that the bot made, for assertions and for counting rates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sandbox.model import Json


@dataclass
class Request:
    """One call of the Bot API.

    Attributes:
        method: as the bot wrote it.
        parameters: decoded; JSON-serialised values are parsed.
        files: names of the uploaded parts.
        at: the sandbox's instant of arrival, UTC.
        monotonic: the machine's monotonic seconds at arrival.
        error_code: None while it runs and when it succeeded.
    """

    method: str
    parameters: Json
    files: tuple[str, ...]
    at: datetime
    monotonic: float
    answered: bool = False
    error_code: int | None = None
    description: str | None = None
    result: Any = None


OnRequest = Callable[[Request], None]


class Requests:
    """The record, in the order of arrival.

    Attributes:
        unmodelled: names of methods that the bot called and the sandbox does not model.
    """

    def __init__(self, on_request: OnRequest | None = None) -> None:
        self.all: list[Request] = []
        self.unmodelled: list[str] = []
        self._on_request = on_request

    def add(self, request: Request) -> None:
        """Record a request, and let the hook look at it."""
        self.all.append(request)
        if self._on_request is not None:
            self._on_request(request)

    def of(self, method: str) -> list[Request]:
        """Requests to one method."""
        return [one for one in self.all if one.method.lower() == method.lower()]

    def peak(self, methods: set[str], seconds: float, *, chat_id: int | None = None) -> int:
        """The most accepted requests within any window of so many machine seconds."""
        times = [
            one.monotonic
            for one in self.all
            if one.method in methods
            and one.error_code is None
            and (chat_id is None or str(one.parameters.get("chat_id")) == str(chat_id))
        ]
        most, start = 0, 0
        for end, moment in enumerate(times):
            while moment - times[start] >= seconds:
                start += 1
            most = max(most, end - start + 1)
        return most
