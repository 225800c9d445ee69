"""Decisions are told by their first words, agreements in passing stay notes."""

import pytest

from partnership.notes.kinds import kind_of
from partnership.notes.note import NoteKind


@pytest.mark.parametrize(
    "text",
    [
        "ухвалили: культурний обмін восени",
        "Вирішили перенести підписання на березень",
        "Сторони погодили перелік напрямів",
        "Вирішено: створити робочу групу",
        "We decided to meet in Bourges",
        "both sides resolved to go on",
    ],
)
def test_a_decision_begins_with_its_verb(text: str) -> None:
    assert kind_of(text) is NoteKind.DECISION


@pytest.mark.parametrize(
    "text",
    [
        "домовились про обмін школярами",
        "Бондюель сказала, що вирішили не їхати",
        "вирішальна зустріч восени",
        "the mayor decided nothing yet",
    ],
)
def test_everything_else_is_a_note(text: str) -> None:
    assert kind_of(text) is NoteKind.NOTE
