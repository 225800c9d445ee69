"""What the calendar refuses, as data: the handlers find the words."""

from dataclasses import dataclass
from datetime import datetime

from partnership.calendar.lifecycle import StateRefusal
from partnership.errors import MistokError
from partnership.events import EventState


@dataclass(eq=False)
class StateRefusedError(MistokError):
    """The event may not go from the one state into the other."""

    refusal: StateRefusal
    now: EventState
    wanted: EventState
    open_lines: tuple[str, ...] = ()
    """Lines of the checklist that stand in the way."""


@dataclass(eq=False)
class InThePastError(MistokError):
    """The time it should be moved to or planned for is past."""

    wall: datetime
    zone: str


@dataclass(eq=False)
class EndBeforeStartError(MistokError):
    """The end comes before the start."""


@dataclass(eq=False)
class NoSuchOccurrenceError(MistokError):
    """The series does not take place then."""

    event: str
    original: datetime


@dataclass(eq=False)
class NotASeriesError(MistokError):
    """The event takes place once."""

    event: str


@dataclass(eq=False)
class PollClosedError(MistokError):
    """The poll is closed, or there is none with this number."""

    poll: int


@dataclass(eq=False)
class NotALinkError(MistokError):
    """There is no link that can be opened in the text."""

    text: str
