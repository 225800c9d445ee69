"""Which reply markups Telegram accepts."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.model import Json

BUTTONS_LIMIT = 100
BUTTONS_IN_ROW = 8
MARKUP_LIMIT_BYTES = 10_240
CALLBACK_DATA_BYTES = 64
COPY_TEXT_LIMIT = 256

ACTIONS = (
    "callback_data",
    "url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "login_url",
    "web_app",
    "pay",
)
MAY_BE_EMPTY = {"switch_inline_query", "switch_inline_query_current_chat"}
"""Actions that mean something with an empty text."""


def check_markup(markup: Any) -> Json:
    """The markup itself, when Telegram would accept it."""
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        return check_inline(markup)
    if "keyboard" in markup:
        _check_size(markup, markup["keyboard"])
        for row in markup["keyboard"]:
            for button in row:
                if not (button if isinstance(button, str) else button.get("text")):
                    raise bad_request("keyboard button text must be non-empty")
        return markup
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    raise bad_request("object expected as reply markup")


def check_inline(markup: Json) -> Json:
    """An inline keyboard; edits accept no other markup."""
    rows = markup.get("inline_keyboard")
    if rows is None:
        raise bad_request("inline keyboard expected")
    _check_size(markup, rows)
    for row in rows:
        for button in row:
            _check_button(button)
    return {"inline_keyboard": [row for row in rows if row]}


def _check_size(markup: Json, rows: list[list[Json]]) -> None:
    if (
        sum(len(row) for row in rows) > BUTTONS_LIMIT
        or any(len(row) > BUTTONS_IN_ROW for row in rows)
        or len(json.dumps(markup, ensure_ascii=False).encode()) > MARKUP_LIMIT_BYTES
    ):
        raise bad_request("reply markup is too long")


def _check_button(button: Json) -> None:
    if not button.get("text"):
        raise _unparsable('Field "text" must be of type String and non-empty')
    if not any(button.get(action) or action in MAY_BE_EMPTY & button.keys() for action in ACTIONS):
        raise _unparsable("Text buttons are unallowed in the inline keyboard")
    if len(button.get("callback_data", "").encode()) > CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.get("url") and not _is_link(button["url"]):
        raise bad_request("BUTTON_URL_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= COPY_TEXT_LIMIT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _unparsable(why: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {why}")


def _is_link(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "tg"} and bool(parts.netloc)
