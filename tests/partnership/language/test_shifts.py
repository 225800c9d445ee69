"""By how much something is moved, and what is no such thing."""

from datetime import timedelta

import pytest

from partnership.language.shifts import read_shift

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("можна перенести дзвінок на годину пізніше?", HOUR),
        ("на годину раніше", -HOUR),
        ("перенеси на півгодини", HOUR / 2),
        ("зсунь на 2 дні", 2 * DAY),
        ("відклади на п’ять днів", 5 * DAY),
        ("на 2 тижні", 14 * DAY),
        ("на 2 години", 2 * HOUR),
        ("push it back a week", 7 * DAY),
        ("an hour later", HOUR),
        ("half an hour earlier", -HOUR / 2),
        ("move it by two days", 2 * DAY),
        ("bring it forward by 30 minutes", -HOUR / 2),
    ],
)
def test_how_much_later_is_read(text: str, by: timedelta) -> None:
    assert read_shift(text) == by


@pytest.mark.parametrize(
    "text",
    [
        "на 16 годину",
        "на 26 червня о 16",
        "на п'ятницю",
        "to 4pm",
        "перенеси зустріч",
        "через тиждень",
    ],
)
def test_a_day_or_an_hour_is_no_shift(text: str) -> None:
    assert read_shift(text) is None
