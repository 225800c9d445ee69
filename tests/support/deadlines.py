"""Waiting with a deadline that explains itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.sandbox.sandbox import Sandbox

DEADLINE_SECONDS = 10.0
SHOWN_REQUESTS = 8


@asynccontextmanager
async def within(
    what: str, sandbox: Sandbox, seconds: float = DEADLINE_SECONDS
) -> AsyncIterator[None]:
    """Fail the test, with the bot's latest requests, when something does not come in time."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError:
        latest = [
            f"{one.method}: {one.error_code or 'ok'} {one.description or ''}".strip()
            for one in sandbox.requests.all[-SHOWN_REQUESTS:]
        ]
        raise AssertionError(
            f"waited {seconds} s for {what}; the bot's latest requests: {latest}"
        ) from None
