"""Bound groups in SQL; the whole group is stored as thread 0."""

from dataclasses import replace

from partnership.membership_records import BoundChat
from storage.chat_migration import follow_chat
from storage.database import Database
from storage.rows import Mapping


class SqlChats:
    """Fulfils `partnership.stores.ChatStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._mapping = Mapping(BoundChat, "bound_chat", key="chat", also_key=("thread",))

    async def chats(self) -> list[BoundChat]:
        """All bound groups."""
        rows = await self._database.fetch_all(f"{self._mapping.select} ORDER BY bound_at")
        found = (self._mapping.read(row) for row in rows)
        return [replace(chat, thread=chat.thread or None) for chat in found]

    async def save_chat(self, chat: BoundChat) -> None:
        """Bind a group, or a topic of it, anew."""
        stored = replace(chat, thread=chat.thread or 0)
        async with self._database.transaction() as transaction:
            await transaction.execute(self._mapping.upsert, self._mapping.values(stored))

    async def delete_chat(self, chat: int, thread: int | None) -> None:
        """Forget a group or a topic."""
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "DELETE FROM bound_chat WHERE chat = ? AND thread = ?", (chat, thread or 0)
            )

    async def migrate_chat(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup; what is bound there already stays.

        What the group chose about reminders goes along.
        """
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE bound_chat SET chat = ? WHERE chat = ? AND thread NOT IN"
                " (SELECT thread FROM bound_chat WHERE chat = ?)",
                (new, old, new),
            )
            await transaction.execute("DELETE FROM bound_chat WHERE chat = ?", (old,))
            await follow_chat(transaction, old, new)
