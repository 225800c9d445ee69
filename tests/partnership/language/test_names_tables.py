"""The labelled names: tables that were tuned on, and one that never was."""

from __future__ import annotations

import pytest

from partnership.language.names import NameIndex
from tests.partnership.language.name_tables import index, marks, rows, wide_index

MARK = 0.98
BLIND_MARK = 0.95
TABLES = ["names_tuned.tsv", "names_held_out.tsv", "names_fresh.tsv"]


@pytest.fixture(scope="module")
def names() -> NameIndex:
    return index()


@pytest.mark.parametrize("table", TABLES)
def test_names_are_found_as_labelled_and_none_is_wrong_without_a_question(
    names: NameIndex, table: str
) -> None:
    reached = marks(names, rows(table))
    assert reached.share >= MARK, reached.failures
    assert reached.wrong_without_a_question == []


def test_a_table_nothing_was_tuned_on_gets_no_wrong_answer_without_a_question(
    names: NameIndex,
) -> None:
    """The honest figure: 65 of 68 right when it was asked, none wrong without a question."""
    reached = marks(names, rows("names_blind.tsv"))
    assert reached.share >= BLIND_MARK, f"{reached.share:.1%} right"
    assert reached.wrong_without_a_question == []


def test_officials_of_other_towns_find_what_they_write_about() -> None:
    reached = marks(wide_index(), rows("names_wide.tsv"))
    assert reached.share >= MARK, reached.failures
    assert reached.wrong_without_a_question == []


def test_the_tables_are_as_large_as_was_promised() -> None:
    assert sum(len(rows(table)) for table in TABLES) >= 200
    assert {row.expected[0] for table in TABLES for row in rows(table)} >= {"?", "-"}
