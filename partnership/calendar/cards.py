"""The facts of an event for a card, as one person or group may see them."""

from dataclasses import dataclass
from datetime import datetime

from partnership.calendar.arrangement import Attendance
from partnership.calendar.holidays import Holiday
from partnership.calendar.polls import Poll
from partnership.calendar.series import Occurrence
from partnership.checklists.model import Progress, TemplateCode
from partnership.events import Event, EventState
from partnership.places import Place
from partnership.reminders.model import Reminder


@dataclass(frozen=True, slots=True)
class ZonedTime:
    """What the clocks of one zone show, and whose clocks they are."""

    zone: str
    begins: datetime
    """Naive."""
    ends: datetime
    places: tuple[str, ...]
    """Ids of the parties that live by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard:
    """An event with everything known about it; () and None mean «не внесено»."""

    event: Event
    communities: frozenset[str]
    parties: tuple[Place, ...]
    occurrence: Occurrence | None
    """The next one, or the last where all are past."""
    times: tuple[ZonedTime, ...] = ()
    """In the event's own zone first; others only where their clocks differ."""
    hidden: bool = False
    """Whether hours and places are withheld because of the embargo."""
    parent: Event | None = None
    parts: tuple[Event, ...] = ()
    has_link: bool = False
    organiser: int | None = None
    answers: tuple[Attendance, ...] = ()
    progress: dict[TemplateCode, Progress]
    poll: Poll | None = None
    reminders: tuple[Reminder, ...] = ()
    """Those to come, soonest first."""
    holidays: tuple[Holiday, ...] = ()
    next_states: tuple[EventState, ...] = ()
