"""The search itself, over anything that keeps spellings under sound keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from partnership.language.keyboard import as_latin, as_ukrainian
from partnership.language.names.alignment import Alignment, align, as_match, score_of
from partnership.language.names.likeness import keys_of_query
from partnership.language.names.model import How, Match, NameKind
from partnership.language.names.parts import Part, tells
from partnership.language.names.passing import (
    has_its_own_capital,
    has_other_words,
    is_a_body,
    is_said_in_passing,
)
from partnership.language.names.spans import without_overlaps
from partnership.language.names.spelling import Spelling
from partnership.language.text import Token, is_cyrillic, tokens

_SHORTEST_ALONE = 3
_SHORTEST_WITH_EDIT = 5
_SHORTEST_SOUNDING = 6
_SHORTEST_HUMBLE = 7
_SHORTEST_WITH_TWO = 7
_SHORTEST_RETYPED = 4
_MOST_LEFT_OVER = 2
_SETTLED = score_of(How.SURNAME)
_SURE = frozenset({How.EXACT, How.FORM, How.ADJECTIVE, How.SURNAME})
_WORDS_OF_THE_TRADE = frozenset({NameKind.AREA, NameKind.ORGANISATION})


class Source(Protocol):
    """Where spellings are kept."""

    def exact(self, key: str) -> Iterable[Spelling]:
        """The spellings under a sound key."""

    def near(self, word: str, edits: int) -> Iterable[Spelling]:
        """The spellings that a word with so many wrong letters may be meant for."""


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
        found = [match for at in range(len(row)) for match in self._written(row, at, text)]
        if self.alone:
            found = _without_their_country(found)
            return without_overlaps(self._whole_or_part(row, text, found))
        found += self._other_layout(text, row, found)
        unread = [at for at in range(len(row)) if not _covered(row[at], found)]
        found += [match for at in unread for match in self._mistyped(row, at, text)]
        return without_overlaps(found)

    def _whole_or_part(
        self, row: Sequence[Token], text: str, written: list[Match]
    ) -> Sequence[Match]:
        """What reads the whole text goes before what reads a part of it more exactly."""
        found = written or list(self._other_layout(text, row, ()))
        found = _whole(row, found) or [one for one in found if one.score >= _SETTLED] or found
        if not row or (found and (len(row) == 1 or found[0].score >= _SETTLED)):
            return found
        mistyped = [match for at in range(len(row)) for match in self._mistyped(row, at, text)]
        if len(row) > 1 and all(one.capital or one.word not in self.ordinary for one in row):
            mistyped += self._mistyped([_joined(row)], 0, text)
        return _whole(row, mistyped) or found or mistyped

    def _written(self, row: Sequence[Token], at: int, text: str) -> Iterator[Match]:
        candidates = _each(map(self.source.exact, keys_of_query(row[at].word)))
        return self._aligned(row, at, text, candidates, edits=0)

    def _mistyped(self, row: Sequence[Token], at: int, text: str) -> Iterator[Match]:
        """Names with wrong letters; an ordinary word can only be a right word of such a name."""
        word = row[at].word
        if word in self.ordinary:
            known = _each(map(self.source.exact, keys_of_query(word)))
            candidates = [one for one in known if len(one.words) > 1]
            return self._aligned(row, at, text, candidates, edits=1)
        edits = self._edits_allowed(row[at])
        if not edits:
            return iter(())
        return self._aligned(row, at, text, _each([self.source.near(word, edits)]), edits)

    def _aligned(
        self,
        row: Sequence[Token],
        at: int,
        text: str,
        candidates: Iterable[Spelling],
        edits: int,
    ) -> Iterator[Match]:
        for spelling in candidates:
            name = spelling.name
            if self.kinds is not None and name.kind not in self.kinds:
                continue
            if self.alone and name.kind is NameKind.COUNTRY and is_a_body(row):
                continue
            if not self.alone and _too_far(row[at], spelling, edits):
                continue
            alignment = align(row, at, spelling, edits)
            if alignment is None or self._only_sounds(row[at], alignment):
                continue
            if self._fits(row, alignment, name.kind):
                yield self._careful(row, alignment, as_match(alignment, row, text))

    def _fits(self, row: Sequence[Token], alignment: Alignment, kind: NameKind) -> bool:
        """A single ordinary word is a name only with a capital that the sentence does not need.

        Where the whole text is meant to be a name, what is left of it must not matter.
        """
        first, last = alignment.first, alignment.last
        if alignment.part is not None and not self._tells(row, alignment.part, kind):
            return False
        if self.alone:
            if first == last and is_said_in_passing(row, first, self.ordinary):
                return False
            lost = self._lost(row, alignment)
            sure = alignment.how in _SURE and alignment.spelling.how is not How.PARTIAL
            return not lost or (sure and lost <= _MOST_LEFT_OVER)
        trade = kind in _WORDS_OF_THE_TRADE and alignment.spelling.how is not How.ABBREVIATION
        if first != last or trade or row[first].word not in self.ordinary:
            return True
        return has_its_own_capital(row, first)

    def _tells(self, row: Sequence[Token], part: Part, kind: NameKind) -> bool:
        """An area is a matter («охорона здоров’я»): no town in its name stands for it."""
        if kind is not NameKind.AREA:
            return tells(row, part, alone=self.alone)
        words = row[part.first : part.last + 1]
        proper = any(token.capital and not token.opens for token in words)
        return tells(row, part, alone=not proper)

    def _only_sounds(self, token: Token, alignment: Alignment) -> bool:
        """«Дякую» is not Đakovo, and in a sentence «сесію» without a capital is not Сьєса."""
        if alignment.how is not How.TRANSLIT or alignment.first != alignment.last:
            return False
        if token.word in self.ordinary:
            return True
        foreign = is_cyrillic(token.word) != is_cyrillic(alignment.spelling.words[0])
        shortest = _SHORTEST_HUMBLE if foreign or token.word.isascii() else _SHORTEST_SOUNDING
        return not (self.alone or token.capital or len(token.word) >= shortest)

    def _lost(self, row: Sequence[Token], alignment: Alignment) -> int:
        """How many words that may matter lie outside the name."""
        rest = [*row[: alignment.first], *row[alignment.last + 1 :]]
        return sum(1 for token in rest if token.word not in self.ordinary)

    def _careful(self, row: Sequence[Token], alignment: Alignment, match: Match) -> Match:
        """Lower the match where the name is short or only a part of what was asked for."""
        how = match.how
        short = how is How.TYPO and match.end - match.start < _SHORTEST_WITH_EDIT
        heard = self.alone and how is How.TRANSLIT
        if short or (heard and has_other_words(row, alignment.first, alignment.last)):
            how = How.TWO_TYPOS
        elif self.alone and match.score > score_of(How.PARTIAL) and self._lost(row, alignment):
            how = How.PARTIAL
        return match if how is match.how else replace(match, how=how, score=score_of(how))

    def _edits_allowed(self, token: Token) -> int:
        length = len(token.word)
        if self.alone:
            return (length >= _SHORTEST_ALONE) + (length >= _SHORTEST_WITH_TWO - 1)
        if not token.capital:
            return int(length >= _SHORTEST_HUMBLE)
        return (length >= _SHORTEST_WITH_EDIT) + (not token.opens and length >= _SHORTEST_WITH_TWO)

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
            if not self.alone and len(token.word) < _SHORTEST_RETYPED:
                continue
            for match in self._written(row, at, text):
                if match.how is not How.TRANSLIT:
                    yield replace(match, how=How.LAYOUT, score=score_of(How.LAYOUT))


def _each(groups: Iterable[Iterable[Spelling]]) -> list[Spelling]:
    """Every spelling once, in the order of finding."""
    return list({id(one): one for group in groups for one in group}.values())


def _too_far(token: Token, spelling: Spelling, edits: int) -> bool:
    """In a sentence a word of the other script is a name only if it looks like one, unmistyped."""
    if is_cyrillic(token.word) == is_cyrillic(spelling.words[spelling.pivot]):
        return False
    return bool(edits)


def _whole(row: Sequence[Token], matches: Iterable[Match]) -> list[Match]:
    """The matches that leave no word out."""
    return [one for one in matches if one.start <= row[0].start and one.end >= row[-1].end]


def _without_their_country(matches: Sequence[Match]) -> list[Match]:
    """Of «Бар, Україна» the town."""
    places = [one for one in matches if one.kind is NameKind.PLACE]
    return [
        one
        for one in matches
        if one.kind is not NameKind.COUNTRY or not any(one.start != at.start for at in places)
    ]


def _joined(row: Sequence[Token]) -> Token:
    """All words as one: the space or the hyphen may be in the wrong place («Сан Дієго»)."""
    word = "".join(token.word for token in row)
    return replace(row[0], word=word, end=row[-1].end)


def _covered(token: Token, matches: Iterable[Match]) -> bool:
    return any(token.start < match.end and match.start < token.end for match in matches)


def _is_latin(word: str) -> bool:
    return word[:1].isalpha() and not is_cyrillic(word)
