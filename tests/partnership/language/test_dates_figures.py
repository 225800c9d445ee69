"""The marks on the labelled tables, for the half that was worked on and the half that was not."""

import pytest

from partnership.language.dates import read_when
from tests.partnership.language.date_tables import (
    NOW,
    PARTNERS,
    judge,
    rows,
    sentences_without_date,
)

HALVES = ("tuned", "held_out")


@pytest.mark.parametrize("half", HALVES)
def test_of_each_half_98_percent_are_read_rightly(half: str) -> None:
    results = [judge(row) for row in rows(half)]
    wrong = [(result.text, result.got) for result in results if not result.right]
    assert len(wrong) <= 0.02 * len(results), wrong


@pytest.mark.parametrize("half", HALVES)
def test_no_date_is_wrong_in_silence(half: str) -> None:
    assert [result for result in map(judge, rows(half)) if result.silent] == []


@pytest.mark.parametrize("half", HALVES)
def test_a_sentence_without_a_date_does_not_grow_one(half: str) -> None:
    grown = {
        text: when
        for text in sentences_without_date(half)
        if (when := read_when(text, now=NOW, partner_zones=PARTNERS))
    }
    assert grown == {}


def test_the_tables_are_as_large_as_was_promised() -> None:
    assert sum(len(rows(half)) for half in HALVES) >= 200
    assert sum(len(sentences_without_date(half)) for half in HALVES) >= 60
