"""Parts of an event: its repetition, the items of its programme, its order, its interruption."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from partnership.bilingual import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedOccurrence:
    """One occurrence of a series that does not follow the rule; walls are naive local times."""

    original: datetime
    """When the rule would have had it: its lasting name."""
    moved_to: datetime | None = None
    """When it takes place instead; None where it is cancelled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A repetition in the event's wall time, counted from its planned start."""

    rule: str
    """RFC 5545 value without DTSTART: `FREQ=WEEKLY;BYDAY=TU`."""
    changes: tuple[ChangedOccurrence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeItem:
    """One line of a visit's programme, in the event's zone."""

    day: date
    topic: Bilingual
    start: time | None = None
    end: time | None = None
    place: Bilingual | None = None
    responsible: str | None = None
    """Who answers for it, in words."""
    interpreter: bool = False
    shelter: Bilingual | None = None
    shelter_minutes: int | None = None
    """Minutes on foot to the shelter."""
    media_allowed: bool | None = None
    dress: Bilingual | None = None


class InterruptionCause(StrEnum):
    """Why a meeting stopped."""

    ALERT = "alert"
    POWER_CUT = "power_cut"
    CONNECTION = "connection"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """When and at which point a meeting stopped, and why."""

    at: datetime
    cause: InterruptionCause
    item: str | None = None
    """The item of the agenda that was being heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialOrder:
    """The order (розпорядження) on a trip or on the reception of guests."""

    number: str
    issued_on: date
