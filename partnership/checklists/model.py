"""Templates of checklists, and the lines that an event got from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from partnership.bilingual import Bilingual
from partnership.checklists.lead_time import LeadTime


class TemplateCode(StrEnum):
    """The five checklists of the domain document."""

    OUTGOING = "OUT"
    INCOMING = "IN"
    ONLINE = "ONL"
    SIGNING = "SGN"
    FOLLOW_UP = "FUP"


class ChecklistRole(StrEnum):
    """Who does a line."""

    COORDINATOR = "coordinator"
    HEAD = "head"
    MAYOR = "mayor"
    MEMBER = "member"
    LEGAL = "legal"
    FINANCE = "finance"
    HR = "hr"
    LOGISTICS = "logistics"
    PROTOCOL = "protocol"
    SAFETY = "safety"
    PRESS = "press"
    IT = "it"
    SPEAKERS = "speakers"
    MODERATOR = "moderator"
    SECRETARY = "secretary"
    COUNCIL = "council"
    GROUP = "group"
    BOT = "bot"


class LineState(StrEnum):
    """What became of a line."""

    OPEN = "open"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateLine:
    """One line of a template, due so long before or after the event."""

    id: str
    text: Bilingual
    lead: LeadTime
    role: ChecklistRole
    required: bool = False
    """Whether the law asks for it: such a line, while open, keeps a delegation at home."""
    condition: Bilingual | None = None
    """Only where this is so; a person decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A checklist to be copied into an event."""

    code: TemplateCode
    title: Bilingual
    lines: tuple[TemplateLine, ...]
    edited: bool = False
    """Whether an admin changed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistLine:
    """A line of one event's checklist."""

    event: str
    """Key of the event."""
    line: str
    """Id of the template's line."""
    template: TemplateCode
    role: ChecklistRole
    text: Bilingual
    required: bool = False
    condition: Bilingual | None = None
    due_on: date | None = None
    """None while the event has no day."""
    due_at: datetime | None = None
    """UTC, where it is due at an hour."""
    state: LineState = LineState.OPEN
    late_from_start: bool = False
    """Whether it was late already when the event was planned: shown, never dropped."""
    person: str | None = None
    """Who does it, in words."""
    user: int | None = None
    reason: str | None = None
    """Why it does not apply."""
    done_by: int | None = None
    done_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still has to be done."""
        return self.state == LineState.OPEN

    def late_on(self, day: date) -> bool:
        """Whether it is open and should have been done before `day`."""
        return self.is_open and self.due_on is not None and self.due_on < day


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a checklist has come; what does not apply is not counted."""

    done: int
    total: int
    late: int

    @property
    def share(self) -> float:
        """From 0 to 1; an empty checklist is done."""
        return self.done / self.total if self.total else 1.0


def progress_of(lines: Iterable[ChecklistLine], day: date) -> Progress:
    """How far these lines have come on `day`."""
    counted = [line for line in lines if line.state != LineState.NOT_APPLICABLE]
    done = sum(line.state == LineState.DONE for line in counted)
    return Progress(done, len(counted), sum(line.late_on(day) for line in counted))


def required_open(lines: Iterable[ChecklistLine], code: TemplateCode) -> tuple[str, ...]:
    """Ids of open lines of one checklist that the law asks for."""
    return tuple(
        each.line for each in lines if each.template == code and each.required and each.is_open
    )
