"""Texts in two languages: the other one is shown where one is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.alphabet import alphabetical
from partnership.bilingual import Bilingual


def test_the_other_language_is_shown_where_one_is_missing():
    assert Bilingual(uk="Бурж").text("en") == "Бурж"
    assert Bilingual(en="Bourges").text("uk") == "Bourges"
    assert not Bilingual(uk="Бурж").has("en")


def test_a_text_without_any_language_is_refused():
    with pytest.raises(ValueError):
        Bilingual()
    with pytest.raises(ValueError):
        Bilingual(uk="", en="")


@given(st.text() | st.none(), st.text() | st.none())
def test_a_text_is_never_empty(uk, en):
    if uk or en:
        text = Bilingual(uk, en)
        assert text.text("uk")
        assert text.text("en")


def test_ukrainian_letters_stand_in_the_order_of_the_alphabet():
    words = ["Ялта", "Їжаківка", "Іршава", "Ґалаґани", "Гадяч", "Дубно", "Єнакієве", "Енергодар"]
    assert sorted(words, key=alphabetical) == [
        "Гадяч",
        "Ґалаґани",
        "Дубно",
        "Енергодар",
        "Єнакієве",
        "Іршава",
        "Їжаківка",
        "Ялта",
    ]
