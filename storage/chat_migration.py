"""A group became a supergroup: all that is kept under its old number goes to the new one."""

from storage.conversations import chat_prefix
from storage.database import Transaction
from storage.reminder_rows import OPEN

TABLES = {"reminder_settings": (), "subscription": ("kind",), "told": ("event",)}
"""Tables that name recipients, with what makes a row unique besides recipient and topic."""

BEFORE_ALL = 10**12
"""More messages than any chat will hold."""


_MOVE_REMINDERS = (
    """UPDATE reminder SET recipient = ?, "key" = replace("key", ?, ?)"""
    " WHERE recipient_kind = 'chat' AND recipient = ? AND NOT EXISTS"
    """ (SELECT 1 FROM reminder there WHERE there."key" = replace(reminder."key", ?, ?))"""
)
"""What is planned for the new chat already is left alone."""


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
    # The new group numbers its messages from 1 again: those of the old one come before all of
    # them, and what was understood so far is shown anew.
    await transaction.execute(
        "UPDATE dictation_point SET message = message - ?"
        " WHERE dictation IN (SELECT id FROM dictation WHERE chat = ?)",
        (BEFORE_ALL, old),
    )
    await transaction.execute(
        "UPDATE OR IGNORE dictation SET chat = ?, summary = NULL WHERE chat = ?", (new, old)
    )
    await _follow_reminders(transaction, old, new)
    await transaction.execute(
        "UPDATE OR IGNORE conversation SET key = ? || substr(key, ?) WHERE substr(key, 1, ?) = ?",
        (
            chat_prefix(new),
            len(chat_prefix(old)) + 1,
            len(chat_prefix(old)),
            chat_prefix(old),
        ),
    )


async def _follow_reminders(transaction: Transaction, old: int, new: int) -> None:
    places = (f"chat:{old}|", f"chat:{new}|")
    await transaction.execute(_MOVE_REMINDERS, (new, *places, old, *places))
    await transaction.execute(
        "UPDATE reminder SET state = 'cancelled', reason = 'moved', lease_until = NULL"
        f" WHERE recipient_kind = 'chat' AND recipient = ? AND {OPEN}",
        (old,),
    )
