"""Everything that a conversation which changes something works with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from aiogram.fsm.context import FSMContext
from aiogram.utils.i18n import I18n

from handlers.languages import joined
from handlers.notepad import Notepad
from handlers.reader import Reader
from handlers.screens import Screen
from partnership.calendar.calendar import Calendar
from partnership.handover.handovers import Handovers
from partnership.minutes.dictating import Dictating
from partnership.minutes.taking import MinuteTaking
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
    minute_taking: MinuteTaking | None = None
    """None where no plain words are read, so that none ask for minutes."""
    dictating: Dictating | None = None
    i18n: I18n | None = None
    languages: tuple[str, ...] = ()
    """Those of an answer, where what writes runs once and words it twice; else the reader's own."""

    async def worded(self, render: Callable[[Desk], Awaitable[Screen]]) -> Screen:
        """What `render` makes of this desk, in each language that the group wants."""
        if self.i18n is None or len(self.languages) < 2:
            return await render(self)
        screens = []
        for language in self.languages:
            reader = replace(self.reader, language=language)
            with self.i18n.use_locale(language):
                screens.append(await render(replace(self, reader=reader, languages=())))
        return joined(screens)
