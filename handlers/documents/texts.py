"""What somebody typed, made fit for a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids, the control characters that it advises against, and lone surrogates."""


def printable(text: str) -> str:
    """The text without characters that no page can show."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def capitalised(text: str) -> str:
    """The text as a line of its own; addresses, «eTwinning» and «e-mail» are spelled on purpose."""
    word, *_ = [*text.split(maxsplit=1), ""]
    letters = re.sub(r"[-’'ʼ.,:;!?»)]+", "", word)
    plain = letters.isalpha() and letters.islower() and "." not in word[:-1] and word[1:2] != "-"
    return text[0].upper() + text[1:] if plain else text


def changed(value: object, change: Callable[[str], str]) -> object:
    """The same facts, with `change` made to each text, however deep it lies."""
    match value:
        case None | bool() | int() | float():
            return value
        case Mapping():
            return {name: changed(each, change) for name, each in value.items()}
        case Sequence() if not isinstance(value, str | bytes):
            return [changed(each, change) for each in value]
    return change(str(value))
