"""The chat in which somebody writes, as a recipient of reminders."""

from __future__ import annotations

from handlers.reader import Reader
from partnership.membership_records import BoundChat
from partnership.reminders.finding_people import recipient_of
from partnership.reminders.model import Recipient, RecipientKind


def recipient_here(reader: Reader, bound: BoundChat | None) -> Recipient:
    """The bound group (or its topic) in a group, else the person."""
    if bound is not None and not reader.private:
        return recipient_of(bound)
    return Recipient(RecipientKind.USER, reader.user.id)
