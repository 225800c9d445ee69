"""What is doubtful is asked about, and the likely answers come with the question."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from partnership.language.dates import Doubt, DoubtKind, read_when
from tests.partnership.language.date_tables import NOW

KYIV = ZoneInfo("Europe/Kyiv")


def only_doubt(text: str, now: datetime = NOW) -> Doubt:
    when = read_when(text, now=now)
    assert when is not None
    (doubt,) = when.doubts
    assert doubt.choices[0].start == when.start
    return doubt


def starts(doubt: Doubt) -> list[date | datetime]:
    return [choice.start for choice in doubt.choices]


def test_a_weekday_that_disagrees_offers_the_date_and_the_weekdays_beside_it() -> None:
    doubt = only_doubt("середа, 25 червня")
    assert doubt.kind is DoubtKind.WEEKDAY_MISMATCH
    assert starts(doubt) == [date(2024, 6, 25), date(2024, 6, 26), date(2024, 6, 19)]


def test_a_day_that_does_not_exist_offers_the_days_beside_it() -> None:
    assert starts(only_doubt("31.06")) == [date(2024, 6, 30), date(2024, 7, 1)]


def test_29_february_without_a_year_offers_the_next_leap_year_too() -> None:
    now = datetime(2025, 6, 12, 9, tzinfo=KYIV)
    doubt = only_doubt("29 лютого", now)
    assert starts(doubt) == [date(2026, 2, 28), date(2026, 3, 1), date(2028, 2, 29)]


def test_a_fifth_monday_that_a_month_does_not_have_is_asked_about() -> None:
    assert only_doubt("the fifth Monday of August 2024").kind is DoubtKind.NO_SUCH_DATE


@pytest.mark.parametrize("text", ["завтра о 25:00", "завтра о 15:75"])
def test_a_time_that_no_clock_shows_is_asked_about(text: str) -> None:
    doubt = only_doubt(text)
    assert doubt.kind is DoubtKind.NO_SUCH_TIME
    assert starts(doubt)[0] == datetime(2024, 6, 13, 15, tzinfo=KYIV)


def test_a_dotted_date_is_day_then_month_and_a_slashed_one_is_asked_about() -> None:
    dotted = read_when("07.08", now=NOW)
    assert dotted is not None
    assert (dotted.start, dotted.doubts) == (date(2024, 8, 7), ())
    assert starts(only_doubt("on 07/08")) == [date(2024, 8, 7), date(2024, 7, 8)]


def test_a_day_just_gone_by_is_asked_about_and_one_long_gone_is_next_year() -> None:
    assert starts(only_doubt("10 червня")) == [date(2025, 6, 10), date(2024, 6, 10)]
    january = read_when("15 січня", now=NOW)
    assert january is not None
    assert (january.start, january.doubts) == (date(2025, 1, 15), ())


def test_what_is_told_in_the_past_tense_is_not_asked_about() -> None:
    when = read_when("зустріч була 28 травня", now=NOW)
    assert when is not None
    assert (when.start, when.doubts) == (date(2024, 5, 28), ())


def test_a_time_gone_by_today_is_offered_for_tomorrow() -> None:
    tomorrow = datetime(2024, 6, 13, 8, tzinfo=KYIV)
    assert starts(only_doubt("сьогодні о 8:00"))[0] == tomorrow
    assert starts(only_doubt("о 8:00"))[0] == tomorrow


def test_todays_weekday_is_today_or_in_a_week_and_in_a_week_if_the_time_has_passed() -> None:
    assert starts(only_doubt("у середу")) == [date(2024, 6, 12), date(2024, 6, 19)]
    assert starts(only_doubt("у середу о 8:30"))[0] == datetime(2024, 6, 19, 8, 30, tzinfo=KYIV)


def test_next_friday_is_asked_about_only_while_this_friday_is_ahead() -> None:
    assert starts(only_doubt("наступної п’ятниці")) == [date(2024, 6, 21), date(2024, 6, 14)]
    saturday = datetime(2024, 6, 15, 9, tzinfo=KYIV)
    when = read_when("наступної п’ятниці", now=saturday)
    assert when is not None
    assert (when.start, when.doubts) == (date(2024, 6, 21), ())


def test_three_oclock_is_15_in_an_office_and_sure_with_a_part_of_the_day() -> None:
    doubt = only_doubt("завтра о третій")
    assert [start.hour for start in starts(doubt) if isinstance(start, datetime)] == [15, 3]
    at_night = read_when("завтра о третій ночі", now=NOW)
    assert at_night is not None
    assert (at_night.start, at_night.doubts) == (datetime(2024, 6, 13, 3, tzinfo=KYIV), ())


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("29.03.2026 о 03:30", "Europe/Kyiv"),
        ("29.03.2026 о 02:30 за Берліном", "Europe/Berlin"),
        ("29.03.2026 о 01:30 London time", "Europe/London"),
    ],
)
def test_an_hour_that_the_clocks_skip_is_asked_about_in_its_zone(text: str, zone: str) -> None:
    doubt = only_doubt(text)
    assert doubt.kind is DoubtKind.CLOCK_SKIPPED
    for start in starts(doubt):
        assert isinstance(start, datetime)
        assert start.astimezone(UTC).astimezone(ZoneInfo(zone)).hour == start.hour


def test_an_hour_that_comes_twice_offers_both_an_hour_apart() -> None:
    doubt = only_doubt("25.10.2026 о 03:30")
    assert doubt.kind is DoubtKind.CLOCK_REPEATED
    first, second = (start for start in starts(doubt) if isinstance(start, datetime))
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)


def test_an_end_in_the_skipped_hour_is_asked_about_too() -> None:
    doubt = only_doubt("29.03.2026 з 02:00 до 03:30")
    assert doubt.kind is DoubtKind.CLOCK_SKIPPED
    assert doubt.choices[0].end == datetime(2026, 3, 29, 4, 30, tzinfo=KYIV)


def test_an_end_before_the_start_offers_the_other_order() -> None:
    doubt = only_doubt("з 5 по 1 липня")
    assert (doubt.choices[0].start, doubt.choices[0].end) == (date(2024, 7, 1), date(2024, 7, 5))


def test_two_dates_in_one_sentence_are_both_offered() -> None:
    doubt = only_doubt("у четвер або в п’ятницю")
    assert starts(doubt) == [date(2024, 6, 13), date(2024, 6, 14)]


def test_moving_from_one_day_to_another_means_the_second() -> None:
    when = read_when("перенести з четверга на п’ятницю", now=NOW)
    assert when is not None
    assert (when.start, when.doubts) == (date(2024, 6, 14), ())


def test_the_local_time_of_a_partner_is_asked_about() -> None:
    when = read_when(
        "завтра о 10:00 за місцевим часом", now=NOW, partner_zones={"Бурж": "Europe/Paris"}
    )
    assert when is not None
    assert [doubt.kind for doubt in when.doubts] == [DoubtKind.WHICH_ZONE]
    assert len({choice.start for choice in when.doubts[0].choices}) == 2


def test_every_other_tuesday_in_ukrainian_may_be_the_second_of_the_month() -> None:
    doubt = only_doubt("кожен другий вівторок о 10:00")
    assert [choice.rrule for choice in doubt.choices] == [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=2TU",
    ]
