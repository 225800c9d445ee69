"""A telling part of an organisation's name: «Асоціація міст», «палата Нижнього Рейну»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from partnership.language.names.likeness import likeness
from partnership.language.names.model import How
from partnership.language.text import Token

_SHORT_WORD = 3
_TELLING_WORDS = 2
_SURELY_TELLING = 3
_SKIPPED = ("міськ", "територіальн", "обласн", "сільськ", "селищн", "районн")
# Words that many names share: two of them tell nothing.
_GENERIC = (
    *_SKIPPED, "рад", "громад", "муніципал", "місто", "міста", "місту", "місті", "управлін",
    "керівництв", "комітет", "департамент", "відділ", "розвит", "територ", "регіон", "міжнародн",
    "відносин", "звязк", "співробітн", "співпрац", "партнерств", "національн", "культур", "європ",
    "проєкт", "україн", "центр", "служб", "програм", "підтримк", "ініціатив", "city", "council",
    "munic", "region", "department", "international", "cooperation", "project", "ukrain",
    "european", "office", "service", "development", "support", "centre", "center", "relations",
    "committee", "programme", "communit",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words of a text (from `first` to `last`) that are words of a name in its order."""

    first: int
    last: int
    has_head: bool
    """Whether the first word of the name is among them."""
    skips: bool
    """Whether a word of the name is left out within: «Житомирська рада» is the city council."""


def longest_part(row: Sequence[Token], at: int, name: Sequence[str]) -> Part | None:
    """The longest run of the name's words that goes through the word `at`; None if it is none."""
    parts = [
        _part(row, at, name, place) for place in range(len(name)) if _same(row, at, name[place])
    ]
    return max(parts, key=lambda part: part.last - part.first, default=None)


def tells(row: Sequence[Token], part: Part, *, alone: bool) -> bool:
    """Whether the words are enough of the name to stand for it.

    Two words must say more than «міська рада» or «місто Дортмунд». In a sentence they must open
    the name («Асоціація міст»), or be three, or have capitals (Green Academy), without a gap.
    """
    said = [one for one in row[part.first : part.last + 1] if len(one.word) > _SHORT_WORD]
    generic = sum(1 for one in said if one.word.startswith(_GENERIC))
    enough = len(said) >= _SURELY_TELLING
    if len(said) < _TELLING_WORDS or (not enough and generic > part.has_head):
        return False
    if alone:
        return True
    capitals = all(one.capital and not one.text.isupper() for one in said)
    return not part.skips and (part.has_head or enough or capitals)


def _part(row: Sequence[Token], at: int, name: Sequence[str], place: int) -> Part:
    first, lowest, left_out = _run(row, at, name, place, step=-1)
    last, _, right_out = _run(row, at, name, place, step=1)
    return Part(first, last, has_head=lowest == 0, skips=left_out or right_out)


def _run(
    row: Sequence[Token], at: int, name: Sequence[str], place: int, step: int
) -> tuple[int, int, bool]:
    """How far text and name go together in one direction, and whether over a gap in the name."""
    far, reached, gap, over_gap = at, place, False, False
    word, place = at + step, place + step
    while 0 <= word < len(row) and 0 <= place < len(name):
        if _same(row, word, name[place]):
            far, reached, over_gap = word, place, gap
            word += step
        elif name[place].startswith(_SKIPPED):
            gap = True
        else:
            break
        place += step
    return far, reached, over_gap


def _same(row: Sequence[Token], at: int, word: str) -> bool:
    found = likeness(row[at].word, word, place=False, edits=0)
    return found is not None and found.how is not How.TRANSLIT
