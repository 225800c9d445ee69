"""Decisions of councils, boards, mayors and ministries that carry a partnership."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partnership.bilingual import Bilingual


class DecisionKind(StrEnum):
    """What was decided, by the form of the document."""

    DRAFT_RESOLUTION = "draft_resolution"
    RESOLUTION = "resolution"
    ORDER = "order"
    MINISTRY_APPROVAL = "ministry_approval"


class DecisionState(StrEnum):
    """How far a decision is."""

    DRAFT = "draft"
    REFERRED_TO_COMMITTEE = "referred_to_committee"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision, or the draft of one; `partnership` is None for those of no single one."""

    id: str
    kind: DecisionKind
    title: Bilingual
    state: DecisionState
    title_de: str | None = None
    partnership: str | None = None
    agreement: str | None = None
    body: str | None = None
    prepared_by: str | None = None
    number: str | None = None
    decided_on: date | None = None
    address: str | None = None
    note: Bilingual | None = None
    sources: tuple[str, ...] = ()
