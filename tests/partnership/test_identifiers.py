"""Ids: short, unique, safe in links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.identifiers import MAX_LENGTH, is_slug, slug, unique_slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Płock", "plock"), ("Bourges", "bourges"), ("Köln am Rhein", "koln-am-rhein"), ("Ульм", "")],
)
def test_a_latin_name_becomes_a_readable_id(name, expected):
    assert slug(name) == expected


def test_a_taken_id_gets_a_number():
    assert unique_slug("Ulm", {"ulm", "ulm-2"}, "place") == "ulm-3"
    assert unique_slug("Ульм", set(), "place") == "place"


@given(st.text(max_size=120), st.sets(st.sampled_from(["place", "a", "b-1"])))
def test_every_name_gives_a_valid_id_that_is_free(name, taken):
    made = unique_slug(name, taken, "place")
    assert is_slug(made)
    assert made not in taken
    assert len(made) <= MAX_LENGTH
