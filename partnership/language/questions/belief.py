"""Which found names are believed in a sentence: ordinary words of the trade are not misspelt ones.

The index finds names wherever they may be; here the words around are known, so that «події» is an
event and not a spelling of a press centre, and «винні» a debt and not China with a slip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from partnership.language.names import How, Match, NameKind
from partnership.language.questions.lexicon import concepts_of, is_small_word
from partnership.language.text import Token

_WEAK = frozenset({How.TYPO, How.TWO_TYPOS, How.TRANSLIT, How.LAYOUT, How.PARTIAL})
_SLIPS = frozenset({How.TYPO, How.TWO_TYPOS})
_SHORTEST_MISSPELT = {NameKind.COUNTRY: 7, NameKind.PERSON: 6}


def believed(matches: Iterable[Match], row: Sequence[Token]) -> Iterator[Match]:
    """The names that stand on words which are not better understood in another way."""
    by_start = {token.start: token for token in row}
    for match in matches:
        token = by_start.get(match.start)
        if token is None or token.end < match.end or not _is_doubtful(match, token):
            yield match


def _is_doubtful(match: Match, token: Token) -> bool:
    """Whether a name of one word was found in a weak way, where the word says something else."""
    if is_small_word(token.word) and not token.text.isupper():
        return True
    if match.how not in _WEAK:
        return False
    if concepts_of(token.word):
        return True
    shortest = _SHORTEST_MISSPELT.get(match.kind, 0)
    return match.how is not How.LAYOUT and len(token.word) < shortest


def only_slips(matches: Sequence[Match]) -> bool:
    """Whether each name would have to be a slip of the keys, as «ручка» for «Луцька»."""
    return all(match.how in _SLIPS for match in matches)
