"""Ukrainian written in Latin letters: «zustrich z Burzhem zavtra o 10»."""

from __future__ import annotations

import re
from functools import lru_cache

_GROUPS = {
    "shch": "щ", "zgh": "зг", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш",
    "ya": "я", "ia": "я", "ja": "я", "yu": "ю", "iu": "ю", "ju": "ю", "ye": "є", "ie": "є",
    "je": "є", "yi": "ї", "ji": "ї", "yo": "йо", "jo": "йо", "io": "ьо",
}  # fmt: skip
_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz'", "абцдефггійклмнопкрстуввхизь")
_GROUP = re.compile("|".join(_GROUPS))
_SHORT_I = re.compile(r"(?<=[aeiou])[yi](?![aeou])")
_WORD = re.compile(r"(?<!\S)[a-z'’]+(?=[.,;:!?]*(?:\s|$))", re.IGNORECASE)
"""A word that stands by itself: no part of a link or an address."""


@lru_cache(maxsize=1024)
def as_cyrillic(text: str) -> str:
    """What the letters stand for, by the ways in which Ukrainian is usually written in Latin."""
    return _WORD.sub(_spelt, text)


def _spelt(found: re.Match[str]) -> str:
    word = found.group().replace("’", "'")
    small = _SHORT_I.sub("й", word.lower())
    spelt = _GROUP.sub(lambda group: _GROUPS[group.group()], small).translate(_LETTERS)
    return spelt.capitalize() if word[0].isupper() else spelt
