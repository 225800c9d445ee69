"""Series: wall time over the clock changes, exceptions, this one or all that follow."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnership.calendar.errors import NoSuchOccurrenceError, NotASeriesError
from partnership.calendar.repetition import Repetition
from partnership.calendar.series import next_occurrence, occurrences, split_before
from partnership.calendar.times import wall_of
from partnership.calendar.timing import Timing
from partnership.errors import WrongValueError
from partnership.event_parts import Series
from partnership.events import EventState
from tests.support.builders import OF_KOROSTEN, OFFICIAL
from tests.support.calendars import GROUP, KYIV, Desk, an_event, kyiv, utc

TUESDAYS = "FREQ=WEEKLY;BYDAY=TU"


@pytest.mark.parametrize("zone", ["Europe/Kyiv", "Europe/Paris", "America/New_York"])
def test_a_weekly_call_keeps_its_wall_time_all_year(zone: str) -> None:
    weekly = an_event(kyiv(2026, 1, 6, 10), zone=zone, series=Series(rule=TUESDAYS))
    found = occurrences(weekly, utc(2026, 1, 1), utc(2026, 12, 31))
    assert len(found) == 52
    assert {wall_of(each.starts_at, zone).time() for each in found} == {time(10)}


def test_the_clock_changes_of_2026_shift_the_instant_by_an_hour() -> None:
    weekly = an_event(kyiv(2026, 1, 6, 10), series=Series(rule=TUESDAYS))
    for before, hour, after, later in (
        (utc(2026, 3, 22), 8, utc(2026, 3, 29, 12), 7),
        (utc(2026, 10, 18), 7, utc(2026, 10, 25, 12), 8),
    ):
        found = [next_occurrence(weekly, before), next_occurrence(weekly, after)]
        assert [each.starts_at.hour for each in found if each] == [hour, later]


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 300),
    st.integers(1, 9),
    st.sampled_from(["FREQ=WEEKLY;COUNT=10", "FREQ=DAILY;COUNT=10", "FREQ=WEEKLY;INTERVAL=2"]),
)
def test_a_split_series_is_held_as_often_as_before(day: int, at: int, rule: str) -> None:
    first = kyiv(2026, 1, 6, 10) + timedelta(days=day)
    whole = an_event(first, series=Series(rule=rule))
    until = utc(2027, 6, 1)
    all_of_it = occurrences(whole, utc(2026, 1, 1), until)
    cut = all_of_it[at].original
    before, rest = split_before(whole, cut)
    after = an_event(cut, series=rest)
    assert occurrences(before, utc(2026, 1, 1), until) == all_of_it[:at]
    assert occurrences(after, utc(2026, 1, 1), until) == all_of_it[at:]


async def plan_weekly(desk: Desk) -> str:
    timing = Timing(start=date(2024, 6, 18), start_time=time(10), end_time=time(11), rule=TUESDAYS)
    return (await desk.plan_call(kyiv(2024, 6, 18, 10), timing=timing)).key


async def minutes_before(desk: Desk, key: str, number: int = 3) -> list:
    due = await desk.due(key)
    return [at for rule, at, who in due if rule == "event:-10m" and who == GROUP.id][:number]


async def test_one_occurrence_is_moved_and_another_cancelled(desk: Desk) -> None:
    key = await plan_weekly(desk)
    moved_to = kyiv(2024, 6, 26, 16)
    await desk.calendar.move_occurrence(OF_KOROSTEN, key, kyiv(2024, 6, 25, 10), moved_to)
    await desk.calendar.cancel_occurrence(OF_KOROSTEN, key, kyiv(2024, 7, 2, 10))
    assert await minutes_before(desk, key) == [
        utc(2024, 6, 18, 6, 50),
        utc(2024, 6, 26, 12, 50),
        utc(2024, 7, 9, 6, 50),
    ]


async def test_this_and_all_following_are_moved(desk: Desk) -> None:
    key = await plan_weekly(desk)
    await desk.calendar.tell(key, [GROUP])
    timing = replace(Timing.at(kyiv(2024, 6, 26, 12)), rule="FREQ=WEEKLY;BYDAY=WE")
    rest = await desk.calendar.move_following(OF_KOROSTEN, key, kyiv(2024, 6, 25, 10), timing)
    assert rest.told == (GROUP,)
    assert await minutes_before(desk, key) == [utc(2024, 6, 18, 6, 50)]
    assert (await minutes_before(desk, rest.event.key, 2)) == [
        utc(2024, 6, 26, 8, 50),
        utc(2024, 7, 3, 8, 50),
    ]


async def test_a_series_can_be_ended(desk: Desk) -> None:
    key = await plan_weekly(desk)
    await desk.calendar.cancel_following(OF_KOROSTEN, key, kyiv(2024, 7, 2, 10))
    assert len(await minutes_before(desk, key, 9)) == 2


async def test_an_occurrence_that_there_is_not_is_refused(desk: Desk) -> None:
    key = await plan_weekly(desk)
    with pytest.raises(NoSuchOccurrenceError):
        await desk.calendar.cancel_occurrence(OF_KOROSTEN, key, kyiv(2024, 6, 26, 10))
    single = await desk.plan_call(kyiv(2024, 6, 25, 15))
    with pytest.raises(NotASeriesError):
        await desk.calendar.cancel_occurrence(OF_KOROSTEN, single.key, kyiv(2024, 6, 25, 15))


async def test_one_occurrence_is_recorded_as_held_and_the_series_goes_on(desk: Desk) -> None:
    key = await plan_weekly(desk)
    desk.world.clock.move_to(utc(2024, 6, 18, 9))
    held = await desk.calendar.hold(OF_KOROSTEN, key, occurrence=kyiv(2024, 6, 18, 10))
    assert (held.event.parent, held.event.state) == (key, EventState.HELD)
    assert held.event.actual.start == date(2024, 6, 18)
    series = await desk.calendar.card(OFFICIAL, key)
    assert series.event.state == EventState.PLANNED
    assert series.occurrence is not None
    assert series.occurrence.starts_at == utc(2024, 6, 25, 7)


async def test_the_horizon_moves_with_the_days(desk: Desk) -> None:
    key = await plan_weekly(desk)
    before = len(await minutes_before(desk, key, 99))
    desk.world.clock.move_to(utc(2024, 7, 12, 6))
    await desk.calendar.planner.roll(desk.calendar.batches.store)
    last = (await minutes_before(desk, key, 99))[-1]
    assert before == 6
    assert last == utc(2024, 8, 20, 6, 50)


async def test_what_is_ahead_lists_each_occurrence(desk: Desk) -> None:
    key = await plan_weekly(desk)
    ahead = await desk.calendar.ahead(OFFICIAL, date(2024, 6, 17), date(2024, 6, 30))
    assert [(event.key, wall_of(at.starts_at, KYIV).day) for at, event in ahead] == [
        (key, 18),
        (key, 25),
    ]


async def test_a_rule_that_cannot_be_read_is_refused(desk: Desk) -> None:
    timing = replace(Timing.at(kyiv(2024, 6, 18, 10)), rule="FREQ=SOMETIMES")
    with pytest.raises(WrongValueError):
        await desk.plan_call(kyiv(2024, 6, 18, 10), timing=timing)


async def test_the_rest_of_a_series_goes_over_to_another_weekday(desk: Desk) -> None:
    key = await plan_weekly(desk)
    wednesday = Timing(start=date(2024, 6, 26), start_time=time(11))
    moved = await desk.calendar.move_following(OF_KOROSTEN, key, kyiv(2024, 6, 25, 10), wednesday)
    found = occurrences(moved.event, utc(2024, 6, 20), utc(2024, 7, 12))
    walls = [wall_of(each.starts_at, KYIV) for each in found]
    assert walls == [kyiv(2024, 6, 26, 11), kyiv(2024, 7, 3, 11), kyiv(2024, 7, 10, 11)]


async def test_a_whole_series_moved_takes_its_exceptions_along(desk: Desk) -> None:
    key = await plan_weekly(desk)
    await desk.calendar.cancel_occurrence(OF_KOROSTEN, key, kyiv(2024, 6, 25, 10), "канікули")
    monday = Timing(start=date(2024, 6, 17), start_time=time(12))
    moved = await desk.calendar.move(OF_KOROSTEN, key, monday)
    found = occurrences(moved.event, utc(2024, 6, 1), utc(2024, 7, 2))
    walls = [wall_of(each.starts_at, KYIV) for each in found]
    assert walls == [kyiv(2024, 6, 17, 12), kyiv(2024, 7, 1, 12)]


def test_the_first_tuesday_of_the_month_becomes_the_third_thursday() -> None:
    rule = Repetition.parse("FREQ=MONTHLY;BYDAY=1TU")
    assert str(rule.on(date(2024, 7, 2), date(2024, 7, 18))) == "FREQ=MONTHLY;BYDAY=3TH"


async def test_from_its_first_meeting_on_the_series_itself_moves(desk: Desk) -> None:
    key = await plan_weekly(desk)
    thursday = Timing(start=date(2024, 6, 20), start_time=time(11))
    moved = await desk.calendar.move_following(OF_KOROSTEN, key, kyiv(2024, 6, 18, 10), thursday)
    found = occurrences(moved.event, utc(2024, 6, 1), utc(2024, 6, 28))
    assert moved.event.key == key
    assert [wall_of(each.starts_at, KYIV) for each in found] == [
        kyiv(2024, 6, 20, 11),
        kyiv(2024, 6, 27, 11),
    ]


async def test_before_its_first_meeting_a_series_is_called_off(desk: Desk) -> None:
    key = await plan_weekly(desk)
    ended = await desk.calendar.cancel_following(
        OF_KOROSTEN, key, kyiv(2024, 6, 18, 10), "зміна планів"
    )
    assert ended.event.state is EventState.CANCELLED
