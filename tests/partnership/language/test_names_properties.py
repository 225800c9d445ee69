"""Every case form and every single edit of a name of the registry finds it, or asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership.language.names import Ask, How, Name, NameIndex, NameKind, Sure, verdict
from partnership.language.names.ordinary import ordinary_words
from partnership.language.text import normal_word
from tests.partnership.language.name_tables import index, registry

PLACES = [name for name in registry() if name.kind is NameKind.PLACE]
SPELLINGS = [(name, text) for name in PLACES for text in (name.uk, name.en) if text]
NAMES = index()
WITHOUT_FORMS = NameIndex(Name(name.id, name.kind, name.uk, name.en) for name in registry())
LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяabcdefghijklmnopqrstuvwxyz"
SHORTEST = 3
SPELT = frozenset({How.EXACT, How.FORM, How.ALIAS, How.TRANSLIT})


@st.composite
def mistyped(draw: st.DrawFn) -> tuple[Name, str]:
    """A name with one letter left out, added, changed or swapped with the next."""
    name, text = draw(st.sampled_from([one for one in SPELLINGS if "(" not in one[1]]))
    at = draw(st.integers(0, len(text) - 1))
    letter = draw(st.sampled_from(LETTERS[:33] if text == name.uk else LETTERS[33:]))
    edits = [
        text[:at] + text[at + 1 :],
        text[:at] + letter + text[at:],
        text[:at] + letter + text[at + 1 :],
        text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :],
    ]
    return name, draw(st.sampled_from(edits))


def finds_or_asks(names: NameIndex, text: str, name: Name) -> bool:
    said = verdict(names.look_up(text))
    if isinstance(said, Sure):
        return said.match.name_id == name.id
    return isinstance(said, Ask) and name.id in {one.name_id for one in said.candidates}


def spells_another(name: Name, text: str) -> bool:
    """«Plodz» is Łódź with a letter too many, and a way to spell Płock."""
    said = verdict(NAMES.look_up(text))
    return isinstance(said, Sure) and said.match.name_id != name.id and said.match.how in SPELT


@given(mistyped())
def test_one_wrong_letter_still_finds_the_name_or_asks(case: tuple[Name, str]) -> None:
    name, text = case
    if len(text) < SHORTEST or normal_word(text) in ordinary_words() or spells_another(name, text):
        return
    assert finds_or_asks(NAMES, text, name), text


@pytest.mark.parametrize("name", [one for one in PLACES if one.forms], ids=lambda one: one.id)
def test_every_case_form_finds_the_name_even_when_no_form_was_entered(name: Name) -> None:
    missed = [form for form in name.forms if not finds_or_asks(WITHOUT_FORMS, form, name)]
    assert missed == []


@pytest.mark.parametrize("name", [one for one in PLACES if one.forms], ids=lambda one: one.id)
def test_every_case_form_is_found_in_a_sentence(name: Name) -> None:
    for form in name.forms:
        found = {match.name_id for match in WITHOUT_FORMS.find(f"надіслали лист {form}")}
        assert name.id in found, form


@given(st.sampled_from(SPELLINGS), st.sampled_from(["'", "’", "ʼ", ""]))
def test_any_apostrophe_or_none_is_the_same_name(
    spelling: tuple[Name, str], apostrophe: str
) -> None:
    name, text = spelling
    assert finds_or_asks(NAMES, text.replace("’", apostrophe), name)


@given(st.text(max_size=40))
def test_no_text_breaks_the_search_and_spans_hold_what_was_found(text: str) -> None:
    for match in [*NAMES.find(text), *NAMES.look_up(text)]:
        assert text[match.start : match.end] == match.found
        assert 0 < match.score <= 100
