"""Words about time that no rule has read, or that are only guessed, are asked about."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from partnership.language.dates import DoubtKind, When, read_when
from tests.partnership.language.date_tables import NOW

KYIV = ZoneInfo("Europe/Kyiv")


def read(text: str, now: datetime = NOW) -> When:
    when = read_when(text, now=now)
    assert when is not None
    return when


def kinds(text: str) -> set[DoubtKind]:
    return {doubt.kind for doubt in read(text).doubts}


def test_a_month_that_may_be_either_of_two_is_offered_as_both() -> None:
    (doubt,) = read("зустріч 12 верезня").doubts
    assert {choice.start for choice in doubt.choices} == {date(2024, 9, 12), date(2025, 3, 12)}


def test_a_second_clock_time_is_offered_beside_the_first() -> None:
    (doubt,) = read("завтра о 9:00 чи 10:00").doubts
    assert doubt.kind is DoubtKind.WHICH_TIME
    hours = [each.start.hour for each in doubt.choices if isinstance(each.start, datetime)]
    assert hours == [9, 10]


@pytest.mark.parametrize("text", ["щосереди о 10:00, крім свят", "щочетверга, окрім 27 червня"])
def test_an_exception_from_a_series_is_asked_about(text: str) -> None:
    assert kinds(text) & {DoubtKind.WHICH_RECURRENCE, DoubtKind.WHICH_DAY}


@pytest.mark.parametrize("text", ["після 20 червня", "у ніч на суботу", "через п’ятницю"])
def test_a_day_that_the_word_before_it_shifts_is_asked_about(text: str) -> None:
    assert DoubtKind.WHICH_DAY in kinds(text)


@pytest.mark.parametrize("text", ["We’re happy with it", "we'd like two rooms", "I'm at home"])
def test_a_contraction_is_neither_the_past_nor_a_wednesday(text: str) -> None:
    assert read_when(text, now=NOW) is None


def test_the_weekday_of_a_possessive_is_one_day_and_no_series() -> None:
    when = read("cancel Friday’s call")
    assert (when.start, when.rrule) == (date(2024, 6, 14), None)


def test_easter_is_certain_only_where_both_calendars_agree() -> None:
    assert (read("на Великдень 2025").start, kinds("на Великдень 2025")) == (
        date(2025, 4, 20),
        set(),
    )
    (doubt,) = read("на Великдень 2026").doubts
    assert [each.start for each in doubt.choices] == [date(2026, 4, 12), date(2026, 4, 5)]
    assert read("на католицький Великдень 2026").start == date(2026, 4, 5)


@pytest.mark.parametrize("text", ["З Різдвом Христовим!", "Merry Christmas to you", "День міста"])
def test_a_greeting_plans_nothing(text: str) -> None:
    assert read_when(text, now=NOW) is None


def test_the_holiday_of_another_country_is_not_taken_for_ours() -> None:
    assert read("до Дня Незалежності").start == date(2024, 8, 24)
    assert read_when("до Дня Незалежності Польщі", now=NOW) is None


def test_a_series_keeps_the_doubt_about_the_day_it_begins_on() -> None:
    assert DoubtKind.IN_THE_PAST in kinds("щовівторка з 3 червня о 10:00")
