"""Official letters between the parties, and whether an answer came."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partnership.bilingual import Bilingual


class Direction(StrEnum):
    """Who wrote to whom."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"


class LetterState(StrEnum):
    """The life of a letter, outgoing and incoming."""

    DRAFT = "draft"
    SIGNED = "signed"
    REGISTERED = "registered"
    SENT = "sent"
    AWAITING_REPLY = "awaiting_reply"
    REPLIED_POSITIVE = "replied_positive"
    REPLIED_NEUTRAL = "replied_neutral"
    REPLIED_NEGATIVE = "replied_negative"
    NO_REPLY = "no_reply"
    RECEIVED = "received"
    ASSIGNED = "assigned"
    ANSWERED = "answered"
    CLOSED = "closed"


AWAITING = frozenset({LetterState.SENT, LetterState.AWAITING_REPLY})
REPLIED = frozenset(
    {LetterState.REPLIED_POSITIVE, LetterState.REPLIED_NEUTRAL, LetterState.REPLIED_NEGATIVE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter of a partnership. `sent_about` is a partial ISO date: `--11-04` has no year."""

    id: str
    partnership: str
    direction: Direction
    state: LetterState
    subject: Bilingual
    sender: str | None = None
    recipient: str | None = None
    language: str | None = None
    outgoing_number: str | None = None
    incoming_number: str | None = None
    sent_on: date | None = None
    sent_about: str | None = None
    sent_text: Bilingual | None = None
    """When it was sent, in the words of the source."""
    reply_due_on: date | None = None
    reply_on: date | None = None
    reply: Bilingual | None = None
    reminded: int = 0
    """How many times the partner was reminded."""
    note: Bilingual | None = None
    sources: tuple[str, ...] = ()

    @property
    def awaits_reply(self) -> bool:
        """Whether we sent it and no answer is recorded."""
        return self.direction == Direction.OUTGOING and self.state in AWAITING
