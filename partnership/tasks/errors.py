"""Why something is not done with an action item."""

from dataclasses import dataclass
from enum import StrEnum

from partnership.errors import MistokError


class TaskProblem(StrEnum):
    """What stands in the way."""

    EMPTY = "empty"
    WHOSE = "whose"
    """Nobody has said which partnership or community it belongs to."""
    NOT_OPEN = "not_open"
    NOT_DONE = "not_done"
    """Only what was reported as done is closed, or given back."""
    ENDED = "ended"
    PAST = "past"
    """The due date would be past already."""
    NOT_LATER = "not_later"
    """An extension is asked for until a day that is not after the due date."""
    NEEDS_REASON = "needs_reason"
    NOTHING_ASKED = "nothing_asked"
    """There is no request for an extension any more."""


@dataclass(eq=False)
class TaskRefusedError(MistokError):
    """The action item stays as it was."""

    problem: TaskProblem


@dataclass(eq=False)
class ControlledByError(MistokError):
    """Only its controller takes it off control, or gives it back to the doer."""

    person: str
    """Id of the controller."""


@dataclass(eq=False)
class NoSuchTaskError(MistokError):
    """There is no action item of this number, or not for this person here."""

    number: int
