"""A spelling laid over the words of a text, starting from its pivot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from partnership.language.names.likeness import Likeness, likeness, slip
from partnership.language.names.model import How, Match, NameKind
from partnership.language.names.parts import Part, longest_part
from partnership.language.names.spelling import Spelling
from partnership.language.text import Token

_SCORES = {
    How.EXACT: 100.0,
    How.FORM: 99.0,
    How.ABBREVIATION: 98.0,
    How.ALIAS: 97.0,
    How.ADJECTIVE: 96.0,
    How.SURNAME: 95.0,
    How.TRANSLIT: 94.0,
    How.LAYOUT: 92.0,
    How.PARTIAL: 88.0,
    How.TYPO: 78.0,
    How.TWO_TYPOS: 55.0,
}
_SURENESS = list(How)
_HEADLESS = 6.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which words (from `first` to `last`) are the name, and how they resemble it."""

    spelling: Spelling
    first: int
    last: int
    how: How
    edits: int
    part: Part | None = None
    """Set where the words are only a part of the spelling."""


def align(row: Sequence[Token], at: int, spelling: Spelling, edits: int) -> Alignment | None:
    """Lay a spelling so that its pivot falls on the word `at`; `edits` letters may be wrong."""
    if spelling.in_parts:
        part = longest_part(row, at, spelling.words)
        return Alignment(spelling, part.first, part.last, How.PARTIAL, 0, part) if part else None
    pivot = _compare(row[at].word, spelling, spelling.pivot, edits)
    if pivot is None:
        return None
    first = at - spelling.pivot
    likenesses = _neighbours(row, first, spelling, pivot, edits - pivot.edits)
    if likenesses is not None:
        how, wrong = _worst(likenesses)
        return Alignment(spelling, first, first + len(spelling.words) - 1, how, wrong)
    sounds_alone = pivot.how is How.TRANSLIT and spelling.name.kind is NameKind.PLACE
    if sounds_alone or not spelling.stands_alone:
        return None
    how = How.SURNAME if spelling.name.kind is NameKind.PERSON else How.PARTIAL
    return Alignment(spelling, at, at, how if not pivot.edits else pivot.how, pivot.edits)


def as_match(alignment: Alignment, row: Sequence[Token], text: str) -> Match:
    """The match in terms of the original text."""
    start, end = row[alignment.first].start, row[alignment.last].end
    how = alignment.how
    written = alignment.spelling.how
    if written is How.PARTIAL or how in (How.EXACT, How.FORM):
        how = max(how, written, key=_SURENESS.index)
    name = alignment.spelling.name
    headless = alignment.part is not None and not alignment.part.has_head
    score = _SCORES[how] - (_HEADLESS if headless else 0)
    return Match(name.id, name.kind, how, score, start, end, text[start:end])


def score_of(how: How) -> float:
    """The score of a way of finding."""
    return _SCORES[how]


def _compare(word: str, spelling: Spelling, at: int, edits: int) -> Likeness | None:
    if not spelling.bears_edits(word):
        edits = 0
    if spelling.names_otherwise(word):
        return None
    place = spelling.name.kind is NameKind.PLACE and at == len(spelling.words) - 1
    found = likeness(word, spelling.words[at], place=place, edits=edits)
    if found and found.how is How.TRANSLIT and spelling.name.kind is NameKind.COUNTRY:
        return slip(word, spelling.words[at]) if edits else None
    return found


def _neighbours(
    row: Sequence[Token], first: int, spelling: Spelling, pivot: Likeness, edits: int
) -> list[Likeness] | None:
    """The likenesses of all words of the spelling, or None where one of them is missing."""
    if first < 0 or first + len(spelling.words) > len(row):
        return None
    found = [pivot]
    for at in range(len(spelling.words)):
        if at == spelling.pivot:
            continue
        one = _compare(row[first + at].word, spelling, at, edits)
        if one is None:
            return None
        edits -= one.edits
        found.append(one)
    return found


def _worst(likenesses: list[Likeness]) -> tuple[How, int]:
    wrong = sum(one.edits for one in likenesses)
    if wrong:
        return (How.TYPO if wrong == 1 else How.TWO_TYPOS), wrong
    return max((one.how for one in likenesses), key=_SURENESS.index), 0
