"""Words that are no names, however close to one they come: «зустріч», «дякую», hello."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from partnership.language.text import normal_word


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """All forms of the words of `ordinary_words.txt` (one dictionary word a line, its forms)."""
    text = files(__package__).joinpath("ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(
        normal_word(word)
        for line in text.splitlines()
        if not line.startswith("#")
        for word in line.split()
    )
