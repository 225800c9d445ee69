"""Short texts as people type them: lists in a line, and names in one language or in both."""

import re

from partnership.bilingual import Bilingual
from partnership.language.text import is_cyrillic, words

_SEPARATORS = (r";|\n", r",")


def parts(text: str) -> list[str]:
    """The parts of a line: between semicolons or line breaks, else between commas."""
    for separator in _SEPARATORS:
        found = [part.strip() for part in re.split(separator, text)]
        if len(found) > 1:
            return [part for part in found if part]
    return [text.strip()] if text.strip() else []


def bilingual(text: str) -> Bilingual:
    """A name in the language of its letters; «Бонн / Bonn» gives both. Raises ValueError."""
    halves = [half.strip() for half in text.split("/")]
    if len(halves) == 2 and _is_ukrainian(halves[0]) != _is_ukrainian(halves[1]):
        uk, en = halves if _is_ukrainian(halves[0]) else reversed(halves)
        return Bilingual(uk=uk, en=en)
    name = text.strip()
    return Bilingual(uk=name) if _is_ukrainian(name) else Bilingual(en=name)


def _is_ukrainian(text: str) -> bool:
    return any(is_cyrillic(word) for word in words(text))
