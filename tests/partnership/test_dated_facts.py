"""Days as people type them into the registry."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.dated_facts import (
    DayRead,
    DoubtfulDay,
    NoDay,
    SureDay,
    read_coming_day,
    read_past_day,
)

NOW = datetime(2024, 6, 12, 6, 0, tzinfo=UTC)
ZONE = "Europe/Kyiv"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("28.05.2024", SureDay(date(2024, 5, 28))),
        ("28 травня", SureDay(date(2024, 5, 28))),
        ("28 грудня", SureDay(date(2023, 12, 28))),
        ("вчора", SureDay(date(2024, 6, 11))),
        ("28 May 2019", SureDay(date(2019, 5, 28))),
        ("05/06/2024", DoubtfulDay((date(2024, 6, 5), date(2024, 5, 6)))),
        ("понеділок 28.05.2024", DoubtfulDay((date(2024, 5, 28),))),
        ("31.02.2024", DoubtfulDay((date(2024, 2, 29), date(2024, 3, 1)))),
        ("28.05.2025", NoDay(future=True)),
        ("травень 2023", NoDay(vague=True)),
        ("2019", NoDay(vague=True)),
        ("колись", NoDay()),
    ],
)
def test_what_has_happened_lies_in_the_past(text: str, read: DayRead) -> None:
    assert read_past_day(text, NOW, ZONE) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1 вересня", SureDay(date(2024, 9, 1))),
        ("28.05.2024", DoubtfulDay((date(2025, 5, 28), date(2024, 5, 28)))),
        ("восени", NoDay(vague=True)),
    ],
)
def test_what_is_planned_lies_ahead_or_is_asked_about(text: str, read: DayRead) -> None:
    assert read_coming_day(text, NOW, ZONE) == read


@given(st.dates(date(1990, 1, 1), date(2024, 6, 12)))
def test_every_past_day_is_read_as_it_is_written(day: date) -> None:
    assert read_past_day(f"{day:%d.%m.%Y}", NOW, ZONE) == SureDay(day)


@given(st.text(max_size=40))
def test_no_text_gives_a_day_to_come(text: str) -> None:
    read = read_past_day(text, NOW, ZONE)
    days = (read.day,) if isinstance(read, SureDay) else getattr(read, "choices", ())
    assert all(day <= date(2024, 6, 12) for day in days)
