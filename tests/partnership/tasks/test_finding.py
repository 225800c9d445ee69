"""An action item is found by its words, in any case form and in both languages."""

import pytest

from partnership.bilingual import Bilingual
from partnership.steps import Step, StepKind, StepState
from partnership.tasks.finding import tasks_meant


def item(key: str, uk: str, en: str | None = None) -> Step:
    what = Bilingual(uk=uk, en=en)
    return Step(key=key, kind=StepKind.ACTION, what=what, state=StepState.OPEN)


LIST = item("list", "Підготувати список напрямків обміну", "Prepare a list of areas")
VISIT = item("visit", "Організувати наступний візит до Франції")
REPORT = item("report", "Підготувати звіт про візит")


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("списку напрямків", ["list"]),
        ("завдання зі списком напрямків", ["list"]),
        ("list of areas", ["list"]),
        ("візиту до Франції", ["visit"]),
        ("візитом", ["visit", "report"]),
        ("звіту", ["report"]),
        ("дирижабль", []),
        ("", ["list", "visit", "report"]),
    ],
)
def test_words_mean_the_items_that_hold_most_of_them(words: str, keys: list[str]) -> None:
    assert [each.key for each in tasks_meant(words, [LIST, VISIT, REPORT])] == keys
