"""Action items over the example registry, with people who use the bot and a calendar."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from partnership.naming import index_of
from partnership.steps import Step
from partnership.tasks.tasks import Tasks, build_tasks
from tests.support.builders import OFFICIAL, World
from tests.support.calendars import open_desk

DOER = replace(OFFICIAL, id=41, name="Наталія", communities=(), person="chyzhevska")
"""An official whom the registry knows, of no community of ours."""
HELPER = replace(OFFICIAL, id=42, name="Дмитро", communities=(), person="tkachuk")
CONTROLLER = replace(OFFICIAL, id=43, name="Станіслав", communities=(), person="taran")


@pytest.fixture
async def tasks(world: World) -> Tasks:
    """The use cases over the example registry, with a calendar that reminds."""
    names = index_of(world.registry.records())
    batches, stores = world.transfer.batches, world.stores
    calendar = (await open_desk(world)).calendar
    for user in (DOER, HELPER, CONTROLLER):
        await world.stores.members.save_user(user)
    await world.membership.load()
    zone = ZoneInfo("Europe/Kyiv")
    return build_tasks(batches, stores.steps, stores.changes, names, zone, calendar)


@pytest.fixture
async def the_list(world: World) -> Step:
    """What the Korosten community was asked for: a list of areas, without a date."""
    step = await world.stores.steps.step("st-exchange-topics")
    assert step is not None
    return step
