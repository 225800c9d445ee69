"""What handlers may ask for by name; built in `bot/`, typed here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from handlers.menu import CommandMenu
from partnership.calendar.calendar import Calendar
from partnership.clock import Clock
from partnership.editing import Editing
from partnership.gazetteer import Gazetteer
from partnership.handover.handovers import Handovers
from partnership.language.names import NameIndex
from partnership.membership import Membership
from partnership.minutes.dictating import Dictating
from partnership.minutes.taking import MinuteTaking
from partnership.notes.notes import Notes
from partnership.overview import Overview
from partnership.progress_reports import ProgressReports
from partnership.registry import Registry
from partnership.reminders.preferences import Preferences
from partnership.reminders.stores import ReminderLog
from partnership.tasks.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Services:
    """The core's use cases and what goes with them."""

    registry: Registry
    names: NameIndex
    gazetteer: Callable[[], Gazetteer]
    """Loaded at the first call: most processes never add a partner."""
    overview: Overview
    editing: Editing
    membership: Membership
    calendar: Calendar
    handovers: Handovers
    notes: Notes
    tasks: Tasks
    minute_taking: MinuteTaking
    dictating: Dictating
    progress: ProgressReports
    preferences: Preferences
    reminders: ReminderLog
    clock: Clock
    zone: ZoneInfo
    command_menu: CommandMenu
    office_templates: Path | None
    """Folder of the office's own templates of documents; None where it has none."""

    def by_name(self) -> dict[str, Any]:
        """For the dispatcher: a handler gets those whose names it has as arguments."""
        return {each.name: getattr(self, each.name) for each in fields(self)}
