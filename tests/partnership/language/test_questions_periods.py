"""Questions name days more loosely than plans do."""

import pytest

from partnership.language.questions.periods import period_asked
from tests.partnership.language.sentence_tables import NOW, read


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("які візити були торік", "2023-01-01/2023-12-31"),
        ("позаторік", "2022-01-01/2022-12-31"),
        ("show events of 2023", "2023-01-01/2023-12-31"),
        ("що у нас на тижні", "2024-06-10/2024-06-16"),
        ("події за останні 30 днів", "2024-05-13/2024-06-12"),
        ("події за останній місяць", "2024-05-12/2024-06-12"),
        ("наступні два тижні", "2024-06-12/2024-06-26"),
        ("the past three months", "2024-03-12/2024-06-12"),
        ("last month", "2024-05-01/2024-05-31"),
        ("які події заплановані до кінця року", "2024-06-12/2024-12-31"),
        ("зустрічі з початку року", "2024-01-01/2024-06-12"),
        ("події з травня", "2024-05-01/2024-06-12"),
        ("з 1 по 15 липня", "2024-07-01/2024-07-15"),
        ("події з 1 травня до 10 червня", "2024-05-01/2024-06-10"),
    ],
)
def test_the_days_of_a_question(question: str, days: str) -> None:
    period = period_asked(question, now=NOW, zone="Europe/Kyiv")
    assert period is not None
    assert f"{period.start}/{period.end}" == days


@pytest.mark.parametrize("text", ["лист № 2023", "тел 0412 2023", "остання зустріч з Буржем"])
def test_other_numbers_and_words_name_no_days(text: str) -> None:
    assert period_asked(text, now=NOW, zone="Europe/Kyiv") is None


def test_a_year_in_a_sentence_that_asks_nothing_is_no_date() -> None:
    (reading,) = read("за стандартом ISO 2015 усе гаразд").readings
    assert reading.period is None
    assert reading.when is None
