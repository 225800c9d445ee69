"""Series keep the wall time of their zone and end where they were said to end."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr

from partnership.language.dates import When, read_when
from tests.partnership.language.date_tables import NOW


def read(text: str) -> When:
    when = read_when(text, now=NOW)
    assert when is not None
    return when


@pytest.mark.parametrize(
    ("text", "rrule"),
    [
        ("щовівторка о 10", "FREQ=WEEKLY;BYDAY=TU"),
        ("щотижня по середах о 14:00", "FREQ=WEEKLY;BYDAY=WE"),
        ("fortnightly on Thursdays at 14:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("every first and third Monday at 10", "FREQ=MONTHLY;BYDAY=1MO,3MO"),
        ("в останній четвер кожного місяця", "FREQ=MONTHLY;BYDAY=-1TH"),
        ("the second Tuesday of every month", "FREQ=MONTHLY;BYDAY=2TU"),
        ("щобудня о 9:15", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("раз на квартал", "FREQ=MONTHLY;INTERVAL=3"),
        ("щороку 9 травня", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=9"),
        ("щопонеділка 5 разів", "FREQ=WEEKLY;BYDAY=MO;COUNT=5"),
        ("щоранку о 9", "FREQ=DAILY"),
    ],
)
def test_what_repeats_becomes_a_rule(text: str, rrule: str) -> None:
    assert read(text).rrule == rrule


def test_a_series_across_the_clock_change_stays_at_ten() -> None:
    when = read("щосереди о 10:00 до 1 грудня")
    assert when.rrule is not None
    assert isinstance(when.start, datetime)
    occurrences = list(rrulestr(when.rrule, dtstart=when.start))
    assert {moment.hour for moment in occurrences} == {10}
    assert {moment.utcoffset() for moment in occurrences} != {when.start.utcoffset()}
    assert occurrences[-1].date() == date(2024, 11, 27)


def test_a_series_ends_on_its_last_day_and_not_before() -> None:
    when = read("every Friday at 18:00 until 28 June")
    assert when.rrule is not None
    assert isinstance(when.start, datetime)
    last = list(rrulestr(when.rrule, dtstart=when.start))[-1]
    assert last == datetime(2024, 6, 28, 18, tzinfo=ZoneInfo("Europe/Kyiv"))


def test_a_series_begins_where_it_was_said_to_begin() -> None:
    when = read("щовівторка з 1 липня до 1 вересня о 10:00")
    assert when.start == datetime(2024, 7, 2, 10, tzinfo=ZoneInfo("Europe/Kyiv"))
    assert when.rrule == "FREQ=WEEKLY;BYDAY=TU;UNTIL=20240901T205959Z"


def test_a_series_has_a_zone_and_a_length() -> None:
    when = read("щовівторка об 11:00 на годину за Берліном")
    assert (when.zone, when.rrule) == ("Europe/Berlin", "FREQ=WEEKLY;BYDAY=TU")
    assert isinstance(when.end, datetime)
    assert when.end.hour == 12


@pytest.mark.parametrize("text", ["weekly report", "щомісячна підбірка конкурсів"])
def test_an_adjective_alone_describes_and_plans_nothing(text: str) -> None:
    assert read_when(text, now=NOW) is None
