"""Agreements and the approval pipelines of the two sides, which must meet before signing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partnership.bilingual import Bilingual
from partnership.stages import Stage


class AgreementKind(StrEnum):
    """What is signed; each kind proves the stage of the same name."""

    INTENT = "intent"
    PROJECT = "project"
    SOLIDARITY = "solidarity"
    MEMORANDUM = "memorandum"
    PARTNERSHIP = "partnership"
    TWINNING = "twinning"
    FRIENDSHIP = "friendship"


class AgreementState(StrEnum):
    """The path of an agreement through the Ukrainian approval (Law 3668-IX) and after it."""

    DRAFT = "draft"
    PARTNER_APPROVAL = "partner_approval"
    TEXTS_AGREED = "texts_agreed"
    INTERNAL_CLEARANCE = "internal_clearance"
    SUBMITTED_TO_MINISTRY = "submitted_to_ministry"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    RETURNED = "returned"
    REFUSED = "refused"
    COMMITTEE = "committee"
    COUNCIL_DECISION = "council_decision"
    REJECTED = "rejected"
    READY_TO_SIGN = "ready_to_sign"
    SIGNED = "signed"
    SUBMITTED_FOR_REGISTRATION = "submitted_for_registration"
    REGISTERED = "registered"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    EXPIRED = "expired"
    TERMINATED = "terminated"


class Side(StrEnum):
    """Whose step or person it is."""

    HOME = "home"
    FOREIGN = "foreign"
    THIRD = "third"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalStep:
    """A named step of one side's pipeline with its planned and its actual date."""

    side: Side
    name: Bilingual
    by: str | None = None
    """The body that takes the step."""
    planned_on: date | None = None
    done_on: date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A document between the parties. `signed_on` is None until it is signed."""

    id: str
    partnership: str
    kind: AgreementKind
    state: AgreementState
    title: Bilingual | None = None
    """None where it was entered by date and number only: the kind names it."""
    parties: tuple[str, ...] = ()
    planned_on: date | None = None
    signed_on: date | None = None
    number: str | None = None
    registration_number: str | None = None
    signatories: tuple[str, ...] = ()
    """People known to sign."""
    signatory_roles: tuple[Bilingual, ...] = ()
    steps: tuple[ApprovalStep, ...] = ()
    """Both pipelines, in order."""
    term: Bilingual | None = None
    address: str | None = None
    note: Bilingual | None = None
    sources: tuple[str, ...] = ()

    @property
    def is_signed(self) -> bool:
        """Signed on a known day: only such an agreement proves a stage."""
        return self.signed_on is not None


STAGE_PROVED_BY: dict[AgreementKind, Stage] = {
    AgreementKind.INTENT: Stage.INTENT,
    AgreementKind.PROJECT: Stage.PROJECT,
    AgreementKind.SOLIDARITY: Stage.SOLIDARITY,
    AgreementKind.MEMORANDUM: Stage.MEMORANDUM,
    AgreementKind.PARTNERSHIP: Stage.AGREEMENT,
    AgreementKind.TWINNING: Stage.TWINNING,
    AgreementKind.FRIENDSHIP: Stage.TWINNING,
}
