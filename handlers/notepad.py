"""What plain words need to become a note; part of the desk."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.types import Message

from partnership.membership_records import BoundChat
from partnership.notes.notes import Notes


@dataclass(frozen=True, slots=True)
class Notepad:
    """The notes, the message that is read, and the group where it was written."""

    notes: Notes
    message: Message
    bound: BoundChat | None
