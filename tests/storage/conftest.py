"""An empty database file of its own for every test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An open database, closed at the end."""
    opened = await Database.open(tmp_path / "mistok.db")
    try:
        yield opened
    finally:
        await opened.close()
