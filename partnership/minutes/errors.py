"""Why something is not done with minutes."""

from dataclasses import dataclass
from enum import StrEnum

from partnership.errors import MistokError


class MinutesProblem(StrEnum):
    """What stands in the way."""

    NOT_HELD = "not_held"
    """Nobody has said that the event took place, and it is not under way."""
    CALLED_OFF = "called_off"
    AGREED = "agreed"
    """They are agreed: what is wrong is amended, with a reason."""
    NOT_AGREED = "not_agreed"
    """Only agreed minutes are amended: a draft is simply changed."""
    NOT_IN_REVIEW = "not_in_review"
    NOT_A_DRAFT = "not_a_draft"
    NEEDS_REASON = "needs_reason"
    EMPTY = "empty"
    """There is no point yet: nothing could be agreed."""
    OTHER_SIDE = "other_side"
    """This form needs no agreement of that side."""
    NO_SUCH_PART = "no_such_part"
    """The point or the item of the agenda is gone: somebody removed it meanwhile."""


@dataclass(eq=False)
class MinutesRefusedError(MistokError):
    """The minutes stay as they were."""

    problem: MinutesProblem


@dataclass(eq=False)
class NoSuchMinutesError(MistokError):
    """There are no minutes with this number or key, or not for this person here."""

    minutes: int | str
