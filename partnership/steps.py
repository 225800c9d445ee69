"""What is to be done after a meeting: actions, promises, intentions, milestones."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partnership.agreements import Side
from partnership.bilingual import Bilingual


class StepKind(StrEnum):
    """What a step is. Only actions and awaited replies are nagged, intentions never."""

    ACTION = "action"
    INTENTION = "intention"
    COMMITMENT = "commitment"
    SUBSCRIPTION = "subscription"
    DELIVERABLE = "deliverable_of_partner"
    DECISION_STEP = "decision_step"
    MILESTONE = "milestone"
    AWAIT_REPLY = "await_reply"
    STANDING_DUTY = "standing_duty"
    FOLLOW_UP = "topic_to_follow_up"


class StepState(StrEnum):
    """Where a step stands; «done» by the doer is not «closed» by the controller."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    WAITING_PARTNER = "waiting_partner"
    DONE = "done"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    OUTCOME_UNKNOWN = "outcome_unknown"
    UNKNOWN = "unknown"


OPEN_STATES = frozenset({StepState.OPEN, StepState.IN_PROGRESS, StepState.WAITING_PARTNER})
UNDER_CONTROL = OPEN_STATES | {StepState.DONE}
"""What is done is on the list until the controller takes it off («знято з контролю»)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A planned step. `id` is the number people use (0 before it is stored), `key` lasts."""

    key: str
    kind: StepKind
    what: Bilingual
    state: StepState
    id: int = 0
    partnership: str | None = None
    community: str | None = None
    """Id of the home place it belongs to where no partnership says so."""
    owner_side: Side | None = None
    owner_organisations: tuple[str, ...] = ()
    owner_person: str | None = None
    owner_group: str | None = None
    owner: Bilingual | None = None
    """Who, in the words of the source, where it is no record of ours."""
    helpers: tuple[str, ...] = ()
    """Ids of people who do it together with the one who answers for it («співвиконавці»)."""
    controller: str | None = None
    """Id of the person who takes it off control («контроль»); None leaves it to coordinators."""
    requested_by: str | None = None
    event: str | None = None
    """Key of the event at which it was agreed."""
    minutes: str | None = None
    """Key of the minutes that ask for it («підстава»)."""
    point: str | None = None
    """The number of the item there: «3.2»."""
    due: date | None = None
    due_text: Bilingual | None = None
    asked_until: date | None = None
    """The day until which a doer asks to extend it; None where nothing is asked."""
    asked_why: str | None = None
    recurrence: str | None = None
    result: Bilingual | None = None
    """What came of it, in the words of whoever reported it done."""
    derived: bool = False
    """Follows from other facts and was not said by anybody."""
    note: Bilingual | None = None
    sources: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in OPEN_STATES

    @property
    def is_under_control(self) -> bool:
        """Whether it is still on the list: open, or done and not taken off control."""
        return self.state in UNDER_CONTROL

    def overdue_on(self, day: date) -> bool:
        """Whether it is open and its due date is past."""
        return self.is_open and self.due is not None and self.due < day
