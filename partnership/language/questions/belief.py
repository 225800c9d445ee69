"""Which found names are believed in a sentence: ordinary words of the trade are not misspelt ones.

The index finds names wherever they may be; here the words around are known, so that «події» is an
event and not a spelling of a press centre, and «винні» a debt and not China with a slip.
"""

from __future__ import annotations

from collections.abc import Sequence

from partnership.language.names import How, Match, NameKind
from partnership.language.questions.lexicon import concepts_of, is_small_word, is_trade_word
from partnership.language.text import Token

_WEAK = frozenset({How.TYPO, How.TWO_TYPOS, How.TRANSLIT, How.LAYOUT, How.PARTIAL})
_SLIPS = frozenset({How.TYPO, How.TWO_TYPOS})
UNSURE = _SLIPS | {How.TRANSLIT}
"""The ways of finding that take one word for another."""

_SHORTEST_MISSPELT = {NameKind.COUNTRY: 7, NameKind.PERSON: 6}
_WHOLE_NAMES = frozenset({NameKind.PLACE, NameKind.PERSON})


def believed(matches: Sequence[Match], row: Sequence[Token]) -> tuple[Match, ...]:
    """The names on words that are not better understood in another way, best first."""
    tokens = {token.start: token for token in row}
    strongest: dict[int, int] = {}
    for match in matches:
        rank = _rank(match)
        strongest[match.start] = min(rank, strongest.get(match.start, rank))
    return tuple(
        match
        for match in matches
        if _rank(match) == strongest[match.start] and _is_plausible(match, tokens)
    )


def only_slips(matches: Sequence[Match]) -> bool:
    """Whether each name would have to be a slip of the keys, as «ручка» for «Луцька»."""
    return all(match.how in _SLIPS for match in matches)


def _rank(match: Match) -> int:
    """«Польщі» as a form of Poland leaves no room for a town that only sounds like it."""
    if match.how in _WEAK:
        return 2
    return 1 if match.how is How.ADJECTIVE else 0


def _is_plausible(match: Match, tokens: dict[int, Token]) -> bool:
    """A name of several words always is; a name of one word may be an ordinary word instead."""
    token = tokens.get(match.start)
    if token is None or token.end < match.end:
        return True
    if is_small_word(token.word) and not token.text.isupper():
        return False
    if match.how not in _WEAK:
        said = not token.capital and is_trade_word(token.word)
        return not (said and match.kind in _WHOLE_NAMES)
    if concepts_of(token.word):
        return False
    return match.how is How.LAYOUT or len(token.word) >= _SHORTEST_MISSPELT.get(match.kind, 0)
