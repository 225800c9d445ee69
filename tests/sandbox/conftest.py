"""A stand-in with a small scripted bot, for the tests of the sandbox itself."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.sandbox.client import BotClient
from tests.support.telegram import TelegramStandIn


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramStandIn]:
    async with TelegramStandIn() as stand_in:
        yield stand_in


@pytest.fixture
async def bot(telegram: TelegramStandIn) -> AsyncIterator[BotClient]:
    async with BotClient(telegram) as client:
        yield client
