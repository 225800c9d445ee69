"""A calendar over the example registry for each test, on 12 June 2024, 09:00 in Kyiv."""

import pytest

from tests.support.builders import World
from tests.support.calendars import Desk, open_desk


@pytest.fixture
async def desk(world: World) -> Desk:
    """The calendar of the example registry, with a bound group and people of every role."""
    return await open_desk(world)
