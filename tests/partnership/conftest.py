"""A world with the example registry for every test, copied from one that was imported once."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from partnership.registry import Registry
from tests.support.builders import World, copy_of, example_registry, make_example, open_world


@pytest.fixture(scope="session")
def example_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with the example registry."""
    return asyncio.run(make_example(tmp_path_factory.mktemp("core") / "mistok.db"))


@pytest.fixture
async def world(example_database: Path, tmp_path: Path) -> AsyncIterator[World]:
    """The example registry on 12 June 2024, 09:00 in Kyiv."""
    async with open_world(copy_of(example_database, tmp_path)) as opened:
        yield opened


@pytest.fixture
def registry() -> Registry:
    """The example registry in memory only."""
    return example_registry()
