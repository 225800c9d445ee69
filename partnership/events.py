"""Meetings, visits, signings and steps of decision-making, planned and held."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.event_parts import Interruption, OfficialOrder, ProgrammeItem, Series


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


VISITS = frozenset(
    {
        EventKind.WORKING_VISIT,
        EventKind.STUDY_VISIT,
        EventKind.KICK_OFF_VISIT,
        EventKind.RETURN_VISIT,
    }
)
"""Kinds with a delegation, a programme and the life of a visit."""
MEETINGS = frozenset({EventKind.ONLINE_MEETING, EventKind.HYBRID_MEETING, EventKind.MEETING})
"""Kinds of which minutes are awaited."""
MILESTONES = frozenset({EventKind.SIGNING, EventKind.DECISION_STEP})
"""Kinds after which the outcome is asked for, not minutes."""


class EventFormat(StrEnum):
    """How people meet."""

    ONLINE = "online"
    IN_PERSON = "in_person"
    HYBRID = "hybrid"


class EventState(StrEnum):
    """Where an event stands in its life; which state may follow is in `calendar.lifecycle`.

    `planned`, `held` and `cancelled` fit every kind: sources rarely say more.
    """

    IDEA = "idea"
    DATES_PROPOSED = "dates_proposed"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    PREPARED = "prepared"
    INVITATION_RECEIVED = "invitation_received"
    DELEGATION_FORMED = "delegation_formed"
    GROUNDS_CHECKED = "grounds_checked"
    INVITATION_SENT = "invitation_sent"
    FUNDING_CONFIRMED = "funding_confirmed"
    ORDER_ISSUED = "order_issued"
    PROGRAMME_AGREED = "programme_agreed"
    GO_DECISION = "go_decision"
    DEPARTED = "departed"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    POSTPONED = "postponed"
    HELD = "held"
    RETURNED = "returned"
    COMPLETED = "completed"
    MINUTES_DRAFT = "minutes_draft"
    MINUTES_AGREED = "minutes_agreed"
    REPORT_SUBMITTED = "report_submitted"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"
    TURNED_INTO_ONLINE = "turned_into_online"
    CANCELLED = "cancelled"


AHEAD = frozenset(
    {
        EventState.IDEA,
        EventState.DATES_PROPOSED,
        EventState.PLANNED,
        EventState.CONFIRMED,
        EventState.PREPARED,
        EventState.INVITATION_RECEIVED,
        EventState.DELEGATION_FORMED,
        EventState.GROUNDS_CHECKED,
        EventState.INVITATION_SENT,
        EventState.FUNDING_CONFIRMED,
        EventState.ORDER_ISSUED,
        EventState.PROGRAMME_AGREED,
        EventState.GO_DECISION,
        EventState.POSTPONED,
    }
)
"""States in which an event is still to come, whatever its date says."""
UNDER_WAY = frozenset({EventState.DEPARTED, EventState.RUNNING, EventState.INTERRUPTED})
TOOK_PLACE = frozenset(
    {
        EventState.HELD,
        EventState.RETURNED,
        EventState.COMPLETED,
        EventState.MINUTES_DRAFT,
        EventState.MINUTES_AGREED,
        EventState.REPORT_SUBMITTED,
        EventState.FOLLOW_UP,
        EventState.CLOSED,
    }
)
CALLED_OFF = frozenset({EventState.CANCELLED, EventState.TURNED_INTO_ONLINE})


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
    fold: int = 0
    """1 where the wall time comes twice on a clock change and the later one is meant."""
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
    series: Series | None = None
    programme: tuple[ProgrammeItem, ...] = ()
    order: OfficialOrder | None = None
    reserve_date: date | None = None
    """The day agreed in case the planned one fails."""
    interruption: Interruption | None = None
    state_reason: str | None = None
    """Why it was cancelled, postponed or turned into a call."""
    minutes_waived: str | None = None
    """Why no minutes are needed."""
    embargoed: bool = False
    """Whether it is part of an incoming visit that has not ended yet, and is kept back with it."""
    revision: int = 0
    """How often its time, place or state changed: SEQUENCE of its calendar file."""
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
        ahead = self.state in AHEAD and self.state != EventState.POSTPONED
        return ahead and last is not None and last < day
