"""What the calendar needs remembered, read and written in the transaction of a change."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from partnership.calendar.arrangement import Arrangement, Attendance
from partnership.calendar.polls import Poll, Vote
from partnership.checklists.model import ChecklistLine, Template, TemplateCode
from partnership.events import Event
from partnership.letters import Letter
from partnership.reminders.announcements import Announcement
from partnership.reminders.digests import Subscription
from partnership.reminders.model import Recipient, Reminder, SubjectKind
from partnership.reminders.settings import ReminderSettings
from partnership.reminders.stores import ReminderWork
from partnership.steps import Step
from partnership.stores import Work


class CalendarReader(Protocol):
    """Everything around events that is read, inside a transaction or outside."""

    async def event(self, key: str) -> Event | None:
        """By its lasting key."""
        ...

    async def step(self, key: str) -> Step | None:
        """By its lasting key."""
        ...

    async def letter(self, letter: str) -> Letter | None:
        """By its id, as it stands in the transaction."""
        ...

    async def parts_of(self, event: str) -> list[Event]:
        """Events of which this one is the parent."""
        ...

    async def has_minutes(self, event: str) -> bool:
        """Whether somebody has drafted minutes of an event."""
        ...

    async def arrangement(self, event: str) -> Arrangement:
        """What is kept apart from the event; an empty one where nothing is."""
        ...

    async def attendance(self, event: str) -> list[Attendance]:
        """Everybody who was asked, by their number."""
        ...

    async def told(self, event: str) -> list[Recipient]:
        """Who was told of the event."""
        ...

    async def checklist(self, event: str) -> list[ChecklistLine]:
        """The lines of an event's checklists, soonest due first."""
        ...

    async def edited_templates(self) -> dict[TemplateCode, Template]:
        """Templates that an admin changed."""
        ...

    async def poll(self, poll: int) -> Poll | None:
        """A poll with its votes."""
        ...

    async def polls_of(self, event: str) -> list[Poll]:
        """The polls of an event, latest first."""
        ...

    async def settings(self) -> dict[Recipient, ReminderSettings]:
        """The choices of all who made any."""
        ...

    async def subscriptions(self) -> list[Subscription]:
        """What people and groups chose about digests."""
        ...

    async def reminders_of(self, kind: SubjectKind, subject: str) -> list[Reminder]:
        """All rows about a subject, ended ones included."""
        ...


class CalendarWork(CalendarReader, ReminderWork, Protocol):
    """The same within an open transaction, and what is written there."""

    async def put_arrangement(self, arrangement: Arrangement) -> None: ...
    async def put_attendance(self, attendance: Attendance) -> None: ...
    async def delete_attendance(self, attendance: Attendance) -> None: ...
    async def put_told(self, event: str, recipients: Iterable[Recipient]) -> None: ...
    async def put_lines(self, lines: Iterable[ChecklistLine]) -> None: ...
    async def delete_lines(self, event: str, template: TemplateCode) -> None: ...
    async def put_template(self, template: Template, by: int, at: datetime) -> None: ...
    async def delete_template(self, code: TemplateCode) -> None: ...
    async def add_poll(self, poll: Poll) -> Poll:
        """A new poll with its number."""
        ...

    async def put_poll(self, poll: Poll) -> None:
        """What became of a poll; votes are written one by one."""
        ...

    async def put_vote(self, poll: int, user: int, option: int, vote: Vote) -> None: ...
    async def put_settings(self, settings: ReminderSettings) -> None: ...
    async def put_subscription(self, subscription: Subscription) -> None: ...
    async def announce(
        self, announcement: Announcement, recipients: Iterable[Recipient], now: datetime
    ) -> None:
        """Put into the outbox what these are told."""
        ...


class CalendarStore(CalendarReader, Protocol):
    """The calendar's tables."""

    def within(self, work: Work) -> CalendarWork:
        """The same tables within a transaction on the registry that is open already."""
        ...

    async def planned_events(self) -> list[str]:
        """Keys of events that may need reminders, of themselves or of their checklists."""
        ...

    async def series(self) -> list[Event]:
        """Events that repeat and are not called off."""
        ...

    async def arranged_by(self, organiser: int) -> list[str]:
        """Keys of events that this person is asked about and that are not over."""
        ...

    async def given_lines(self) -> list[ChecklistLine]:
        """Open lines that were given to somebody, of events that are not called off."""
        ...

    async def invitations_of(self, user: int) -> list[Attendance]:
        """Who is asked to events that are not over, where it is this person or their deputy."""
        ...

    async def awaited_letters(self) -> list[str]:
        """Ids of letters that may still be answered."""
        ...

    async def open_steps(self) -> list[str]:
        """Keys of open steps with a due date."""
        ...
