"""What passed from one person to another: kept in the change log, so that it can go back."""

from dataclasses import dataclass
from datetime import datetime

from partnership.access import Role, User


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBefore:
    """A checklist line as it was given to somebody before the handover."""

    event: str
    line: str
    person: str | None = None
    user: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBefore:
    """An invitation as it was answered before the handover; see `calendar.arrangement`."""

    event: str
    user: int
    answer: str
    occurrence: datetime | None = None
    name: str = ""
    deputy: str | None = None
    deputy_user: int | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """Who handed over to whom, and what beside the records of the registry.

    Partnerships and action items stand in the change log by themselves; here is what the
    calendar and the list of users hold. `id` is the number of this database, `key` lasts.
    """

    key: str
    leaving_name: str
    successor_name: str
    at: datetime
    id: int = 0
    leaving_person: str | None = None
    leaving_user: int | None = None
    successor_person: str | None = None
    successor_user: int | None = None
    communities: tuple[str, ...] = ()
    """Ids of home places taken from the one who leaves."""
    given: tuple[str, ...] = ()
    """Ids of home places that the successor did not have before."""
    role_before: Role | None = None
    """The role of the successor where it was raised; None where it was not."""
    organised: tuple[str, ...] = ()
    """Keys of events whose organiser changed."""
    lines: tuple[LineBefore, ...] = ()
    answers: tuple[AnswerBefore, ...] = ()
    """Invitations of the one who leaves, to what is still ahead."""
    invited: tuple[AnswerBefore, ...] = ()
    """The invitations that the successor got in their place."""
    deputised: tuple[AnswerBefore, ...] = ()
    """Invitations of others, for whom the one who leaves was to come."""
    access_taken: User | None = None
    """The user whose access was taken away afterwards, as they were."""

    @property
    def places(self) -> frozenset[str]:
        """Ids of the home places whose reminders change."""
        return frozenset(self.communities) | frozenset(self.given)
