"""The search itself, over anything that keeps spellings under sound keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from partnership.language.keyboard import as_latin, as_ukrainian
from partnership.language.names.alignment import align, as_match, score_of
from partnership.language.names.likeness import keys_of_query
from partnership.language.names.model import How, Match, NameKind
from partnership.language.names.spans import without_overlaps
from partnership.language.names.spelling import Spelling
from partnership.language.text import Token, is_cyrillic, tokens

_SHORTEST_WITH_EDIT = 5
_SHORTEST_WITH_TWO = 7
_WORDS_OF_THE_TRADE = frozenset({NameKind.AREA, NameKind.ORGANISATION})


class Source(Protocol):
    """Where spellings are kept."""

    def exact(self, key: str) -> Iterable[Spelling]:
        """The spellings under a sound key."""

    def near(self, key: str, edits: int) -> Iterable[Spelling]:
        """The spellings under the keys within so many edits."""


@dataclass(frozen=True, slots=True)
class Search:
    """One search. `alone`: the whole text is meant to be a name, so that more is believed."""

    source: Source
    ordinary: frozenset[str]
    kinds: Collection[NameKind] | None
    alone: bool

    def matches(self, text: str) -> list[Match]:
        """The names in the text, best first.

        They are looked for as written, then on the other keyboard layout, then mistyped.
        """
        row = tokens(text)
        found = [match for at in range(len(row)) for match in self._at(row, at, text, 0)]
        if not found or not self.alone:
            found += self._other_layout(text, row, found)
        unread = [at for at in range(len(row)) if not _covered(row[at], found)]
        for edits in (1, 2):
            if found and self.alone:
                break
            found += [
                match
                for at in unread
                if self._may_be_mistyped(row[at], edits) and not _covered(row[at], found)
                for match in self._at(row, at, text, edits)
            ]
        return without_overlaps(found)

    def _at(self, row: Sequence[Token], at: int, text: str, edits: int) -> Iterator[Match]:
        for spelling in self._candidates(row[at].word, edits):
            name = spelling.name
            if self.kinds is not None and name.kind not in self.kinds:
                continue
            alignment = align(row, at, spelling, edits)
            if alignment is None or not self._fits(row, alignment.first, alignment.last, name.kind):
                continue
            match = as_match(alignment, row, text)
            yield self._careful(match)

    def _candidates(self, word: str, edits: int) -> Iterable[Spelling]:
        keys = keys_of_query(word)
        if not edits:
            return {id(one): one for key in keys for one in self.source.exact(key)}.values()
        return {id(one): one for key in keys for one in self.source.near(key, edits)}.values()

    def _fits(self, row: Sequence[Token], first: int, last: int, kind: NameKind) -> bool:
        """A single ordinary word is a name only with a capital that the sentence does not need."""
        if self.alone:
            return first == 0 or len(row) <= last - first + 3
        if first != last or kind in _WORDS_OF_THE_TRADE or row[first].word not in self.ordinary:
            return True
        followed = last + 1 < len(row)
        return row[first].capital and not (row[first].opens and followed)

    def _careful(self, match: Match) -> Match:
        """One wrong letter in a short name is as doubtful as two in a long one."""
        if match.how is How.TYPO and match.end - match.start < _SHORTEST_WITH_EDIT:
            return replace(match, how=How.TWO_TYPOS, score=score_of(How.TWO_TYPOS))
        return match

    def _may_be_mistyped(self, token: Token, edits: int) -> bool:
        if token.word in self.ordinary:
            return False
        if self.alone:
            return len(token.word) >= (3 if edits == 1 else _SHORTEST_WITH_EDIT)
        if edits == 1:
            return len(token.word) >= _SHORTEST_WITH_EDIT
        return token.capital and not token.opens and len(token.word) >= _SHORTEST_WITH_TWO

    def _other_layout(
        self, text: str, row: Sequence[Token], found: Sequence[Match]
    ) -> Iterator[Match]:
        unread = [token for token in row if not _covered(token, found)]
        if any(not is_cyrillic(token.word) for token in unread):
            yield from self._retyped(text, as_ukrainian(text), found, is_cyrillic)
        if any(is_cyrillic(token.word) for token in unread):
            yield from self._retyped(text, as_latin(text), found, _is_latin)

    def _retyped(
        self, text: str, retyped: str, found: Sequence[Match], changed: Callable[[str], bool]
    ) -> Iterator[Match]:
        row = tokens(retyped)
        for at, token in enumerate(row):
            if _covered(token, found) or not changed(token.word) or changed(text[token.start]):
                continue
            for match in self._at(row, at, text, 0):
                if match.how is not How.TRANSLIT:
                    yield replace(match, how=How.LAYOUT, score=score_of(How.LAYOUT))


def _covered(token: Token, matches: Iterable[Match]) -> bool:
    return any(token.start < match.end and match.start < token.end for match in matches)


def _is_latin(word: str) -> bool:
    return word[:1].isalpha() and not is_cyrillic(word)
