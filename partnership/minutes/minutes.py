"""The minutes of one event in one form, as they are kept."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from partnership.agreements import Side
from partnership.bilingual import Bilingual


class MinutesForm(StrEnum):
    """The three forms of the trade (domain document, 1.10)."""

    PROTOCOL = "protocol"
    """«Протокол»: internal, for the file, in one language."""
    SUMMARY = "summary"
    """«Резюме зустрічі / Summary»: shared with the partner, in two languages side by side."""
    CONVERSATION = "conversation"
    """«Запис бесіди»: internal, one page."""


class MinutesState(StrEnum):
    """Where minutes stand; what is agreed changes by amendments only."""

    DRAFT = "draft"
    REVIEW = "review"
    AGREED = "agreed"


class PointKind(StrEnum):
    """What a point of the minutes is: «слухали», «виступили», «вирішили», an action item."""

    HEARD = "heard"
    SPOKE = "spoke"
    RESOLVED = "resolved"
    ACTION = "action"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item of the agenda."""

    title: Bilingual
    id: int = 0
    """Its lasting number within the minutes: the place of an item may change."""
    step: str | None = None
    """Key of the open action item of an earlier meeting that is carried over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point, in the order in which it was made."""

    kind: PointKind
    text: Bilingual
    id: int = 0
    """Its lasting number within the minutes: «2.1» follows from its place, and may change."""
    item: int = 0
    """`id` of the item of the agenda; 0 where nobody has said."""
    side: Side | None = None
    speaker: str | None = None
    """Id of the person of the registry who said it."""
    speaker_name: str | None = None
    """Who said it, in words, where it is nobody of the registry."""
    notes: tuple[str, ...] = ()
    """Keys of the notes from which it comes: several people may have noted the same."""
    by_hand: bool = False
    """Whether somebody wrote or changed it here: then its note changes it no more."""
    owner: str | None = None
    """Of an action: id of the person who answers for it."""
    owner_organisations: tuple[str, ...] = ()
    """Of an action: ids of the organisations that answer for it, where no person does."""
    owner_name: Bilingual | None = None
    """Of an action: who answers for it, in words, where it is nobody of the registry."""
    helpers: tuple[str, ...] = ()
    """Of an action: ids of people who help with it."""
    due: date | None = None
    due_text: Bilingual | None = None
    """Until when, in words, where no day was named."""
    step: str | None = None
    """Of an action: key of the action item once it is under control."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A change of agreed minutes: who made it, when, why, and what it was."""

    at: datetime
    by: int
    by_name: str
    reason: str
    field: str
    """What was changed, by the name of the field: `points`, `number`."""
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Minutes. `id` is the number people use in the bot (0 before it is stored), `key` lasts.

    None and () mean «не внесено». Who took part, when and where stays with the event, until the
    whole of it is frozen at the agreement.
    """

    key: str
    event: str
    """Key of the event."""
    form: MinutesForm
    state: MinutesState = MinutesState.DRAFT
    id: int = 0
    partnerships: tuple[str, ...] = ()
    """Of the event: what minutes are found by."""
    community: str | None = None
    day: date | None = None
    """The first day of the event."""
    number: str | None = None
    """The registration number of the office: never given by the bot."""
    registered_on: date | None = None
    chair: str | None = None
    """Id of the person in the chair."""
    chair_name: str | None = None
    """Who was in the chair, in words, where it is nobody of the registry."""
    minute_taker: str | None = None
    minute_taker_name: str | None = None
    initiative: Bilingual | None = None
    """Of a record of conversation: on whose initiative it took place."""
    agenda: tuple[AgendaItem, ...] = ()
    points: tuple[Point, ...] = ()
    conclusions: Bilingual | None = None
    """Of a record of conversation: conclusions and proposals."""
    next_meeting: Bilingual | None = None
    """What was agreed about it, in words."""
    next_event: str | None = None
    """Key of the next meeting where it is planned already."""
    annexes: tuple[Bilingual, ...] = ()
    agreed_on: date | None = None
    agreed_by: tuple[Side, ...] = ()
    """Which sides have agreed: a summary needs both, the other forms only ours."""
    amendments: tuple[Amendment, ...] = ()
    frozen: str | None = None
    """The `Paper` as it was agreed or last amended, as JSON; None until then."""
    taken: tuple[str, ...] = ()
    """Marks of what was taken in already (`note:…`, `step:…`): what was removed by hand since
    does not come back."""
    last_id: int = 0
    """The last number given to a point or an item of the agenda."""
    drafted_by: int | None = None
    """Telegram id of who made the draft."""
    drafted_at: datetime | None = None
    published_at: datetime | None = None
    """When the short summary was last sent to the working groups."""
