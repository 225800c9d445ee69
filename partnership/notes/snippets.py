"""The part of a text where the words that were searched for stand."""

from collections.abc import Collection
from dataclasses import dataclass

from partnership.language.stems import Stemmed, stemmed

AROUND = 60
"""Characters before the first word that was found."""
LENGTH = 220


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a snippet; `hit` is what was searched for."""

    text: str
    hit: bool = False


def snippet(text: str, stems: Collection[str]) -> list[Piece]:
    """The text around the hits, in its own words and marks, shortened at word ends with «…»."""
    text = " ".join(text.split())
    tokens = stemmed(text)
    hits = [each for each in tokens if each.stem and each.stem in stems]
    start, end = _window(text, tokens, hits[0].start if hits else 0)
    pieces, at = [], start
    for each in hits:
        if each.start >= start and each.end <= end:
            pieces += [Piece(text[at : each.start]), Piece(text[each.start : each.end], hit=True)]
            at = each.end
    pieces.append(Piece(text[at:end]))
    before, after = "…" if start else "", "…" if end < len(text) else ""
    whole = [Piece(before), *pieces, Piece(after)]
    return [piece for piece in whole if piece.text]


def _window(text: str, tokens: list[Stemmed], first: int) -> tuple[int, int]:
    """Where the snippet begins and ends, at whole words."""
    if len(text) <= LENGTH:
        return 0, len(text)
    begin = max(0, first - AROUND)
    if begin + LENGTH >= len(text):
        begin = len(text) - LENGTH
    starts = [each.start for each in tokens if begin <= each.start <= first]
    start = starts[0] if begin and starts else begin
    ends = [each.end for each in tokens if first <= each.end <= start + LENGTH]
    end = len(text) if start + LENGTH >= len(text) else (ends[-1] if ends else start + LENGTH)
    return start, end
