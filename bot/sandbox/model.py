"""People, chats, topics and files of the sandbox.

Messages are kept as the JSON of the Bot API: that is the form in which everybody reads them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

GENERAL_TOPIC = 1
ANONYMOUS_ADMIN_ID = 1087968824
"""The id of GroupAnonymousBot, in whose name anonymous group admins write."""


@dataclass
class Person:
    """A person who uses Telegram.

    Attributes:
        hint: who this is meant to be, by language, for the page's list of people.
        deactivated: the account was deleted.
    """

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    hint: dict[str, str] = field(default_factory=dict)
    deactivated: bool = False

    def as_json(self) -> Json:
        """`User` of the Bot API."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return user | {key: value for key, value in optional.items() if value is not None}


@dataclass
class BotIdentity:
    """The one bot of the sandbox."""

    id: int
    first_name: str
    username: str

    def as_json(self) -> Json:
        """`User` of the Bot API, as other people see the bot."""
        return {
            "id": self.id,
            "is_bot": True,
            "first_name": self.first_name,
            "username": self.username,
        }


@dataclass
class Topic:
    """A topic of a forum; its id is the id of the message that created it."""

    id: int
    title: str
    closed: bool = False


@dataclass
class Chat:
    """A private chat with the bot (its id is the person's), a group or a supergroup.

    Attributes:
        members: status by person id: creator, administrator, member, restricted, left, kicked.
        bot_status: the same for the bot.
        started: the person has written to the bot, so that the bot may answer.
        bot_blocked: the person has blocked the bot.
        migrated_to: the supergroup that a basic group became.
        keyboards: whole reply markups by message id; messages carry only inline ones.
        reactions: reactions by message id and person id.
        read_up_to: the last message seen, by person id.
    """

    id: int
    type: str
    title: str | None = None
    is_forum: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    members: dict[int, str] = field(default_factory=dict)
    bot_status: str = "left"
    started: bool = False
    bot_blocked: bool = False
    deleted: bool = False
    bot_can_post: bool = True
    migrated_to: int | None = None
    messages: dict[int, Json] = field(default_factory=dict)
    keyboards: dict[int, Json] = field(default_factory=dict)
    reactions: dict[int, dict[int, list[Json]]] = field(default_factory=dict)
    read_up_to: dict[int, int] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    last_message_id: int = 0

    @property
    def is_private(self) -> bool:
        """Whether this is a person's chat with the bot."""
        return self.type == "private"

    @property
    def bot_is_member(self) -> bool:
        """Whether the bot can read this chat."""
        return self.is_private or self.bot_status in {"member", "administrator"}

    def present(self) -> list[int]:
        """The ids of the people who are in the chat."""
        return [who for who, status in self.members.items() if status not in {"left", "kicked"}]

    def next_message_id(self) -> int:
        """Take the id of the next message; ids are never reused."""
        self.last_message_id += 1
        return self.last_message_id


@dataclass(frozen=True)
class StoredFile:
    """An uploaded file."""

    id: str
    unique_id: str
    name: str
    mime_type: str
    content: bytes
    path: str
