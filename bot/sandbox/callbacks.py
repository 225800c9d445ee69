"""Presses of inline buttons that wait for the bot's answer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.sandbox.errors import bad_request
from bot.sandbox.model import Json

LIFETIME = timedelta(seconds=150)
ALERT_LIMIT = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass
class Press:
    """One press of a button.

    Attributes:
        answer: text, show_alert, url and cache_time as the bot gave them; None until then.
        answered: set together with `answer`.
    """

    id: str
    person_id: int
    expires: datetime
    answer: Json | None = None
    update_id: int | None = None
    answered: asyncio.Event = field(default_factory=asyncio.Event)


class Presses:
    """Presses by callback query id; each takes one answer."""

    def __init__(self) -> None:
        self._presses: dict[str, Press] = {}

    def begin(self, person_id: int, now: datetime) -> Press:
        """Register a press."""
        press = Press(f"58{len(self._presses) + 1:016}", person_id, now + LIFETIME)
        self._presses[press.id] = press
        return press

    def answer(self, query_id: str, answer: Json, now: datetime) -> None:
        """Give the bot's answer to the person who waits for it.

        Raises:
            ApiError: for an unknown, answered or old query, or a text over 200 characters.
        """
        press = self._presses.get(query_id)
        if press is None or press.answered.is_set() or press.expires <= now:
            raise bad_request(TOO_OLD)
        if len(answer.get("text") or "") > ALERT_LIMIT:
            raise bad_request("MESSAGE_TOO_LONG")
        press.answer = answer
        press.answered.set()
