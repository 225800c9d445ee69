"""Deep links to the bot: which payloads Telegram carries."""

from __future__ import annotations

import re

from bot.sandbox.errors import bad_request

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


def check_payload(payload: str) -> str:
    """The payload itself.

    Raises:
        ApiError: it is longer than 64 characters or has other ones than `A-Za-z0-9_-`.
    """
    if not PAYLOAD.fullmatch(payload):
        raise bad_request("START_PARAM_INVALID")
    return payload
