"""Fixtures of every floor: aiogram imported lean, and the bot's office for conversations."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog

from bot.lean_aiogram import import_aiogram

import_aiogram()

from tests.support.clocks import StillClock  # noqa: E402
from tests.support.office import K2, Office, make_template, open_office  # noqa: E402

# structlog's default draws tracebacks with every variable in them: minutes for one of aiogram's.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the example registry and people of every role."""
    path = tmp_path_factory.mktemp("template") / "mistok.db"
    asyncio.run(make_template(path))
    return path


@pytest.fixture
def clock() -> StillClock:
    """Wednesday, 12 June 2024, 09:00 in Kyiv; a test moves it as it likes."""
    return StillClock(K2)


@pytest.fixture
async def office(tmp_path: Path, template: Path, clock: StillClock) -> AsyncIterator[Office]:
    """The real bot on the stand-in server."""
    async with open_office(tmp_path, template, clock) as opened:
        yield opened
