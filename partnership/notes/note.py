"""A note: what somebody wrote down, never changed afterwards, only superseded."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class NoteKind(StrEnum):
    """What was written down."""

    NOTE = "note"
    DECISION = "decision"
    ACTION = "action"


class FileKind(StrEnum):
    """How Telegram sends a file again by its id."""

    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class NoteFile:
    """A file that stays with Telegram; we keep only its id there."""

    id: str
    kind: FileKind
    name: str
    size: int
    """Bytes."""
    mime: str


@dataclass(frozen=True, slots=True)
class Message:
    """The Telegram message that the note comes from."""

    chat: int
    id: int
    link: str | None = None
    """Its address, where Telegram gives one: in supergroups."""


@dataclass(frozen=True, slots=True)
class Belongs:
    """Whose note it is. Empty while nobody has said; with an event also its partnership."""

    partnership: str | None = None
    event: str | None = None
    """Key of the event."""
    community: str | None = None
    """Id of the home place where it belongs to no partnership."""

    def __bool__(self) -> bool:
        """Whether anybody has said."""
        return bool(self.partnership or self.event or self.community)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note. `id` is the number people use (0 before it is stored), `key` lasts."""

    key: str
    kind: NoteKind
    text: str
    author: int
    """Telegram id of who wrote it down."""
    author_name: str
    at: datetime
    """Aware, UTC."""
    id: int = 0
    said_by: str | None = None
    """Whose message it was, where that is somebody else."""
    belongs: Belongs = Belongs()
    source: Message | None = None
    file: NoteFile | None = None
    supersedes: int | None = None
    """Number of the note that this one corrects."""
    superseded_by: int | None = None
    withdrawn_at: datetime | None = None
    """When it was taken back: nobody sees it since, until it is brought again."""

    @property
    def who(self) -> str:
        """Whose words these are."""
        return self.said_by or self.author_name
