"""Periods that questions are about, and lengths of time."""

from datetime import date, timedelta

import pytest

from partnership.language.dates import Precision, read_duration, read_period
from tests.partnership.language.date_tables import NOW


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("покажи події за 2023 рік", date(2023, 1, 1), date(2023, 12, 31)),
        ("що було у червні", date(2024, 6, 1), date(2024, 6, 30)),
        ("події цього тижня", date(2024, 6, 10), date(2024, 6, 16)),
        ("минулого місяця", date(2024, 5, 1), date(2024, 5, 31)),
        ("events last year", date(2023, 1, 1), date(2023, 12, 31)),
        ("з 1 по 15 липня", date(2024, 7, 1), date(2024, 7, 15)),
        ("Що в нас на сьогодні?", date(2024, 6, 12), date(2024, 6, 12)),
        ("плани наступного тижня", date(2024, 6, 17), date(2024, 6, 23)),
        ("зустрічі у травні", date(2024, 5, 1), date(2024, 5, 31)),
        ("події у вересні", date(2024, 9, 1), date(2024, 9, 30)),
        ("у 2019–2023 роках", date(2019, 1, 1), date(2023, 12, 31)),
        ("у другому півріччі 2023 року", date(2023, 7, 1), date(2023, 12, 31)),
        ("у третьому кварталі", date(2024, 7, 1), date(2024, 9, 30)),
        ("з липня по вересень", date(2024, 7, 1), date(2024, 9, 30)),
        ("what happened yesterday", date(2024, 6, 11), date(2024, 6, 11)),
    ],
)
def test_a_question_names_its_period(text: str, start: date, end: date) -> None:
    period = read_period(text, NOW)
    assert period is not None
    assert (period.start, period.end) == (start, end)


def test_the_words_of_the_period_are_taken_out_of_the_question() -> None:
    period = read_period("покажи події за 2023 рік", NOW)
    assert period is not None
    assert (period.rest, period.precision) == ("покажи події", Precision.YEAR)


@pytest.mark.parametrize("text", ["Хто партнери Житомира?", "10 партнерів", "перша зустріч"])
def test_a_question_without_a_period_has_none(text: str) -> None:
    assert read_period(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2 години", 120),
        ("півтори години", 90),
        ("на годину", 60),
        ("пів години", 30),
        ("півгодини", 30),
        ("1,5 години", 90),
        ("90 minutes", 90),
        ("an hour", 60),
        ("half an hour", 30),
        ("1 год 30 хв", 90),
        ("три дні", 3 * 24 * 60),
    ],
)
def test_a_length_of_time_is_read(text: str, minutes: int) -> None:
    assert read_duration(text) == timedelta(minutes=minutes)


def test_a_number_alone_is_no_length_of_time() -> None:
    assert read_duration("дев’яносто") is None
