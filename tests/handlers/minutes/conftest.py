"""A working group that writes meetings down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest

from partnership.calendar.planning import NewEvent
from partnership.calendar.timing import Timing
from partnership.events import EventKind, EventState
from tests.support.conversation import Conversation
from tests.support.group import Group
from tests.support.office import Office


@dataclass
class WorkingGroup:
    """A group bound to Korosten – Bourges, with the bot as administrator."""

    office: Office
    group: Group
    admin: Conversation
    coordinator: Conversation
    official: Conversation
    stranger: Conversation


async def gather_group(office: Office, *, admin: bool = True) -> WorkingGroup:
    """The group with its people; without `admin` the bot sees only what is meant for it."""
    people = (office.coordinator, office.official, office.stranger)
    group = office.telegram.group("Коростень – Бурж", owner=office.admin, members=people)
    await group.add_bot(office.admin, admin=admin)
    chief = office.admin.in_group(group)
    await chief.ask_all("/bind Бурж")
    return WorkingGroup(
        office,
        group,
        chief,
        office.coordinator.in_group(group),
        office.official.in_group(group),
        office.stranger.in_group(group),
    )


@pytest.fixture
async def meeting(office: Office) -> int:
    """The number of an online meeting of Korosten – Bourges that began half an hour ago."""
    actor = await office.app.services.membership.who(office.coordinator.id)
    timing = Timing.at(datetime(2024, 6, 12, 8, 30))  # noqa: DTZ001 - a wall time
    new = NewEvent(kind=EventKind.ONLINE_MEETING, partnerships=("korosten-bourges",), timing=timing)
    calendar = office.app.services.calendar
    planned = await calendar.plan(actor, new, past_is_fine=True, checklists=False)
    return (await calendar.set_state(actor, planned.event.key, EventState.RUNNING)).event.id


@pytest.fixture
async def working_group(office: Office, meeting: int) -> WorkingGroup:
    """The group on the day of the meeting."""
    return await gather_group(office)
