"""Which of the matches that overlap stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from partnership.language.names.model import How, Match

_WORTH_OF_A_LETTER = 2.0


def without_overlaps(matches: Iterable[Match]) -> list[Match]:
    """Keep the best matches of each span and drop the spans that overlap a better one.

    Longer names win over those they contain («Житомирська міська рада» over «Житомир»);
    of one name in one span the best match stands.
    """
    spans: dict[tuple[int, int], dict[tuple[str, str], Match]] = {}
    for match in matches:
        rivals = spans.setdefault((match.start, match.end), {})
        best = rivals.get((match.kind, match.name_id))
        if best is None or match.score > best.score:
            rivals[match.kind, match.name_id] = match
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda one: -_worth(spans[one].values())):
        if all(span[1] <= start or span[0] >= end for start, end in kept):
            kept.append(span)
    return best_first(match for span in kept for match in _standing(spans[span].values()))


def best_first(matches: Iterable[Match]) -> list[Match]:
    """By score, then by place in the text."""
    return sorted(matches, key=lambda match: (-match.score, match.start, match.name_id))


def _standing(rivals: Collection[Match]) -> Iterable[Match]:
    """A part of a name is no rival of a name that is there as a whole."""
    surest = max(rivals, key=lambda match: match.score)
    if surest.how is How.PARTIAL:
        return rivals
    return [match for match in rivals if match.how is not How.PARTIAL]


def _worth(rivals: Iterable[Match]) -> float:
    best = max(rivals, key=lambda match: match.score)
    return best.score + _WORTH_OF_A_LETTER * (best.end - best.start)
