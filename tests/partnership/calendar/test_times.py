"""Wall times, zones and instants; and times as people write them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.calendar.times import (
    ClockRepeatedError,
    ClockSkippedError,
    begins_at,
    check_wall,
    ends_at,
    instant,
    over_at,
    wall_of,
)
from partnership.calendar.timing import Timing
from partnership.events import Span
from partnership.language.dates import Expectation, read_when
from tests.support.calendars import KYIV, a_visit, an_event, kyiv, utc

ZONES = st.sampled_from(["Europe/Kyiv", "Europe/Paris", "America/New_York", "Asia/Tbilisi"])
MOMENTS = st.datetimes(kyiv(2020, 1, 1), kyiv(2030, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC, microsecond=0)
)


@given(MOMENTS, ZONES)
def test_every_instant_is_found_again_from_what_the_clocks_showed(at: datetime, zone: str) -> None:
    wall = wall_of(at, zone)
    folds = {instant(wall.replace(fold=fold), zone) for fold in (0, 1)}
    assert at in folds
    if len(folds) == 1:
        check_wall(wall, zone)
    else:
        with pytest.raises(ClockRepeatedError) as caught:
            check_wall(wall, zone)
        assert set(caught.value.choices) == folds


def test_a_skipped_hour_offers_the_instants_around_it() -> None:
    with pytest.raises(ClockSkippedError) as caught:
        check_wall(kyiv(2026, 3, 29, 3, 30), KYIV)
    before, after = caught.value.choices
    assert (wall_of(before, KYIV).hour, wall_of(after, KYIV).hour) == (2, 4)
    assert after - before == timedelta(hours=1)


def test_a_meeting_without_an_end_lasts_an_hour_and_a_day_until_midnight() -> None:
    call = an_event(kyiv(2024, 6, 25, 15))
    assert (begins_at(call), over_at(call)) == (utc(2024, 6, 25, 12), utc(2024, 6, 25, 13))
    visit = a_visit(date(2024, 7, 1), date(2024, 7, 5))
    assert (begins_at(visit), over_at(visit)) == (utc(2024, 6, 30, 21), utc(2024, 7, 5, 21))
    assert ends_at(visit) is None
    assert begins_at(an_event(planned=Span())) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-06-25 15:00", Timing(start=date(2024, 6, 25), start_time=time(15))),
        ("у четвер о 15:00", Timing(start=date(2024, 6, 13), start_time=time(15))),
        (
            "щовівторка о 10:00",
            Timing(start=date(2024, 6, 18), start_time=time(10), rule="FREQ=WEEKLY;BYDAY=TU"),
        ),
    ],
)
def test_a_time_read_from_a_text_is_taken_over(text: str, expected: Timing) -> None:
    now = utc(2024, 6, 12, 6).astimezone(ZoneInfo(KYIV))
    when = read_when(text, now=now, expect=Expectation.DATE)
    assert when is not None
    timing = Timing.of(when)
    assert replace(timing, zone=None, fold=None) == expected
    timing.check(now)
