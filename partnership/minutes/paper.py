"""Minutes as they are to be read: everything looked up and numbered, nothing rendered yet.

Documents in every format and language are made of this alone. None is «не внесено».
"""

from dataclasses import dataclass
from datetime import date, datetime

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.events import Capacity, EventFormat, EventKind
from partnership.minutes.minutes import Amendment, MinutesForm, MinutesState


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPerson:
    """Somebody with the post held on the day of the event."""

    name: Bilingual
    position: Bilingual | None = None
    capacity: Capacity | None = None
    attended: bool | None = None
    """None where nobody has recorded whether the person came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSide:
    """One party with its people; `side` is None for facilitators and guests."""

    side: Side | None
    party: Bilingual | None
    people: tuple[PaperPerson, ...] = ()
    organisations: tuple[Bilingual, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTime:
    """The hours of the event in the zone of one party."""

    zone: str
    place: Bilingual | None
    start: datetime
    """Aware, in `zone`."""
    end: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """One thing said or decided; `number` pairs both languages: «2.1»."""

    number: str
    text: Bilingual
    speaker: Bilingual | None = None
    side: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAction:
    """Who does what until when."""

    number: str
    what: Bilingual
    who: Bilingual | None
    side: Side | None = None
    helpers: tuple[Bilingual, ...] = ()
    due: date | None = None
    due_text: Bilingual | None = None
    under_control: bool = False
    """Whether it is on the list of action items already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperItem:
    """One item of the agenda with what was said and decided; `title` None gathers the rest."""

    number: int
    title: Bilingual | None
    carried_over: bool = False
    heard: tuple[PaperLine, ...] = ()
    spoke: tuple[PaperLine, ...] = ()
    resolved: tuple[PaperLine, ...] = ()
    actions: tuple[PaperAction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The whole of it."""

    form: MinutesForm
    state: MinutesState
    number: str | None
    registered_on: date | None
    title: Bilingual
    """The title of the event."""
    kind: EventKind
    format: EventFormat | None
    first_day: date | None
    last_day: date | None
    times: tuple[PaperTime, ...]
    """Home zone first; empty where no hour is recorded."""
    place: Bilingual | None
    parties: tuple[Bilingual, ...]
    sides: tuple[PaperSide, ...]
    chair: PaperPerson | None
    minute_taker: PaperPerson | None
    interpreters: tuple[PaperPerson, ...]
    facilitator: Bilingual | None
    supported_by: tuple[Bilingual, ...]
    """Funder, project and framework, for the line «за підтримки…»."""
    initiative: Bilingual | None
    interrupted: Bilingual | None
    items: tuple[PaperItem, ...]
    conclusions: Bilingual | None
    next_meeting: Bilingual | None
    next_meeting_on: PaperTime | None
    """In the home zone; None where no hour is agreed."""
    annexes: tuple[Bilingual, ...]
    agreed_on: date | None
    agreed_by: tuple[Side, ...]
    amendments: tuple[Amendment, ...] = ()
    next_meeting_day: date | None = None
    """The day of the next meeting, with or without an hour."""
