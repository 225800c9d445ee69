"""Meetings, visits, signings and steps of decision-making, planned and held."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from partnership.agreements import Side
from partnership.bilingual import Bilingual


class EventKind(StrEnum):
    """What kind of event it is."""

    ONLINE_MEETING = "online_meeting"
    HYBRID_MEETING = "hybrid_meeting"
    MEETING = "meeting"
    SEMINAR = "seminar"
    WORKING_VISIT = "working_visit"
    STUDY_VISIT = "study_visit"
    KICK_OFF_VISIT = "kick_off_visit"
    RETURN_VISIT = "return_visit"
    SITE_VISIT = "site_visit"
    SIGNING = "signing"
    DECISION_STEP = "decision_step"


class EventFormat(StrEnum):
    """How people meet."""

    ONLINE = "online"
    IN_PERSON = "in_person"
    HYBRID = "hybrid"


class EventState(StrEnum):
    """Where an event stands in its life."""

    IDEA = "idea"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    POSTPONED = "postponed"
    HELD = "held"
    CLOSED = "closed"
    CANCELLED = "cancelled"


AHEAD = frozenset({EventState.IDEA, EventState.PLANNED, EventState.CONFIRMED, EventState.POSTPONED})
"""States in which an event is still to come, whatever its date says."""
TOOK_PLACE = frozenset({EventState.HELD, EventState.CLOSED})


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    DAY_MONTH = "day_month"
    MONTH = "month"
    UNKNOWN = "unknown"


class VisitDirection(StrEnum):
    """Who travels."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


class Capacity(StrEnum):
    """In what capacity somebody takes part."""

    HEAD_OF_DELEGATION = "head_of_delegation"
    SPEAKER = "speaker"
    MODERATOR = "moderator"
    INTERPRETER = "interpreter"
    MINUTE_TAKER = "minute_taker"
    GUEST = "guest"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both inclusive, with wall times where they are agreed, in the event's zone."""

    start: date | None = None
    end: date | None = None
    start_time: time | None = None
    end_time: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person, an organisation or a place that takes part; exactly one of the three."""

    person: str | None = None
    organisation: str | None = None
    place: str | None = None
    side: Side | None = None
    capacity: Capacity | None = None
    attended: bool | None = None

    def __post_init__(self) -> None:
        if sum(who is not None for who in (self.person, self.organisation, self.place)) != 1:
            raise ValueError("a participant is one person, one organisation or one place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event; one without a date is legal, and planned and actual dates stand apart.

    `id` is the number people use, given by the store (0 before that); `key` is the lasting
    name by which other records and the exchange format point to it.
    """

    key: str
    kind: EventKind
    title: Bilingual
    state: EventState
    id: int = 0
    planned: Span = field(default_factory=Span)
    actual: Span = field(default_factory=Span)
    zone: str | None = None
    precision: Precision = Precision.UNKNOWN
    partial_date: str | None = None
    """What is known of a date that is no day: `--11-11`, `2022-05`."""
    format: EventFormat | None = None
    partnerships: tuple[str, ...] = ()
    community: str | None = None
    """Id of the home place it belongs to where no partnership says so."""
    parent: str | None = None
    """Key of the event of which this is a part."""
    place: str | None = None
    country: str | None = None
    direction: VisitDirection | None = None
    participants: tuple[Participant, ...] = ()
    organisers: tuple[str, ...] = ()
    facilitator: str | None = None
    funder: str | None = None
    project: str | None = None
    framework: str | None = None
    topics: tuple[Bilingual, ...] = ()
    outcomes: tuple[Bilingual, ...] = ()
    outcome_known: bool | None = None
    """False where it is known that nobody recorded whether it took place."""
    note: Bilingual | None = None
    sources: tuple[str, ...] = ()

    @property
    def starts_on(self) -> date | None:
        """The actual first day, else the planned one, else None."""
        return self.actual.start or self.planned.start

    @property
    def ends_on(self) -> date | None:
        """The actual last day, else the planned one, else the first day."""
        return self.actual.end or self.planned.end or self.starts_on

    @property
    def all_day(self) -> bool:
        """Whether no hour is agreed or recorded."""
        return self.actual.start_time is None and self.planned.start_time is None

    def outcome_unknown_on(self, day: date) -> bool:
        """Whether the planned day is past and nobody recorded what came of it."""
        last = self.ends_on
        return self.state in AHEAD and last is not None and last < day
