"""Snippets: the words that were found, in the text as it was written."""

from hypothesis import given
from hypothesis import strategies as st

from partnership.language.stems import stems
from partnership.notes.snippets import LENGTH, snippet


def shown(text, words):
    pieces = snippet(text, stems(words))
    return "".join(f"[{each.text}]" if each.hit else each.text for each in pieces)


def test_every_form_of_the_word_is_a_hit_and_the_rest_stays_as_it_was():
    text = "«Виставка» – про виставки; зал театру"
    assert shown(text, "виставкою") == "«[Виставка]» – про [виставки]; зал театру"


def test_a_long_text_is_shown_around_the_first_hit_at_whole_words():
    text = "слово " * 100 + "бюджет " + "кінець " * 100
    found = shown(text, "бюджету")
    assert "[бюджет]" in found
    assert found.startswith("…слово ")
    assert found.endswith("кінець…")
    assert len(found) <= LENGTH + 4


def test_a_text_without_a_hit_shows_its_beginning():
    assert shown("Коротка нотатка", "бюджет") == "Коротка нотатка"


@given(st.text(max_size=600), st.text(max_size=20))
def test_a_snippet_is_a_part_of_the_text(text, words):
    pieces = [each.text for each in snippet(text, stems(words))]
    if pieces[:1] == ["…"]:
        del pieces[0]
    if pieces[-1:] == ["…"]:
        del pieces[-1]
    assert "".join(pieces) in f"…{' '.join(text.split())}…"
