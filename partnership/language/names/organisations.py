"""The ways to write the whole name of an organisation, and to abbreviate it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from partnership.language.text import words

_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_IN_QUOTES = re.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]")
_ABBREVIATION = re.compile(r"\b[A-ZА-ЯІЇЄҐ]+(?:-[A-ZА-ЯІЇЄҐ]{2,})+\b|\b[A-ZА-ЯІЇЄҐ]{2,}\b")
_CITY_COUNCIL = re.compile(r"\b(м|М)іська рада\b")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_SAME_START = 3
_SHORT_WORD = 3
_HEAD_OF_THREE = 3


def other_writings(text: str) -> Iterator[str]:
    """The whole name as it is written too: «міськрада», «пресслужба», what stands in quotes."""
    if _CITY_COUNCIL.search(text):
        yield _CITY_COUNCIL.sub(r"\1іськрада", text)
    if _HYPHEN.search(text):
        yield _HYPHEN.sub("", text)
    yield from _IN_QUOTES.findall(text)


def abbreviations(text: str) -> Iterator[str]:
    """Capitals in the name, initials of its words, of the first three («ТПП Нижнього Рейну»)."""
    for found in _ABBREVIATION.finditer(text):
        yield found.group()
        yield found.group().replace("-", "")
    for short in _IN_BRACKETS.findall(text):
        if " " not in short and short[:_SAME_START] == text[:_SAME_START]:
            yield short
    row = words(_IN_BRACKETS.sub(" ", text))
    long = [word for word in row if len(word) > _SHORT_WORD]
    if len(long) >= _HEAD_OF_THREE:
        yield "".join(word[0] for word in long)
    if len(row) > _HEAD_OF_THREE and row[:_HEAD_OF_THREE] == long[:_HEAD_OF_THREE]:
        head = "".join(word[0] for word in row[:_HEAD_OF_THREE])
        yield " ".join([head, *row[_HEAD_OF_THREE:]])
