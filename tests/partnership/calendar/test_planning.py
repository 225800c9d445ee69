"""Planning, moving and calling off, over a real database."""

from datetime import date, timedelta

import pytest

from partnership.calendar.errors import InThePastError, StateRefusedError
from partnership.calendar.times import ClockRepeatedError, ClockSkippedError
from partnership.calendar.timing import Timing
from partnership.errors import NotPermittedError
from partnership.events import EventState
from partnership.reminders.model import Recipient, RecipientKind, ReminderState, SubjectKind
from tests.support.builders import OF_KOROSTEN, OF_ZHYTOMYR, OFFICIAL
from tests.support.calendars import GROUP, Desk, a_call, an_event, kyiv, utc

M43 = kyiv(2024, 6, 25, 15)


async def test_a_meeting_is_planned_with_the_reminders_of_m43(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    assert event.title.uk == "Коростень – Бурж"
    due = [(rule, at) for rule, at, who in await desk.due(event.key) if who == GROUP.id]
    assert due == [
        ("event:-7d", utc(2024, 6, 18, 12)),
        ("event:-1d", utc(2024, 6, 24, 12)),
        ("event:-60m", utc(2024, 6, 25, 11)),
        ("event:-10m", utc(2024, 6, 25, 11, 50)),
    ]


async def test_the_card_shows_both_clocks(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    card = await desk.calendar.card(OF_KOROSTEN, event.key)
    assert [(time.zone, time.begins.hour) for time in card.times] == [
        ("Europe/Kyiv", 15),
        ("Europe/Paris", 14),
    ]


async def test_the_coordinator_is_asked_for_the_missing_link_and_then_not(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    asked = [each for each in await desk.due(event.key) if each[0] == "event:-1d:link"]
    assert asked == [("event:-1d:link", utc(2024, 6, 24, 12), OF_KOROSTEN.id)]
    await desk.calendar.set_link(OF_KOROSTEN, event.key, "ось https://zoom.us/j/5551234")
    assert all(rule != "event:-1d:link" for rule, _, _ in await desk.due(event.key))


async def test_an_event_moved_there_and_back_has_the_reminders_it_had(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    before = await desk.due(event.key)
    await desk.calendar.move(OF_KOROSTEN, event.key, Timing.at(kyiv(2024, 7, 3, 11)))
    assert await desk.due(event.key) != before
    await desk.calendar.move(OF_KOROSTEN, event.key, Timing.at(M43))
    assert await desk.due(event.key) == before


async def test_a_call_moved_to_an_earlier_hour_of_today_still_reminds(desk: Desk) -> None:
    desk.world.clock.move_to(utc(2024, 6, 25, 6))
    event = await desk.plan_call(kyiv(2024, 6, 25, 17))
    desk.world.clock.move_to(utc(2024, 6, 25, 9, 10))
    await desk.calendar.move(OF_KOROSTEN, event.key, Timing.at(kyiv(2024, 6, 25, 13)))
    due = [(rule, at) for rule, at, who in await desk.due(event.key) if who == GROUP.id]
    assert due == [("event:-10m", utc(2024, 6, 25, 9, 50))]


async def test_a_call_planned_five_minutes_ahead_reminds_at_once(desk: Desk) -> None:
    event = await desk.plan_call(kyiv(2024, 6, 12, 9, 5))
    due = [(rule, at) for rule, at, who in await desk.due(event.key) if who == GROUP.id]
    assert due == [("event:now", utc(2024, 6, 12, 6))]


async def test_what_waits_for_the_sender_is_not_lost_when_the_event_is_edited(
    desk: Desk,
) -> None:
    event = await desk.plan_call(M43)
    desk.world.clock.move_to(utc(2024, 6, 18, 12, 1))
    await desk.calendar.set_reserve_date(OF_KOROSTEN, event.key, date(2024, 6, 27))
    assert ("event:-7d", utc(2024, 6, 18, 12), GROUP.id) in await desk.due(event.key)


async def test_a_cancelled_event_is_told_once_and_falls_silent(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    await desk.calendar.tell(event.key, [GROUP])
    changed = await desk.calendar.cancel(OF_KOROSTEN, event.key, "гості захворіли")
    assert changed.told == (GROUP,)
    assert changed.reminders == ()
    rows = await desk.world.stores.reminders.of_subject(SubjectKind.EVENT, event.key)
    assert {row.state for row in rows} == {ReminderState.CANCELLED}
    upcoming = await desk.world.stores.reminders.upcoming(limit=50)
    assert [row.rule for row in upcoming] == ["event_cancelled"]
    with pytest.raises(StateRefusedError):
        await desk.calendar.cancel(OF_KOROSTEN, event.key, "ще раз")


async def test_a_move_is_told_with_what_was_and_what_is(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    await desk.calendar.tell(event.key, [GROUP, Recipient(RecipientKind.USER, OF_KOROSTEN.id)])
    changed = await desk.calendar.move(OF_KOROSTEN, event.key, Timing.at(kyiv(2024, 6, 26, 10)))
    assert changed.told == (GROUP,)
    (row,) = [
        row
        for row in await desk.world.stores.reminders.upcoming(limit=50)
        if row.rule == "event_moved"
    ]
    announcement = await desk.world.stores.announcements.announcement(int(row.subject))
    assert announcement is not None
    assert announcement.facts["before"]["start"] == "2024-06-25"
    assert announcement.facts["after"]["start_time"] == "10:00:00"


async def test_postponing_silences_and_a_new_date_plans_again(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    postponed = await desk.calendar.postpone(OF_KOROSTEN, event.key, "тривога")
    assert postponed.reminders == ()
    moved = await desk.calendar.move(OF_KOROSTEN, event.key, Timing.at(kyiv(2024, 7, 2, 15)))
    assert moved.event.state == EventState.PLANNED
    assert len(moved.reminders) > 0


async def test_taking_a_move_back_brings_the_reminders_back(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    before = await desk.due(event.key)
    await desk.calendar.move(OF_KOROSTEN, event.key, Timing.at(kyiv(2024, 7, 3, 11)))
    await desk.world.editing.undo(OF_KOROSTEN)
    assert await desk.due(event.key) == before


async def test_the_end_is_kept_when_only_the_start_is_moved(desk: Desk) -> None:
    timing = Timing(
        start=date(2024, 6, 25), start_time=M43.time(), end_time=kyiv(2024, 6, 25, 16, 30).time()
    )
    event = await desk.plan_call(M43, timing=timing)
    moved = await desk.calendar.move(OF_KOROSTEN, event.key, Timing.at(kyiv(2024, 6, 26, 10)))
    assert moved.event.planned.end_time == kyiv(2024, 6, 26, 11, 30).time()


async def test_only_the_coordinator_of_the_community_plans(desk: Desk) -> None:
    for user in (OF_ZHYTOMYR, OFFICIAL):
        with pytest.raises(NotPermittedError):
            await desk.calendar.plan(user, a_call(M43))


async def test_the_past_is_refused(desk: Desk) -> None:
    with pytest.raises(InThePastError):
        await desk.plan_call(kyiv(2024, 6, 12, 8, 59))


async def test_hours_that_the_clocks_skip_or_repeat_are_asked_about(desk: Desk) -> None:
    with pytest.raises(ClockSkippedError):
        await desk.plan_call(kyiv(2026, 3, 29, 3, 30))
    with pytest.raises(ClockRepeatedError) as caught:
        await desk.plan_call(kyiv(2026, 10, 25, 3, 30))
    first, second = caught.value.choices
    assert second - first == timedelta(hours=1)
    event = await desk.plan_call(
        kyiv(2026, 10, 25, 3, 30),
        timing=Timing(start=date(2026, 10, 25), start_time=kyiv(2026, 1, 1, 3, 30).time(), fold=1),
    )
    assert ("event:-10m", second - timedelta(minutes=10), GROUP.id) in await desk.due(event.key)


async def test_an_imported_event_reminds_its_group_and_coordinators(desk: Desk) -> None:
    imported = an_event(M43, partnerships=("korosten-bourges",))
    await desk.world.put(imported)
    found = {who for rule, _, who in await desk.due(imported.key) if rule == "event:-1d"}
    assert found == {GROUP.id, OF_KOROSTEN.id}


async def test_an_event_moved_twice_in_a_minute_keeps_only_the_last_times(desk: Desk) -> None:
    event = await desk.plan_call(M43)
    await desk.calendar.tell(event.key, [GROUP])
    for day in (26, 27):
        await desk.calendar.move(OF_KOROSTEN, event.key, Timing.at(kyiv(2024, 6, day, 15)))
    starts = {row.occurrence for row in await desk.calendar.reminders_to_come(event.key)}
    assert starts == {utc(2024, 6, 27, 12)}
    told = [
        await desk.world.stores.announcements.announcement(int(row.subject))
        for row in await desk.world.stores.reminders.upcoming(limit=50)
        if row.rule == "event_moved"
    ]
    assert [
        (each.facts["before"]["start"], each.facts["after"]["start"]) for each in told if each
    ] == [
        ("2024-06-25", "2024-06-26"),
        ("2024-06-26", "2024-06-27"),
    ]
