"""What is read around events in SQL, inside a transaction or outside."""

from typing import Any

from partnership.calendar.arrangement import Arrangement, Attendance
from partnership.calendar.polls import Poll
from partnership.checklists.model import ChecklistLine, Template, TemplateCode
from partnership.entities import Kind
from partnership.events import Event
from partnership.letters import Letter
from partnership.reminders.digests import Subscription
from partnership.reminders.model import Recipient, Reminder, SubjectKind
from partnership.reminders.settings import ReminderSettings
from partnership.steps import Step
from storage import attendance, checklists, polls, reminder_settings
from storage.fetching import Fetch
from storage.records import Records
from storage.reminder_rows import COLUMNS, read_reminder


class SqlCalendarReader:
    """Fulfils `partnership.calendar.stores.CalendarReader` with the connection it is given."""

    def __init__(self, fetch: Fetch, records: Records) -> None:
        self._fetch = fetch
        self._records = records

    async def event(self, key: str) -> Event | None:
        """By its lasting key."""
        found = await self._find(Kind.EVENT, '"key" = ?', key)
        return found[0] if found else None

    async def step(self, key: str) -> Step | None:
        """By its lasting key."""
        found = await self._find(Kind.STEP, '"key" = ?', key)
        return found[0] if found else None

    async def letter(self, letter: str) -> Letter | None:
        """By its id, as it stands in the transaction."""
        found = await self._find(Kind.LETTER, "id = ?", letter)
        return found[0] if found else None

    async def parts_of(self, event: str) -> list[Event]:
        """Events of which this one is the parent."""
        return await self._find(Kind.EVENT, "parent = ? ORDER BY starts_on, id", event)

    async def has_minutes(self, event: str) -> bool:
        """Whether somebody has drafted minutes of an event."""
        return bool(await self._fetch("SELECT 1 FROM minutes WHERE event = ? LIMIT 1", (event,)))

    async def arrangement(self, event: str) -> Arrangement:
        """What is kept apart from the event; an empty one where nothing is."""
        return await attendance.arrangement(self._fetch, event)

    async def attendance(self, event: str) -> list[Attendance]:
        """Everybody who was asked, by their number."""
        return await attendance.attendance(self._fetch, event)

    async def told(self, event: str) -> list[Recipient]:
        """Who was told of the event."""
        return await attendance.told(self._fetch, event)

    async def checklist(self, event: str) -> list[ChecklistLine]:
        """The lines of an event's checklists, soonest due first."""
        return await checklists.lines_of(self._fetch, event)

    async def edited_templates(self) -> dict[TemplateCode, Template]:
        """Templates that an admin changed."""
        return await checklists.edited_templates(self._fetch)

    async def poll(self, poll: int) -> Poll | None:
        """A poll with its votes."""
        return await polls.poll(self._fetch, poll)

    async def polls_of(self, event: str) -> list[Poll]:
        """The polls of an event, latest first."""
        return await polls.polls_of(self._fetch, event)

    async def settings(self) -> dict[Recipient, ReminderSettings]:
        """The choices of all who made any."""
        return await reminder_settings.settings(self._fetch)

    async def subscriptions(self) -> list[Subscription]:
        """What people and groups chose about digests."""
        return await reminder_settings.subscriptions(self._fetch)

    async def reminders_of(self, kind: SubjectKind, subject: str) -> list[Reminder]:
        """All rows about a subject, ended ones included."""
        rows = await self._fetch(
            f"SELECT {COLUMNS} FROM reminder WHERE subject_kind = ? AND subject = ?"
            " ORDER BY due_at, id",
            (kind, subject),
        )
        return [read_reminder(row) for row in rows]

    async def _find(self, kind: Kind, condition: str, *parameters: Any) -> list[Any]:
        mapping = self._records.mappings[kind]
        rows = await self._fetch(f"{mapping.select} WHERE {condition}", parameters)
        return [mapping.read(row) for row in rows]
