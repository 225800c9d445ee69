from __future__ import annotations

import pytest
from aiogram.exceptions import (
    ClientDecodeError,
    RestartingTelegram,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage

from bot.delivery.errors import (
    Migrated,
    Refused,
    TooMany,
    TopicGone,
    Transient,
    Unreachable,
    read_error,
)

METHOD = SendMessage(chat_id=1, text="x")


@pytest.mark.parametrize(
    ("description", "reason"),
    [
        ("bot was blocked by the user", "blocked"),
        ("user is deactivated", "deactivated"),
        ("bot can't initiate conversation with a user", "never_started"),
        ("bot was kicked from the supergroup chat", "kicked"),
        ("bot was kicked from the group chat", "kicked"),
        ("bot is not a member of the supergroup chat", "not_a_member"),
        ("the group chat was deleted", "chat_deleted"),
    ],
)
def test_a_forbidden_chat_is_permanent_with_its_reason(description: str, reason: str) -> None:
    error = TelegramForbiddenError(METHOD, f"Forbidden: {description}")
    assert read_error(error) == Unreachable(reason)


@pytest.mark.parametrize(
    ("description", "reason"),
    [
        ("chat not found", "chat_not_found"),
        ("not enough rights to send text messages to the chat", "no_right_to_write"),
    ],
)
def test_a_bad_request_about_the_chat_is_permanent(description: str, reason: str) -> None:
    error = TelegramBadRequest(METHOD, f"Bad Request: {description}")
    assert read_error(error) == Unreachable(reason)


@pytest.mark.parametrize(
    "description",
    [
        "message is too long",
        "can't parse entities: Unsupported start tag",
        "BUTTON_DATA_INVALID",
        "something that Telegram will invent tomorrow",
        "",
    ],
)
def test_an_unknown_bad_request_does_not_condemn_the_chat(description: str) -> None:
    error = TelegramBadRequest(METHOD, f"Bad Request: {description}")
    assert isinstance(read_error(error), Refused)


def test_an_unknown_forbidden_does_not_condemn_the_chat() -> None:
    assert isinstance(read_error(TelegramForbiddenError(METHOD, "Forbidden: new")), Refused)


@pytest.mark.parametrize("description", ["message thread not found", "TOPIC_CLOSED"])
def test_a_closed_or_deleted_topic_is_no_lost_chat(description: str) -> None:
    error = TelegramBadRequest(METHOD, f"Bad Request: {description}")
    assert read_error(error) == TopicGone()


def test_a_moved_group_says_where_it_is() -> None:
    assert read_error(TelegramMigrateToChat(METHOD, "x", -100_5)) == Migrated(-100_5)


def test_too_many_requests_says_how_long() -> None:
    assert read_error(TelegramRetryAfter(METHOD, "x", 17)) == TooMany(17)


@pytest.mark.parametrize(
    "kind",
    [
        TelegramServerError,
        RestartingTelegram,
        TelegramUnauthorizedError,
        TelegramConflictError,
        TelegramNotFound,
        TelegramAPIError,
    ],
)
def test_troubles_of_the_server_or_of_our_token_pass(kind: type[TelegramAPIError]) -> None:
    assert read_error(kind(METHOD, "Internal Server Error")) == Transient(kind.__name__)


def test_without_an_answer_the_message_may_have_been_taken() -> None:
    assert read_error(TelegramNetworkError(METHOD, "Request timeout error")) == Transient(
        "no_answer", unanswered=True
    )
    page = ClientDecodeError("Failed to decode object", ValueError(), "<html>")
    assert read_error(page) == Transient("unreadable_answer", unanswered=True)
