"""A sentence typed with the other keyboard layout («rjkb gslgbcfyyz»), or in Latin letters."""

from __future__ import annotations

from partnership.language.keyboard import as_latin, as_ukrainian
from partnership.language.questions.lexicon import concepts_of, is_small_word
from partnership.language.romanised import as_cyrillic
from partnership.language.text import words

_SHORTEST_TELLING = 3


def retyped(text: str) -> str:
    """The text as it was meant: every key of the other layout, or Ukrainian in Latin letters."""
    told = _telling(text)
    if text.isascii() and _telling(spelt := as_cyrillic(text)) > told:
        return spelt
    if told:
        return text
    for layout in (as_ukrainian, as_latin):
        other = layout(text)
        known = _telling(other) + sum(map(is_small_word, words(other)))
        if _telling(other) and 2 * known >= len(other.split()):
            return other
    return text


def _telling(text: str) -> int:
    """How many words of the text point to something."""
    return sum(1 for word in words(text) if len(word) >= _SHORTEST_TELLING and concepts_of(word))
