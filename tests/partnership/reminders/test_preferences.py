"""Choices of groups and people, and what follows for the rows."""

from datetime import datetime, time

import pytest

from partnership.errors import NotPermittedError
from partnership.reminders.digests import DigestKind
from partnership.reminders.model import Recipient
from partnership.reminders.offsets import Offset
from partnership.reminders.preferences import Preferences
from partnership.reminders.quiet import QuietHours
from partnership.reminders.settings import OffsetGroup
from tests.support.builders import ADMIN, OF_KOROSTEN, OF_ZHYTOMYR, OFFICIAL, World
from tests.support.calendars import GROUP, Desk, kyiv, open_desk, person, utc


@pytest.fixture
async def desk(world: World) -> Desk:
    return await open_desk(world)


@pytest.fixture
def preferences(desk: Desk) -> Preferences:
    world, calendar = desk.world, desk.calendar
    return Preferences(calendar.batches, calendar.store, calendar.planner, world.membership)


async def rules_for(desk: Desk, event: str, recipient: Recipient) -> list[str]:
    return [rule for rule, _, who in await desk.due(event) if who == recipient.id]


async def due_of(desk: Desk, kind: DigestKind, recipient: Recipient = GROUP) -> list[datetime]:
    rows = await desk.world.stores.reminders.upcoming(recipient=recipient.id, limit=50)
    return [row.due_at for row in rows if row.rule == f"digest:{kind}"]


async def test_a_group_that_chooses_other_times_is_reminded_then(
    desk: Desk, preferences: Preferences
) -> None:
    event = await desk.plan_call(kyiv(2024, 6, 25, 15))
    choice = (Offset(days=2), Offset(minutes=30))
    await preferences.set_offsets(OF_KOROSTEN, GROUP, OffsetGroup.MEETING, choice)
    assert await rules_for(desk, event.key, GROUP) == ["event:-2d", "event:-30m"]
    await preferences.set_offsets(OF_KOROSTEN, GROUP, OffsetGroup.MEETING, None)
    assert (await rules_for(desk, event.key, GROUP))[0] == "event:-7d"


async def test_a_rule_of_thirty_days_added_late_sends_nothing_at_once(
    desk: Desk, preferences: Preferences
) -> None:
    event = await desk.plan_call(kyiv(2024, 6, 17, 15))
    choice = (Offset(days=30),)
    await preferences.set_offsets(OF_KOROSTEN, GROUP, OffsetGroup.MEETING, choice)
    assert await rules_for(desk, event.key, GROUP) == []


async def test_quiet_hours_of_a_group_move_its_reminders(
    desk: Desk, preferences: Preferences
) -> None:
    event = await desk.plan_call(kyiv(2024, 6, 25, 15))
    await preferences.set_quiet_hours(OF_KOROSTEN, GROUP, QuietHours(time(13), time(16)))
    due = {rule: at for rule, at, who in await desk.due(event.key) if who == GROUP.id}
    assert due["event:-1d"] == utc(2024, 6, 24, 10)
    assert due["event:-60m"] == utc(2024, 6, 25, 11)


async def test_the_calls_digest_of_m58_comes_on_the_first_of_july(
    desk: Desk, preferences: Preferences
) -> None:
    first = await preferences.subscribe(OF_KOROSTEN, GROUP, DigestKind.CALLS)
    assert first == utc(2024, 7, 1, 6)
    assert DigestKind.CALLS in await preferences.subscriptions_of(GROUP)
    assert await due_of(desk, DigestKind.CALLS) == [first]
    await preferences.unsubscribe(OF_KOROSTEN, GROUP, DigestKind.CALLS)
    assert await due_of(desk, DigestKind.CALLS) == []


async def test_the_next_digest_is_planned_after_the_first_was_due(
    desk: Desk, preferences: Preferences
) -> None:
    await preferences.subscribe(OF_KOROSTEN, GROUP, DigestKind.WEEK)
    desk.world.clock.move_to(utc(2024, 6, 17, 6, 1))
    await desk.calendar.planner.roll(desk.calendar.batches.store)
    assert await due_of(desk, DigestKind.WEEK) == [utc(2024, 6, 17, 6), utc(2024, 6, 24, 6)]


async def test_the_hour_of_a_digest_stays_over_the_clock_change(
    desk: Desk, preferences: Preferences
) -> None:
    desk.world.clock.move_to(utc(2026, 3, 24))
    first = await preferences.subscribe(OF_KOROSTEN, GROUP, DigestKind.WEEK)
    assert first == utc(2026, 3, 30, 6)
    desk.world.clock.move_to(utc(2026, 10, 20))
    again = await preferences.subscribe(OF_KOROSTEN, GROUP, DigestKind.WEEK)
    assert again == utc(2026, 10, 26, 7)


async def test_only_its_coordinator_sets_the_times_of_a_group(preferences: Preferences) -> None:
    for actor in (OF_ZHYTOMYR, OFFICIAL):
        with pytest.raises(NotPermittedError):
            await preferences.subscribe(actor, GROUP, DigestKind.WEEK)
    await preferences.subscribe(OFFICIAL, person(OFFICIAL.id), DigestKind.AGENDA)


async def test_groups_and_coordinators_get_the_digest_of_action_items_without_asking(
    desk: Desk, preferences: Preferences
) -> None:
    await desk.calendar.planner.roll(desk.calendar.batches.store)
    monday = [utc(2024, 6, 17, 6)]
    for reader in (GROUP, person(OF_KOROSTEN.id), person(OF_ZHYTOMYR.id)):
        assert await preferences.subscriptions_of(reader) == [DigestKind.ITEMS]
        assert await due_of(desk, DigestKind.ITEMS, reader) == monday
    for other in (person(OFFICIAL.id), person(ADMIN.id)):
        assert await preferences.subscriptions_of(other) == []
        assert await due_of(desk, DigestKind.ITEMS, other) == []


async def test_who_refuses_the_usual_digest_gets_it_no_more_until_they_ask_for_it(
    desk: Desk, preferences: Preferences
) -> None:
    own = person(OF_KOROSTEN.id)
    await preferences.unsubscribe(OF_KOROSTEN, own, DigestKind.ITEMS)
    await desk.calendar.planner.roll(desk.calendar.batches.store)
    assert await due_of(desk, DigestKind.ITEMS, own) == []
    assert await due_of(desk, DigestKind.ITEMS) == [utc(2024, 6, 17, 6)]
    assert await preferences.subscribe(OF_KOROSTEN, own, DigestKind.ITEMS) == utc(2024, 6, 17, 6)
    assert await due_of(desk, DigestKind.ITEMS, own) == [utc(2024, 6, 17, 6)]


async def test_a_digest_waits_until_quiet_hours_end(desk: Desk, preferences: Preferences) -> None:
    await preferences.set_quiet_hours(OF_KOROSTEN, GROUP, QuietHours(time(20), time(10)))
    await preferences.subscribe(OF_KOROSTEN, GROUP, DigestKind.WEEK)
    assert await due_of(desk, DigestKind.WEEK) == [utc(2024, 6, 17, 7)]
    await preferences.set_quiet_hours(OF_KOROSTEN, GROUP, QuietHours())
    assert await due_of(desk, DigestKind.WEEK) == [utc(2024, 6, 17, 6)]
