"""A group became a supergroup: what it chose and what it was told goes to its new number."""

from storage.database import Transaction

TABLES = {"reminder_settings": (), "subscription": ("kind",), "told": ("event",)}
"""Tables that name recipients, with what makes a row unique besides recipient and topic."""


async def follow_chat(transaction: Transaction, old: int, new: int) -> None:
    """Give the rows of a chat to another; where that has the same already, its own stays."""
    for table, also in TABLES.items():
        same = " AND ".join(f"other.{name} = {table}.{name}" for name in ("thread", *also))
        await transaction.execute(
            f"UPDATE {table} SET recipient = ? WHERE recipient_kind = 'chat' AND recipient = ?"
            f" AND NOT EXISTS (SELECT 1 FROM {table} AS other"
            f" WHERE other.recipient_kind = 'chat' AND other.recipient = ? AND {same})",
            (new, old, new),
        )
        await transaction.execute(
            f"DELETE FROM {table} WHERE recipient_kind = 'chat' AND recipient = ?", (old,)
        )
    # Messages of the old group have other numbers in the new one: what was understood so far is
    # shown anew.
    await transaction.execute(
        "UPDATE OR IGNORE dictation SET chat = ?, summary = NULL WHERE chat = ?", (new, old)
    )
