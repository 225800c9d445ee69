"""What can be refused or go wrong, as data: the handlers find the words."""

from dataclasses import dataclass, field
from datetime import datetime

from partnership.access import Action, User
from partnership.changes import Change
from partnership.entities import Kind
from partnership.stages import Refused, Status


class MistokError(Exception):
    """Anything the core refuses or cannot do."""


@dataclass(eq=False)
class NotPermittedError(MistokError):
    """The user may not do this, or not for this community."""

    action: Action
    community: str | None = None


@dataclass(eq=False)
class NotFoundError(MistokError):
    """There is no such record."""

    kind: Kind
    id: str


@dataclass(eq=False)
class AggressorStateError(MistokError):
    """A partnership with a town of the aggressor state is forbidden."""

    country: str


@dataclass(eq=False)
class StageRefusedError(MistokError):
    """The stage may not be set."""

    refusal: Refused


@dataclass(eq=False)
class StatusRefusedError(MistokError):
    """The status may not follow the present one, or needs a reason."""

    now: Status
    wanted: Status
    needs_reason: bool = False


@dataclass(eq=False)
class HasHistoryError(MistokError):
    """A record with history is archived, not deleted; `counts` says what hangs on it."""

    kind: Kind
    id: str
    counts: dict[Kind, int] = field(default_factory=dict)


@dataclass(eq=False)
class UnknownFieldError(MistokError):
    """The record has no such field, or it is not edited this way."""

    kind: Kind
    field: str


@dataclass(eq=False)
class WrongValueError(MistokError):
    """The value does not fit the field; `problem` is a code, `value` what was given."""

    field: str
    value: str
    problem: str = "invalid"


@dataclass(eq=False)
class NothingToUndoError(MistokError):
    """There is no change of one's own within the last day."""


@dataclass(eq=False)
class UndoConflictError(MistokError):
    """Somebody changed the same thing since; the changes that stand in the way."""

    changes: tuple[Change, ...]


@dataclass(eq=False)
class InvitationError(MistokError):
    """The invitation is unknown, used, or ran out at `expired_at`."""

    problem: str
    expired_at: datetime | None = None


@dataclass(eq=False)
class LastAdminError(MistokError):
    """The last admin cannot be demoted or removed."""

    user: int


@dataclass(eq=False)
class PersonTakenError(MistokError):
    """Another user is this person of the registry already."""

    person: str
    user: User


@dataclass(eq=False)
class NoRequestError(MistokError):
    """There is no such request for access any more: somebody answered it already."""

    user: int


@dataclass(eq=False)
class UnknownUserError(MistokError):
    """Nobody with this id was ever let in."""

    user: int
