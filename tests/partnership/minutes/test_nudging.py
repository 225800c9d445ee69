"""Coordinators are reminded of missing minutes until somebody drafts or waives them."""

from datetime import date, time

import pytest

from partnership.events import Event, EventState, Span
from partnership.minutes.minutes import MinutesForm
from tests.partnership.minutes.conftest import Desk
from tests.support.builders import OF_KOROSTEN, an_event

ASKED = {"event:+1d:minutes", "event:late:minutes"}


@pytest.fixture
async def event(desk: Desk) -> Event:
    """A meeting of this morning, over by now."""
    await desk.world.stores.members.save_user(OF_KOROSTEN)
    await desk.world.membership.load()
    today = date(2024, 6, 12)
    held = an_event(
        state=EventState.HELD,
        actual=Span(today, today, time(8), time(8, 30)),
        partnerships=("korosten-bourges",),
    )
    await desk.world.put(held)
    return await desk.event(held.key)


async def due(desk: Desk, event: Event) -> set[str]:
    return {row.rule for row in await desk.calendar.reminders_to_come(event.key)}


async def test_a_draft_ends_the_reminders_and_taking_it_back_brings_them_back(
    desk: Desk, event: Event
) -> None:
    assert await due(desk, event) == ASKED
    await desk.draft(MinutesForm.CONVERSATION, event.key)
    assert await due(desk, event) == set()
    await desk.world.editing.undo(OF_KOROSTEN)
    assert await due(desk, event) == ASKED
    assert (await desk.event(event.key)).state is EventState.HELD


async def test_a_waiver_ends_them_too(desk: Desk, event: Event) -> None:
    await desk.calendar.waive_minutes(OF_KOROSTEN, event.key, "лише привітання")
    assert await due(desk, event) == set()


async def test_planning_everything_anew_keeps_them(desk: Desk, event: Event) -> None:
    assert event.key in await desk.world.stores.calendar.planned_events()
    await desk.calendar.plan_anew()
    assert await due(desk, event) == ASKED
