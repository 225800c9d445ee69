"""What to do with what was found: answer, answer with a remark, ask, or say it is not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from partnership.language.names.model import How, Match

_DOUBTFUL = frozenset({How.TWO_TYPOS})
_REMARKABLE = frozenset({How.TYPO, How.PARTIAL, How.LAYOUT})
_AS_GOOD = 5.0


@dataclass(frozen=True, slots=True)
class Sure:
    """One name, to be answered; with `remark` the answer says how the name was read."""

    match: Match
    remark: bool


@dataclass(frozen=True, slots=True)
class Ask:
    """Several names, or one too far from what was written: the person chooses."""

    candidates: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """No such name in the registry."""


Verdict = Sure | Ask | Nothing


def verdict(matches: Sequence[Match]) -> Verdict:
    """Decide over rivals: the matches of one span, or those of a look-up (best first).

    Rivals almost as good as the best are candidates too: «Миколаїв» is exact for two towns,
    and «Франкфурт» is a part of two names.
    """
    if not matches:
        return Nothing()
    best = matches[0]
    rivals = tuple(match for match in matches if match.score > best.score - _AS_GOOD)
    if best.how in _DOUBTFUL or len({(one.kind, one.name_id) for one in rivals}) > 1:
        return Ask(rivals)
    return Sure(best, best.how in _REMARKABLE)


def by_span(matches: Sequence[Match]) -> list[list[Match]]:
    """The matches of a sentence grouped by the words they stand on, in the order of the text."""
    groups: dict[tuple[int, int], list[Match]] = {}
    for match in matches:
        groups.setdefault((match.start, match.end), []).append(match)
    return [groups[span] for span in sorted(groups)]
