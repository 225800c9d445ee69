"""How formal a partnership is (stage), whether it lives (status), and what may follow what."""

from dataclasses import dataclass
from enum import StrEnum

from partnership.access import Role
from partnership.places import AGGRESSOR_STATES


class Stage(StrEnum):
    """How formal a partnership is, from a search to twinning, in this order."""

    SEARCH = "search"
    CONTACT = "contact"
    EXPLORATION = "exploration"
    INTENT = "intent"
    COOPERATION = "cooperation"
    PROJECT = "project"
    SOLIDARITY = "solidarity"
    MEMORANDUM = "memorandum"
    AGREEMENT = "agreement"
    TWINNING = "twinning"

    @property
    def rank(self) -> int:
        """Position in the order; a lower one is a step back."""
        return _ORDER[self]


_ORDER = {stage: rank for rank, stage in enumerate(Stage)}

SIGNED_STAGES = frozenset(
    {
        Stage.INTENT,
        Stage.PROJECT,
        Stage.SOLIDARITY,
        Stage.MEMORANDUM,
        Stage.AGREEMENT,
        Stage.TWINNING,
    }
)
"""Stages that only a signed agreement proves."""

NEXT_STAGES: dict[Stage, frozenset[Stage]] = {
    Stage.SEARCH: frozenset({Stage.CONTACT}),
    Stage.CONTACT: frozenset({Stage.EXPLORATION}),
    Stage.EXPLORATION: frozenset(
        {
            Stage.INTENT,
            Stage.COOPERATION,
            Stage.PROJECT,
            Stage.SOLIDARITY,
            Stage.MEMORANDUM,
            Stage.AGREEMENT,
        }
    ),
    Stage.INTENT: frozenset({Stage.PROJECT, Stage.SOLIDARITY, Stage.MEMORANDUM, Stage.AGREEMENT}),
    Stage.COOPERATION: frozenset(
        {Stage.PROJECT, Stage.SOLIDARITY, Stage.MEMORANDUM, Stage.AGREEMENT, Stage.TWINNING}
    ),
    Stage.PROJECT: frozenset({Stage.SOLIDARITY, Stage.MEMORANDUM, Stage.AGREEMENT, Stage.TWINNING}),
    Stage.SOLIDARITY: frozenset({Stage.MEMORANDUM, Stage.AGREEMENT, Stage.TWINNING}),
    Stage.MEMORANDUM: frozenset({Stage.AGREEMENT, Stage.TWINNING}),
    Stage.AGREEMENT: frozenset({Stage.TWINNING}),
    Stage.TWINNING: frozenset(),
}
"""The table of the domain document, 1.3."""


class Status(StrEnum):
    """Whether a partnership lives."""

    PROSPECT = "prospect"
    PREPARING = "preparing"
    ACTIVE = "active"
    DORMANT = "dormant"
    SUSPENDED = "suspended"
    DECLINED = "declined"
    ENDED = "ended"


NEXT_STATUSES: dict[Status, frozenset[Status]] = {
    Status.PROSPECT: frozenset({Status.PREPARING, Status.ACTIVE, Status.DORMANT, Status.DECLINED}),
    Status.PREPARING: frozenset({Status.ACTIVE, Status.DORMANT, Status.DECLINED}),
    Status.ACTIVE: frozenset({Status.DORMANT, Status.SUSPENDED, Status.ENDED}),
    Status.DORMANT: frozenset({Status.ACTIVE, Status.SUSPENDED, Status.ENDED}),
    Status.SUSPENDED: frozenset({Status.ACTIVE, Status.ENDED}),
    Status.DECLINED: frozenset(),
    Status.ENDED: frozenset(),
}
"""After a refusal or an end a new attempt is a new record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFacts:
    """What the registry knows that can prove a stage."""

    country_codes: frozenset[str] = frozenset()
    letter_recorded: bool = False
    reply_recorded: bool = False
    event_held: bool = False
    signed_stages: frozenset[Stage] = frozenset()
    """Stages proved by agreements signed on a known day."""


class StageRefusal(StrEnum):
    """Why a stage may not be set."""

    SAME = "same"
    AGGRESSOR_STATE = "aggressor_state"
    NEEDS_LETTER = "needs_letter"
    NEEDS_REPLY_OR_EVENT = "needs_reply_or_event"
    NEEDS_AGREEMENT = "needs_agreement"
    NOT_NEXT = "not_next"
    BACK_NEEDS_CORRECTION = "back_needs_correction"
    CORRECTION_NEEDS_ADMIN = "correction_needs_admin"


@dataclass(frozen=True, slots=True)
class Allowed:
    """The stage may be set; `correction` where it mends an error and proves nothing."""

    correction: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """The stage may not be set: why, from which stage, and what may come next instead."""

    reason: StageRefusal
    now: Stage
    wanted: Stage
    possible: frozenset[Stage] = frozenset()


def check_stage_change(
    facts: StageFacts,
    now: Stage,
    wanted: Stage,
    *,
    role: Role,
    correction_reason: str | None = None,
) -> Allowed | Refused:
    """Whether a partnership may go from stage `now` to `wanted` (domain document, 1.3).

    A correction with a reason, by an admin, may set any stage. A signed stage wants its
    agreement first; with it in hand, a stage may be skipped, since the paper proves it.
    """
    refusal = _refusal(facts, now, wanted, role, correction_reason)
    if refusal is None:
        return Allowed(correction=bool(correction_reason))
    return Refused(refusal, now, wanted, NEXT_STAGES[now])


def _refusal(
    facts: StageFacts, now: Stage, wanted: Stage, role: Role, correction_reason: str | None
) -> StageRefusal | None:
    if facts.country_codes & AGGRESSOR_STATES:
        return StageRefusal.AGGRESSOR_STATE
    if wanted == now:
        return StageRefusal.SAME
    if correction_reason:
        return None if role == Role.ADMIN else StageRefusal.CORRECTION_NEEDS_ADMIN
    if wanted.rank < now.rank:
        return StageRefusal.BACK_NEEDS_CORRECTION
    return _unproved(facts, now, wanted)


def _unproved(facts: StageFacts, now: Stage, wanted: Stage) -> StageRefusal | None:
    if wanted in SIGNED_STAGES:
        return None if wanted in facts.signed_stages else StageRefusal.NEEDS_AGREEMENT
    if wanted not in NEXT_STAGES[now]:
        return StageRefusal.NOT_NEXT
    if wanted == Stage.CONTACT and not facts.letter_recorded:
        return StageRefusal.NEEDS_LETTER
    if wanted == Stage.EXPLORATION and not (facts.reply_recorded or facts.event_held):
        return StageRefusal.NEEDS_REPLY_OR_EVENT
    return None
