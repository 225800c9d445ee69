"""The schema check notices what the Bot API does not know."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.recording import Request
from tests.support.clocks import MONDAY_MORNING
from tests.support.schema import SchemaCheck

BUTTON = {"text": "Так", "callback_data": "yes"}


def violations(method: str, files: tuple[str, ...] = (), **parameters: Any) -> list[str]:
    check = SchemaCheck()
    check(Request(method, parameters, files, MONDAY_MORNING, 0.0))
    return check.violations


def test_a_proper_request_passes() -> None:
    assert not violations(
        "sendMessage",
        chat_id="-100",
        text="[1]",
        disable_notification="true",
        entities=[{"type": "bold", "offset": 0, "length": 1}],
        reply_markup={"inline_keyboard": [[BUTTON]]},
        reply_parameters={"message_id": 1},
    )


def test_an_upload_passes_by_either_name() -> None:
    assert not violations("sendDocument", ("x1",), chat_id="1", document="attach://x1")
    assert not violations("sendDocument", ("document",), chat_id="1")


@pytest.mark.parametrize(
    ("method", "parameters", "why"),
    [
        ("sendMessages", {}, "sendMessages: no such method in the Bot API"),
        ("sendMessage", {"chat_id": "1"}, "sendMessage.text is required"),
        ("getMe", {"x": "1"}, "getMe.x is unknown"),
        ("getUpdates", {"limit": "many"}, "getUpdates.limit is no Integer: 'many'"),
        ("getFile", {"file_id": 1}, "getFile.file_id is no String: 1"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1", "show_alert": "yes"},
            "answerCallbackQuery.show_alert is no Boolean: 'yes'",
        ),
        (
            "sendDocument",
            {"chat_id": "1", "document": "attach://lost"},
            "sendDocument: no part for attach://lost",
        ),
    ],
)
def test_what_the_schema_does_not_allow(method: str, parameters: dict[str, Any], why: str) -> None:
    assert violations(method, **parameters) == [why]


@pytest.mark.parametrize(
    "markup",
    [
        {"inline_keyboard": [BUTTON]},
        {"inline_keyboard": [[{"text": "Так", "callback": "yes"}]]},
        {"inline_keyboard": [[{"callback_data": "yes"}]]},
        "inline",
    ],
)
def test_a_wrong_keyboard_is_noticed(markup: Any) -> None:
    [violation] = violations("sendMessage", chat_id="1", text="x", reply_markup=markup)

    assert violation.startswith("sendMessage.reply_markup is no ")


def test_every_kind_of_scope_is_known() -> None:
    command = {"command": "help", "description": "x"}
    scopes = [
        {"type": "default"},
        {"type": "all_private_chats"},
        {"type": "chat", "chat_id": 1},
        {"type": "chat_member", "chat_id": 1, "user_id": 2},
    ]
    for scope in scopes:
        assert not violations("setMyCommands", commands=[command], scope=scope)
    assert violations("setMyCommands", commands=[command], scope={"kind": "default"})
