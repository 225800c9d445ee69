"""From the words of a sentence to what they point to: a set of concepts such as MEETING or WHO."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from rapidfuzz.distance import OSA

from partnership.language.names.ordinary import ordinary_words
from partnership.language.questions import lexicon_en, lexicon_uk

Concepts = frozenset[str]

# A shorter word has too many neighbours for a typing error to be forgiven.
FORGIVEN_LENGTH = 5
# Of a beginning even more: «полуниця» is one letter away from «посун*».
FORGIVEN_STEM = 6
_NONE: Concepts = frozenset()
_BEGINNING = 2
"""Letters by which phrases are found; a one-letter word counts with its space."""


@lru_cache(maxsize=8192)
def concepts_of(word: str) -> Concepts:
    """What one normalised word points to, a typing error in a longer word forgiven."""
    table = _words()
    found = table.get(word, _NONE) | _of_longest_stem(word)
    if found or len(word) < FORGIVEN_LENGTH or is_small_word(word) or word in ordinary_words():
        return found
    return _misspelt(word)


def is_trade_word(word: str) -> bool:
    """Whether a normalised word, as it is written, points to something."""
    return word in _words() or bool(_of_longest_stem(word))


def is_small_word(word: str) -> bool:
    """Whether a word only joins others: a preposition, a particle, an article."""
    return word in _small_words()


def concepts_of_phrases(row: Sequence[str]) -> Concepts:
    """What the set phrases among the normalised words point to."""
    text = " " + " ".join(row) + " "
    begun = {(word + " ")[:_BEGINNING] for word in row} & _phrases().keys()
    return frozenset(
        concept for start in begun for phrase, concept in _phrases()[start] if phrase in text
    )


@cache
def known_concepts() -> Concepts:
    """Every concept that some word or phrase points to."""
    words = frozenset().union(*_words().values())
    return words | {concept for begun in _phrases().values() for _, concept in begun}


def _of_longest_stem(word: str) -> Concepts:
    table = _words()
    stems = (word[:length] + "*" for length in range(len(word), 1, -1))
    return next((table[stem] for stem in stems if stem in table), _NONE)


@cache
def _small_words() -> Concepts:
    return frozenset((lexicon_uk.SMALL_WORDS + lexicon_en.SMALL_WORDS).split())


@cache
def _words() -> Mapping[str, Concepts]:
    table: dict[str, set[str]] = {}
    for lexicon in (lexicon_uk.WORDS, lexicon_en.WORDS):
        for line in lexicon.strip().splitlines():
            concept, *words = line.split()
            for word in words:
                table.setdefault(word, set()).add(concept)
    return MappingProxyType({word: frozenset(concepts) for word, concepts in table.items()})


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Phrases by their first letters, with the spaces that keep them apart from longer words."""
    table: dict[str, list[tuple[str, str]]] = {}
    for lexicon in (lexicon_uk.PHRASES, lexicon_en.PHRASES):
        for line in lexicon.strip().splitlines():
            concept, phrases = line.split(maxsplit=1)
            for phrase in phrases.split("|"):
                closed = phrase[:-1] if phrase.endswith("*") else phrase + " "
                table.setdefault(closed[:_BEGINNING], []).append((" " + closed, concept))
    return MappingProxyType({start: tuple(pairs) for start, pairs in table.items()})


def _misspelt(word: str) -> Concepts:
    """The concepts of the longest entry that is one typing error away."""
    near = [pair for pair in _forgiven().get(word[0], ()) if _one_error_away(word, pair[0])]
    return max(near, key=lambda pair: len(pair[0]))[1] if near else _NONE


def _one_error_away(word: str, entry: str) -> bool:
    if not entry.endswith("*"):
        return OSA.distance(word, entry, score_cutoff=1) <= 1
    stem = entry[:-1]
    lengths = (len(stem), len(stem) + 1, len(stem) - 1)
    return any(OSA.distance(word[:length], stem, score_cutoff=1) <= 1 for length in lengths)


@cache
def _forgiven() -> Mapping[str, tuple[tuple[str, Concepts], ...]]:
    """Long entries by their first letter, which a typing error is taken to leave alone."""
    table: dict[str, list[tuple[str, Concepts]]] = {}
    for entry, concepts in _words().items():
        shortest = FORGIVEN_STEM if entry.endswith("*") else FORGIVEN_LENGTH
        if len(entry.rstrip("*")) >= shortest:
            table.setdefault(entry[0], []).append((entry, concepts))
    return MappingProxyType({letter: tuple(entries) for letter, entries in table.items()})
