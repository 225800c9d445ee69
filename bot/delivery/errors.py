"""What each error of Telegram means for a message that was to be sent.

Only errors that are known to be lasting end a row at once. Anything unknown is tried again, and
never taken as a sign that the chat is gone.
"""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
)

UNREACHABLE = {
    "bot was blocked by the user": "blocked",
    "user is deactivated": "deactivated",
    "bot can't initiate conversation with a user": "never_started",
    "bot was kicked": "kicked",
    "bot is not a member": "not_a_member",
    "the group chat was deleted": "chat_deleted",
    "chat not found": "chat_not_found",
    "not enough rights to send": "no_right_to_write",
}
"""Parts of Telegram's descriptions of what no further attempt will change, and our short codes."""

TOPIC_GONE = ("message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED")


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Permanent: this chat takes nothing from us; `reason` is a code of `UNREACHABLE`."""

    reason: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group became a supergroup with another id."""

    chat: int


@dataclass(frozen=True, slots=True)
class TopicGone:
    """The topic of the forum is closed or deleted; the group itself is there."""


@dataclass(frozen=True, slots=True)
class TooMany:
    """429: nobody is sent anything for so many seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Transient:
    """A matter of the network or of the server: it passes. It may have been accepted all the same
    where `unanswered`."""

    reason: str
    unanswered: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram does not take *this message*, for a reason that we do not know by name."""

    reason: str


Failure = Unreachable | Migrated | TopicGone | TooMany | Transient | Refused


def read_error(error: AiogramError) -> Failure:
    """The meaning of what aiogram raised."""
    match error:
        case TelegramRetryAfter():
            return TooMany(error.retry_after)
        case TelegramMigrateToChat():
            return Migrated(error.migrate_to_chat_id)
        case TelegramNetworkError():
            return Transient("no_answer", unanswered=True)
        case TelegramBadRequest() | TelegramForbiddenError():
            return _read_description(error)
        case TelegramEntityTooLarge():
            return Refused("too large")
        case TelegramAPIError():
            return Transient(type(error).__name__)
        case _:
            # An answer that cannot be read: a proxy's error page, or a newer Bot API.
            return Transient("unreadable_answer", unanswered=True)


def _read_description(error: TelegramBadRequest | TelegramForbiddenError) -> Failure:
    description = error.message
    if any(part in description for part in TOPIC_GONE):
        return TopicGone()
    for part, reason in UNREACHABLE.items():
        if part in description:
            return Unreachable(reason)
    return Refused(description)
