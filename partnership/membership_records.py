"""What is remembered about people and chats of the bot: requests, invitations, bound chats."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from partnership.access import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRequest:
    """A stranger's wish to be let in."""

    user: int
    name: str
    asked_at: datetime
    username: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A single-use invitation; only the hash of its token is stored."""

    token_hash: str
    role: Role
    community: str | None
    invited_by: int
    created_at: datetime
    expires_at: datetime
    used_by: int | None = None
    used_at: datetime | None = None


class ChatLanguage(StrEnum):
    """The language of a group: one of two, or both in one message."""

    UK = "uk"
    EN = "en"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundChat:
    """A group (and a topic in it) tied to a community or to a partnership."""

    chat: int
    thread: int | None = None
    """Message thread of a forum; None is the whole group or its General topic."""
    title: str = ""
    community: str | None = None
    partnership: str | None = None
    language: ChatLanguage = ChatLanguage.UK
    bound_by: int | None = None
    bound_at: datetime | None = None

    def __post_init__(self) -> None:
        if (self.community is None) == (self.partnership is None):
            raise ValueError("a chat is bound to a community or to a partnership")
