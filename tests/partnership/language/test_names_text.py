"""Words brought to one shape, and the two keyboard layouts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.language.keyboard import as_latin, as_ukrainian
from partnership.language.text import normal_text, normal_word, plain_dashes, tokens, words


@pytest.mark.parametrize("word", ["Кам’янець", "Кам'янець", "Камʼянець", "КАМЯНЕЦЬ"])
def test_apostrophes_and_case_make_no_difference(word: str) -> None:
    assert normal_word(word) == "камянець"


def test_the_old_spelling_of_project_is_the_new_one() -> None:
    assert normal_text("Проекту «Міст»") == normal_text("проєкту міст")


def test_latin_letters_that_look_cyrillic_are_read_as_cyrillic() -> None:
    assert normal_word("Дoртмyнд") == "дортмунд"
    assert normal_word("Dоrtmund") == "dortmund"


def test_the_english_possessive_is_dropped() -> None:
    assert normal_word("Kropyvnytskyi’s") == "kropyvnytskyi"


def test_words_joined_by_any_dash_are_taken_apart() -> None:
    assert words("Франкфурт-на-Майні – Одеса—Київ") == [
        "франкфурт",
        "на",
        "майні",
        "одеса",
        "київ",
    ]
    assert plain_dashes("а —  б") == "а - б"


def test_a_token_knows_whether_it_opens_a_sentence() -> None:
    row = tokens("Суми просять. Рівне: ні, Бар")
    assert [(token.text, token.opens) for token in row] == [
        ("Суми", True),
        ("просять", False),
        ("Рівне", True),
        ("ні", True),
        ("Бар", False),
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Ljhnveyl", "Дортмунд"), (";bnjvbh", "житомир"), ("{fhrsd", "Харків"), ("Rb]d", "Київ")],
)
def test_latin_keys_give_ukrainian_letters(typed: str, meant: str) -> None:
    assert as_ukrainian(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("дщтвщт", "london"), ("Фгпыигкп", "Augsburg"), ("Фгпіигкп", "Augsburg")]
)
def test_ukrainian_and_russian_keys_give_latin_letters(typed: str, meant: str) -> None:
    assert as_latin(typed) == meant


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.word


@given(st.text(max_size=30))
def test_retyping_keeps_every_letter_in_its_place(text: str) -> None:
    assert len(as_ukrainian(text)) == len(text)
    assert len(as_latin(text)) == len(text)
