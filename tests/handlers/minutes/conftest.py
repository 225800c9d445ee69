"""A working group that writes meetings down."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

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


async def gather_group(office: Office, *, admin: bool = True, language: str = "") -> WorkingGroup:
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
    """The number of an online meeting of Korosten – Bourges that is on today."""
    answer = (await office.coordinator.private().ask_all("/meeting Бурж 12.06 10:00 онлайн"))[-1]
    assert "10:00" in answer.text
    events = await office.app.stores.events.events(partnership="korosten-bourges")
    return max(event.id for event in events)


@pytest.fixture
async def working_group(office: Office, meeting: int) -> WorkingGroup:
    """The group on the day of the meeting."""
    return await gather_group(office)
