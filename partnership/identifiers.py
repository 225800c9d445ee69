"""Text ids of the registry: short, readable, unique, safe in links and buttons."""

import re
import unicodedata
from collections.abc import Container

MAX_LENGTH = 40
"""A deep link carries 64 characters: a prefix and an id must fit."""

_VALID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i", "þ": "th"}
)


def is_slug(text: str) -> bool:
    """Whether `text` may stand as an id."""
    return len(text) <= MAX_LENGTH and _VALID.fullmatch(text) is not None


def slug(name: str) -> str:
    """An id from a Latin name: «Płock» gives `plock`; empty where nothing Latin is left."""
    folded = name.casefold().translate(_LETTERS_WITHOUT_DECOMPOSITION)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:MAX_LENGTH].rstrip("-")


def unique_slug(name: str, taken: Container[str], fallback: str) -> str:
    """A slug of `name` (or `fallback`) that is not in `taken`; a number is added where it is."""
    base = slug(name) or fallback
    candidate, number = base, 1
    while candidate in taken:
        number += 1
        suffix = f"-{number}"
        candidate = base[: MAX_LENGTH - len(suffix)].rstrip("-") + suffix
    return candidate
