"""The spellings of a name, each a row of words one of which is looked for first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnership.language.names.adjectives import adjective_stems, compound_adjectives
from partnership.language.names.cases import stems
from partnership.language.names.exonyms import exonyms
from partnership.language.names.model import How, Name, NameKind
from partnership.language.names.organisations import abbreviations, other_writings
from partnership.language.names.sound import cores, unmarked
from partnership.language.text import is_cyrillic, normal_word, words

_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_TWO_WITH_A_HYPHEN = re.compile(r"([^\W\d_]{3,})-([^\W\d_]{3,})")
_LONGEST_SHORT = 4
_LONGEST_JOINED = 3
_ADJECTIVE_AND_NOUN = 2
_FEWEST_OF_A_PART = 3
_SHORTEST_OF_A_PART = 4
_NO_NAME_ALONE = frozenset({"saint", "sankt", "сент", "санкт", "порт", "port", "fort", "форт"})
_CONNECTORS = frozenset(
    {"на", "над", "під", "біля", "am", "an", "bei", "im", "in", "of", "on", "upon", "sur", "a", "d"}
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name. `pivot` is the place of the word that is indexed.

    Of a name `in_parts` every word is: a few words of it in a row may stand for the whole.
    """

    name: Name
    how: How
    words: tuple[str, ...]
    pivot: int
    in_parts: bool = False

    @property
    def stands_alone(self) -> bool:
        """Whether the pivot alone may mean the name: a surname, «Франкфурт» for F.-на-Майні."""
        if self.name.kind is NameKind.PERSON:
            return True
        return self.pivot == 0 and len(self.words) > 1 and self.words[1] in _CONNECTORS

    @property
    def is_one_of_two(self) -> bool:
        """Whether it is «Новоград» for Новоград-Волинський, which is enough of a guess."""
        if self.how is not How.PARTIAL or len(self.words) > 1:
            return False
        return any("-" in text for text in (self.name.uk, self.name.en) if text)

    def bears_edits(self, word: str) -> bool:
        """Whether a mistyped word may be this: no abbreviation, no country nobody writes about,
        no people («мінська» is not «фінська»).

        A Cyrillic word is measured against the Cyrillic spelling where there is one.
        """
        if self.how is How.ABBREVIATION or self.is_one_of_two:
            return False
        if self.name.kind is NameKind.COUNTRY and (self.how is How.ALIAS or not self.name.aliases):
            return False
        return not (self.name.uk and is_cyrillic(word) and not is_cyrillic(self.words[0]))

    def names_otherwise(self, word: str) -> bool:
        """Whether the name has a better spelling for the word's script than this one."""
        if is_cyrillic(word) == is_cyrillic(self.words[0]):
            return False
        if self.name.kind is NameKind.COUNTRY:
            return True
        exonym = self.how is How.ALIAS and self.name.kind is NameKind.PLACE
        return is_cyrillic(word) and (self.how is How.EXACT or exonym) and bool(self.name.uk)

    def letter_keys(self) -> set[str]:
        """The pivot letter by letter, without an ending: what a mistyped word is held against."""
        word = self.words[self.pivot]
        return stems(word) if is_cyrillic(word) else {unmarked(word)}

    def sound_keys(self, *, adjectives: bool = True) -> set[str]:
        """The sound keys under which an index keeps this spelling, and its adjectives if asked."""
        if self.in_parts:
            return {key for word in self.words for key in _keys_of_part(word)}
        word = self.words[self.pivot]
        if not is_cyrillic(word):
            return set(cores(word))
        found = {core for stem in stems(word) for core in cores(stem)}
        if adjectives and self.name.kind is NameKind.PLACE and len(self.words) - 1 == self.pivot:
            found.update(core for stem in adjective_stems(word) for core in cores(stem))
        return found


def spellings(name: Name) -> Iterator[Spelling]:
    """All ways to write a name, without repetitions."""
    seen: set[tuple[str, ...]] = set()
    for text, how in _texts(name):
        for spelling in spellings_of(name, text, how):
            if spelling.words not in seen:
                seen.add(spelling.words)
                yield spelling
    if name.kind in (NameKind.ORGANISATION, NameKind.AREA):
        yield from _in_parts(name)


def spellings_of(name: Name, text: str, how: How) -> Iterator[Spelling]:
    """The ways to write one text of a name: «Frankfurt (Oder)» also without the brackets."""
    if how is How.EXACT and name.kind is NameKind.PLACE and "(" in text:
        yield from _rows(name, text, how)
        how = How.PARTIAL
    yield from _rows(name, _IN_BRACKETS.sub(" ", text) if "(" in text else text, how)


def _rows(name: Name, text: str, how: How) -> Iterator[Spelling]:
    row = tuple(words(text))
    if len("".join(row)) > 1:
        yield Spelling(name, how, row, _pivot(row, name.kind))
        if 1 < len(row) <= _LONGEST_JOINED and name.kind is NameKind.PLACE:
            yield Spelling(name, how, ("".join(row),), 0)
        if len(row) == _ADJECTIVE_AND_NOUN and is_cyrillic(row[0]):
            for adjective in compound_adjectives(*row):
                yield Spelling(name, How.ADJECTIVE, (adjective,), 0)
    if name.kind is NameKind.PLACE and "-" in text:
        yield from _one_of_two(name, text)


def _one_of_two(name: Name, text: str) -> Iterator[Spelling]:
    """«Новоград» of Новоград-Волинський, Cluj of Cluj-Napoca, «Франківськ» of Івано-Франківськ."""
    found = _TWO_WITH_A_HYPHEN.fullmatch(text)
    if found is None:
        return
    first, second = map(normal_word, found.groups())
    alone = second if first.endswith("о") else first
    if len(alone) >= _SHORTEST_OF_A_PART and alone not in _NO_NAME_ALONE:
        yield Spelling(name, How.PARTIAL, (alone,), 0)


def _in_parts(name: Name) -> Iterator[Spelling]:
    for text in filter(None, (name.uk, name.en, name.de)):
        row = tuple(words(_IN_BRACKETS.sub(" ", text)))
        if len(row) >= _FEWEST_OF_A_PART:
            yield Spelling(name, How.PARTIAL, row, 0, in_parts=True)


def _keys_of_part(word: str) -> set[str]:
    if len(word) < _SHORTEST_OF_A_PART:
        return set()
    return {core for stem in (stems(word) if is_cyrillic(word) else {word}) for core in cores(stem)}


def _texts(name: Name) -> Iterator[tuple[str, How]]:
    for text in (name.uk, name.en):
        if text:
            yield text, How.EXACT
    if name.de:
        yield name.de, How.ALIAS
    for form in name.forms:
        yield form, How.FORM
    for alias in name.aliases:
        short = alias.isupper() and len(alias) <= _LONGEST_SHORT
        yield alias, How.ABBREVIATION if short else How.ALIAS
    if name.kind is NameKind.PLACE and name.uk:
        yield from ((exonym, How.ALIAS) for exonym in exonyms().get(name.uk, ()))
    if name.kind is NameKind.ORGANISATION:
        for text in filter(None, (name.uk, name.en, name.de, *name.aliases)):
            yield from ((short, How.ABBREVIATION) for short in abbreviations(text))
            yield from ((other, How.ALIAS) for other in other_writings(text))


def _pivot(row: tuple[str, ...], kind: NameKind) -> int:
    """The longest word tells most; of a person it is the surname, which stands last."""
    if kind is NameKind.PERSON:
        return len(row) - 1
    return max(range(len(row)), key=lambda place: len(row[place]))
