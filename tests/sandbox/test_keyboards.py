"""Reply markups: limits and the words of the refusals."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.keyboards import check_inline, check_markup


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def refusal(markup: dict[str, Any]) -> str:
    with pytest.raises(ApiError) as caught:
        check_markup(markup)
    return caught.value.description.removeprefix("Bad Request: ")


@pytest.mark.parametrize("data", ["x", "x" * 64, "ї" * 32])
def test_callback_data_of_1_to_64_bytes_is_accepted(data: str) -> None:
    markup = inline([{"text": "Так", "callback_data": data}])

    assert check_markup(markup) == markup


@pytest.mark.parametrize("data", ["x" * 65, "ї" * 33])
def test_longer_callback_data_is_refused(data: str) -> None:
    assert refusal(inline([{"text": "Так", "callback_data": data}])) == "BUTTON_DATA_INVALID"


@pytest.mark.parametrize("action", [{}, {"callback_data": ""}, {"url": ""}])
def test_a_button_without_action_is_refused(action: dict[str, str]) -> None:
    assert refusal(inline([{"text": "Так", **action}])) == (
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
    )


def test_a_button_without_text_is_refused() -> None:
    assert refusal(inline([{"text": "", "callback_data": "x"}])).startswith(
        "can't parse inline keyboard button"
    )


def test_a_link_must_be_one() -> None:
    assert refusal(inline([{"text": "Так", "url": "javascript:x"}])) == "BUTTON_URL_INVALID"
    assert check_inline(inline([{"text": "Так", "url": "https://example.org"}]))


def button(number: int) -> dict[str, str]:
    return {"text": str(number), "callback_data": str(number)}


def test_a_hundred_buttons_fit_and_one_more_does_not() -> None:
    hundred = [[button(row * 4 + column) for column in range(4)] for row in range(25)]

    assert check_markup(inline(*hundred))
    assert refusal(inline(*hundred, [button(100)])) == "reply markup is too long"


def test_a_row_holds_eight_buttons() -> None:
    assert check_markup(inline([button(number) for number in range(8)]))
    assert refusal(inline([button(number) for number in range(9)])) == "reply markup is too long"


def test_ten_kilobytes_are_the_limit() -> None:
    assert refusal(inline([{"text": "я" * 6000, "callback_data": "x"}])) == (
        "reply markup is too long"
    )


def test_an_edit_accepts_only_an_inline_keyboard() -> None:
    with pytest.raises(ApiError, match="inline keyboard expected"):
        check_inline({"keyboard": [[{"text": "Так"}]]})


@pytest.mark.parametrize(
    "markup",
    [
        {"keyboard": [[{"text": "Мій номер", "request_contact": True}]]},
        {"remove_keyboard": True},
        {"force_reply": True},
    ],
)
def test_other_markups_are_accepted(markup: dict[str, Any]) -> None:
    assert check_markup(markup) == markup


def test_switching_to_inline_mode_may_begin_with_nothing() -> None:
    assert check_inline(inline([{"text": "Шукати", "switch_inline_query_current_chat": ""}]))


def test_what_is_no_object_is_no_markup() -> None:
    with pytest.raises(ApiError, match="object expected as reply markup"):
        check_markup([[{"text": "Так"}]])
