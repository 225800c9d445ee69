"""Unfinished conversations in SQL: what somebody has typed into a form so far."""

import json
from typing import Any

from storage.database import Database

Conversation = tuple[str | None, dict[str, Any]]
"""State of the form and what was typed into it."""


def chat_prefix(chat: int) -> str:
    """How the keys of all conversations in a chat begin, as aiogram makes them."""
    return f"fsm:{chat}:"


class SqlConversations:
    """Loads all at start, since they are few, and keeps each change."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self) -> dict[str, Conversation]:
        """Every conversation by its key."""
        rows = await self._database.fetch_all("SELECT key, state, data FROM conversation")
        return {key: (state, json.loads(data)) for key, state, data in rows}

    async def save(self, key: str, conversation: Conversation) -> None:
        """Keep a conversation; an empty one is forgotten."""
        state, data = conversation
        async with self._database.transaction() as transaction:
            if state is None and not data:
                await transaction.execute("DELETE FROM conversation WHERE key = ?", (key,))
                return
            await transaction.execute(
                "INSERT INTO conversation (key, state, data) VALUES (?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET state = excluded.state, data = excluded.data",
                (key, state, json.dumps(data, ensure_ascii=False)),
            )
