"""Everything that a conversation which changes something works with."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.fsm.context import FSMContext

from handlers.notepad import Notepad
from handlers.reader import Reader
from partnership.calendar.calendar import Calendar
from partnership.handover.handovers import Handovers
from partnership.progress_reports import ProgressReports
from partnership.tasks.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Desk:
    """The person, what is pending in this chat, the calendar, and what notes are written with."""

    reader: Reader
    state: FSMContext
    calendar: Calendar
    notepad: Notepad | None = None
    """None where no message is read, so that none can become a note."""
    tasks: Tasks | None = None
    """None where no plain words are read, so that none are about an action item."""
    handovers: Handovers | None = None
    """None where no plain words are read, so that none are about handing over."""
    progress: ProgressReports | None = None
    """None where no plain words are read, so that none ask how far action items have come."""
