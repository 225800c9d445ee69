"""aiogram's conversation state, kept in the database and read from memory."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey

from storage.conversations import Conversation, SqlConversations


class KeptConversations(BaseStorage):
    """State of every conversation: each update reads it, few write it, a restart loses none."""

    def __init__(self, store: SqlConversations) -> None:
        self._store = store
        self._keys = DefaultKeyBuilder(with_bot_id=False, with_destiny=True)
        self._known: dict[str, Conversation] = {}

    async def load(self) -> None:
        """Read what was unfinished when the process ended; a group may have got a new number."""
        self._known = await self._store.load()

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Keep the state of a conversation."""
        name = state.state if isinstance(state, State) else state
        await self._keep(key, (name, self._of(key)[1]))

    async def get_state(self, key: StorageKey) -> str | None:
        """The state of a conversation, None where there is none."""
        return self._of(key)[0]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Keep what was typed so far."""
        # Forms change what they were given in place: what is kept here must be nobody else's.
        await self._keep(key, (self._of(key)[0], deepcopy(dict(data))))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """What was typed so far."""
        return deepcopy(self._of(key)[1])

    async def close(self) -> None:
        """Nothing of its own to close: the database is closed by the application."""

    def _of(self, key: StorageKey) -> Conversation:
        return self._known.get(self._keys.build(key), (None, {}))

    async def _keep(self, key: StorageKey, conversation: Conversation) -> None:
        built = self._keys.build(key)
        if self._known.get(built, (None, {})) == conversation:
            return
        await self._store.save(built, conversation)
        if conversation == (None, {}):
            self._known.pop(built, None)
        else:
            self._known[built] = conversation
