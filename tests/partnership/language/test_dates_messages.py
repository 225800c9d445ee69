"""The messages of the domain's examples, read on the clock that they are read on there."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from partnership.language.dates import DoubtKind, Precision, When, read_when
from tests.partnership.language.date_tables import NOW

KYIV = ZoneInfo("Europe/Kyiv")


def read(text: str) -> When:
    when = read_when(text, now=NOW)
    assert when is not None
    return when


def test_m43_reads_the_iso_date_and_time_and_leaves_the_rest_for_the_title() -> None:
    when = read("Бурж 2024-06-25 15:00 онлайн")
    assert when.start == datetime(2024, 6, 25, 15, tzinfo=KYIV)
    assert (when.rest, when.doubts) == ("Бурж онлайн", ())


def test_m44_reads_thursday_as_tomorrow_said_on_a_wednesday() -> None:
    when = read("зустріч з Буржем у четвер о 15:00")
    assert when.start == datetime(2024, 6, 13, 15, tzinfo=KYIV)
    assert (when.rest, when.doubts) == ("зустріч з Буржем", ())


def test_m47_asks_which_of_two_dates_and_says_that_one_has_passed() -> None:
    ambiguous, passed = read("meeting with Venlo on 05/06").doubts
    assert ambiguous.kind is DoubtKind.DAY_OR_MONTH
    assert [choice.start for choice in ambiguous.choices] == [date(2025, 6, 5), date(2025, 5, 6)]
    assert (passed.kind, passed.read) == (DoubtKind.IN_THE_PAST, date(2024, 6, 5))


def test_m51_prefers_the_deadline_to_the_season_and_leaves_the_season_in_the_title() -> None:
    when = read("Бурж: домовились про культурний обмін восени, відповідальна Чижевська, до 1 липня")
    assert (when.start, when.precision) == (date(2024, 7, 1), Precision.DAY)
    assert "культурний обмін восени" in when.rest


def test_m54_reads_a_deadline_by_weekday_with_any_apostrophe() -> None:
    for apostrophe in ("'", "’", "ʼ", ""):
        when = read(f"встанови строк списку напрямків до п{apostrophe}ятниці")
        assert (when.start, when.rest) == (date(2024, 6, 14), "встанови строк списку напрямків")


def test_a_naive_now_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        read_when("завтра", now=datetime(2024, 6, 12, 9))  # noqa: DTZ001
