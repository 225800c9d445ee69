"""Inline mode: queries that wait, results that Telegram keeps, messages sent through the bot."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.sandbox.callbacks import TOO_OLD
from bot.sandbox.errors import bad_request
from bot.sandbox.model import Json

LIFETIME = timedelta(seconds=30)
DEFAULT_CACHE_SECONDS = 300
RESULTS_LIMIT = 50
RESULT_ID_BYTES = 64
OFFSET_BYTES = 64


@dataclass(frozen=True)
class InlineAnswer:
    """What the bot answered, as Telegram shows and keeps it."""

    results: list[Json]
    next_offset: str = ""
    button: Json | None = None

    def result(self, result_id: str) -> Json | None:
        """One of the results."""
        return next((one for one in self.results if one["id"] == result_id), None)


@dataclass
class InlineQuery:
    """A query that a person is typing."""

    id: str
    person_id: int
    query: str
    offset: str
    expires: datetime
    answer: InlineAnswer | None = None
    update_id: int | None = None
    answered: asyncio.Event = field(default_factory=asyncio.Event)


class InlineQueries:
    """Queries by id, and answers that Telegram serves again from its cache.

    An answer that is not marked `is_personal` is served to everybody, as Telegram does.
    """

    def __init__(self) -> None:
        self._queries: dict[str, InlineQuery] = {}
        self._cache: dict[tuple[str, str, int | None], tuple[datetime, InlineAnswer]] = {}
        self.sent: dict[str, tuple[int, int]] = {}
        """Chat and message id of the messages sent in inline mode, by inline_message_id."""

    def cached(self, person_id: int, query: str, offset: str, now: datetime) -> InlineAnswer | None:
        """An earlier answer to the same query that Telegram may still show to this person."""
        for owner in (person_id, None):
            kept = self._cache.get((query, offset, owner))
            if kept is not None and kept[0] > now:
                return kept[1]
        return None

    def begin(self, person_id: int, query: str, offset: str, now: datetime) -> InlineQuery:
        """Register a query."""
        query_id = f"59{len(self._queries) + 1:016}"
        begun = InlineQuery(query_id, person_id, query, offset, now + LIFETIME)
        self._queries[query_id] = begun
        return begun

    def answer(
        self,
        query_id: str,
        answer: InlineAnswer,
        now: datetime,
        *,
        cache_seconds: int,
        personal: bool,
    ) -> None:
        """Show the bot's results to the person who waits for them.

        Raises:
            ApiError: for an unknown, answered or old query, or results that are refused.
        """
        asked = self._queries.get(query_id)
        if asked is None or asked.answered.is_set() or asked.expires <= now:
            raise bad_request(TOO_OLD)
        _check(answer)
        asked.answer = answer
        owner = asked.person_id if personal else None
        until = now + timedelta(seconds=cache_seconds)
        self._cache.pop((asked.query, asked.offset, owner), None)
        self._cache[asked.query, asked.offset, owner] = (until, answer)
        asked.answered.set()

    def shown(self, person_id: int, query: str, result_id: str) -> Json | None:
        """A result that this person was shown for the query, the latest one first."""
        for (asked, _, owner), (_, answer) in reversed(self._cache.items()):
            if asked == query and owner in {person_id, None}:
                result = answer.result(result_id)
                if result is not None:
                    return result
        return None

    def remember(self, chat_id: int, message_id: int) -> str:
        """Make the inline_message_id of a message that a person sent through the bot."""
        inline_message_id = f"SandboxInline{len(self.sent) + 1}"
        self.sent[inline_message_id] = (chat_id, message_id)
        return inline_message_id


def _check(answer: InlineAnswer) -> None:
    if len(answer.results) > RESULTS_LIMIT:
        raise bad_request("too many inline query results specified")
    ids = [str(result.get("id", "")) for result in answer.results]
    if any(not 1 <= len(one.encode()) <= RESULT_ID_BYTES for one in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) != len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(answer.next_offset.encode()) > OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
