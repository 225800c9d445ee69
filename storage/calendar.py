"""The calendar's tables in SQL: writing within the transaction of a change, and planning."""

from collections.abc import Iterable, Sized
from datetime import datetime
from typing import Any

from partnership.calendar.arrangement import Arrangement, Attendance
from partnership.calendar.polls import Poll, Vote
from partnership.checklists.model import ChecklistLine, Template, TemplateCode
from partnership.entities import Kind
from partnership.events import AHEAD, CALLED_OFF, UNDER_WAY, Event, EventState
from partnership.letters import AWAITING
from partnership.reminders.announcements import Announcement
from partnership.reminders.digests import Subscription
from partnership.reminders.model import Recipient
from partnership.reminders.settings import ReminderSettings
from partnership.steps import OPEN_STATES
from partnership.stores import Work
from storage import attendance, checklists, polls, reminder_settings
from storage.announcements import SqlAnnouncements
from storage.calendar_reading import SqlCalendarReader
from storage.database import Database, Transaction
from storage.records import Records
from storage.registry import SqlWork
from storage.reminders import SqlReminders


class SqlCalendarWork(SqlCalendarReader):
    """Fulfils `partnership.calendar.stores.CalendarWork` within one open transaction."""

    def __init__(
        self,
        transaction: Transaction,
        records: Records,
        reminders: SqlReminders,
        announcements: SqlAnnouncements,
    ) -> None:
        super().__init__(transaction.fetch_all, records)
        self._transaction = transaction
        self._announcements = announcements
        rows = reminders.work(transaction)
        self.put_reminders = rows.put_reminders
        self.cancel_reminders = rows.cancel_reminders

    async def put_arrangement(self, arrangement: Arrangement) -> None:
        """Keep what stands apart from an event."""
        await attendance.put_arrangement(self._transaction, arrangement)

    async def put_attendance(self, answer: Attendance) -> None:
        """Keep that somebody was asked, or what they answered."""
        await attendance.put_attendance(self._transaction, answer)

    async def delete_attendance(self, answer: Attendance) -> None:
        """Forget that somebody was asked."""
        await attendance.delete_attendance(self._transaction, answer)

    async def put_told(self, event: str, recipients: Iterable[Recipient]) -> None:
        """Keep who was told of an event."""
        await attendance.put_told(self._transaction, event, recipients)

    async def put_lines(self, lines: Iterable[ChecklistLine]) -> None:
        """Keep lines of a checklist."""
        await checklists.put_lines(self._transaction, lines)

    async def delete_lines(self, event: str, template: TemplateCode) -> None:
        """Take a checklist away from an event."""
        await checklists.delete_lines(self._transaction, event, template)

    async def put_template(self, template: Template, by: int, at: datetime) -> None:
        """Keep a template as an admin changed it."""
        await checklists.put_template(self._transaction, template, by, at)

    async def delete_template(self, code: TemplateCode) -> None:
        """Go back to the template that came with the project."""
        await checklists.delete_template(self._transaction, code)

    async def add_poll(self, poll: Poll) -> Poll:
        """A new poll with its number."""
        return await polls.add_poll(self._transaction, poll)

    async def put_poll(self, poll: Poll) -> None:
        """What became of a poll; votes are written one by one."""
        await polls.put_poll(self._transaction, poll)

    async def put_vote(self, poll: int, user: int, option: int, vote: Vote) -> None:
        """Keep a vote, in place of an earlier one."""
        await polls.put_vote(self._transaction, poll, user, option, vote)

    async def put_settings(self, settings: ReminderSettings) -> None:
        """Keep a recipient's choices."""
        await reminder_settings.put_settings(self._transaction, settings)

    async def put_subscription(self, subscription: Subscription) -> None:
        """Keep whether somebody wants a digest."""
        await reminder_settings.put_subscription(self._transaction, subscription)

    async def announce(
        self, announcement: Announcement, recipients: Iterable[Recipient], now: datetime
    ) -> None:
        """Put into the outbox what these are told."""
        await self._announcements.add(self._transaction, announcement, recipients, now)


class SqlCalendar(SqlCalendarReader):
    """Fulfils `partnership.calendar.stores.CalendarStore`."""

    def __init__(
        self,
        database: Database,
        records: Records,
        reminders: SqlReminders,
        announcements: SqlAnnouncements,
    ) -> None:
        super().__init__(database.fetch_all, records)
        self._reminders = reminders
        self._announcements = announcements

    def within(self, work: Work) -> SqlCalendarWork:
        """The same tables within a transaction on the registry that is open already."""
        if not isinstance(work, SqlWork):
            raise TypeError("only a transaction of this store can be joined")
        return SqlCalendarWork(
            work.transaction, self._records, self._reminders, self._announcements
        )

    async def planned_events(self) -> list[str]:
        """Keys of events that may need reminders.

        Those with a day that are ahead or under way, those with lines still to be done, and those
        with a reminder still to be sent: minutes are asked for afterwards.
        """
        ahead, over = sorted(AHEAD | UNDER_WAY), sorted(CALLED_OFF | {EventState.CLOSED})
        return await self._keys(
            'SELECT "key" FROM event WHERE starts_on IS NOT NULL AND'
            f" (state IN ({_marks(ahead)}) OR (state NOT IN ({_marks(over)}) AND EXISTS"
            ' (SELECT 1 FROM checklist_line WHERE checklist_line.event = event."key"'
            " AND checklist_line.state = 'open'))"
            " OR EXISTS (SELECT 1 FROM reminder WHERE reminder.subject_kind = 'event'"
            ' AND reminder.subject = event."key"'
            " AND reminder.state IN ('pending', 'claimed')))",
            *ahead,
            *over,
        )

    async def arranged_by(self, organiser: int) -> list[str]:
        """Keys of events that this person is asked about and that are not over."""
        states = sorted(AHEAD | UNDER_WAY)
        return await self._keys(
            'SELECT event."key" FROM event JOIN arrangement ON arrangement.event = event."key"'
            f" WHERE arrangement.organiser = ? AND event.state IN ({_marks(states)})",
            organiser,
            *states,
        )

    async def given_lines(self) -> list[ChecklistLine]:
        """Open lines that were given to somebody, of events that are not called off."""
        return await checklists.given_lines(self._fetch)

    async def invitations_of(self, user: int) -> list[Attendance]:
        """Who is asked to events that are not over, where it is this person or their deputy."""
        return await attendance.invitations_of(self._fetch, user)

    async def awaited_letters(self) -> list[str]:
        """Ids of letters that may still be answered."""
        states = sorted(AWAITING)
        return await self._keys(f"SELECT id FROM letter WHERE state IN ({_marks(states)})", *states)

    async def series(self) -> list[Event]:
        """Events that repeat and are not called off."""
        off = sorted(CALLED_OFF)
        wanted = f"series IS NOT NULL AND state NOT IN ({_marks(off)})"
        return await self._find(Kind.EVENT, wanted, *off)

    async def open_steps(self) -> list[str]:
        """Keys of open steps with a due date."""
        states = sorted(OPEN_STATES)
        wanted = f"state IN ({_marks(states)}) AND due IS NOT NULL"
        return await self._keys(f'SELECT "key" FROM step WHERE {wanted}', *states)

    async def _keys(self, sql: str, *parameters: Any) -> list[str]:
        return [row[0] for row in await self._fetch(sql, parameters)]


def _marks(values: Sized) -> str:
    return ", ".join("?" * len(values))
