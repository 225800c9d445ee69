"""What is kept apart from an event: the private link, the organiser, who answered what."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from partnership.reminders.offsets import Offset


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Never exported and never shown in a group unasked."""

    event: str
    """Key of the event."""
    link: str | None = None
    """Where to join; one who has it can come in, so it is not repeated."""
    organiser: int | None = None
    """Telegram id of the coordinator who planned it and is asked about it."""
    offsets: tuple[Offset, ...] | None = None
    """Reminder times of this event alone."""


class Answer(StrEnum):
    """What somebody said to an invitation."""

    ASKED = "asked"
    COMING = "coming"
    NOT_COMING = "not_coming"
    LATER = "later"
    """Will answer later."""
    DEPUTY = "deputy"
    """Somebody else comes instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One person's answer for an event, or for one occurrence of a series."""

    event: str
    user: int
    occurrence: datetime | None = None
    """Start of the occurrence in UTC; None is the event as a whole."""
    answer: Answer = Answer.ASKED
    name: str = ""
    deputy: str | None = None
    """Who comes instead, in words."""
    deputy_user: int | None = None
    answered_at: datetime | None = None

    @property
    def declined(self) -> bool:
        """Whether the person said that they will not come themselves."""
        return self.answer in {Answer.NOT_COMING, Answer.DEPUTY}
