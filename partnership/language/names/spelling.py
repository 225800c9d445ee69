"""The spellings of a name, each a row of words one of which is looked for first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnership.language.names.adjectives import adjective_stems, compound_adjectives
from partnership.language.names.cases import stems
from partnership.language.names.model import How, Name, NameKind
from partnership.language.names.sound import cores, unmarked
from partnership.language.text import is_cyrillic, words

_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_IN_QUOTES = re.compile(r"[«“\"]([^«»“”\"]+)[»”\"]")
_ABBREVIATION = re.compile(r"\b[A-ZА-ЯІЇЄҐ]+(?:-[A-ZА-ЯІЇЄҐ]{2,})+\b|\b[A-ZА-ЯІЇЄҐ]{2,}\b")
_LONGEST_SHORT = 4
_SAME_START = 3
_LONGEST_JOINED = 3
_ADJECTIVE_AND_NOUN = 2
_CONNECTORS = frozenset(
    {"на", "над", "під", "біля", "am", "an", "bei", "im", "in", "of", "on", "upon", "sur", "a", "d"}
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name. `pivot` is the place of the word that is indexed."""

    name: Name
    how: How
    words: tuple[str, ...]
    pivot: int

    @property
    def stands_alone(self) -> bool:
        """Whether the pivot alone may mean the name: a surname, «Франкфурт» for F.-на-Майні."""
        if self.name.kind is NameKind.PERSON:
            return True
        return self.pivot == 0 and len(self.words) > 1 and self.words[1] in _CONNECTORS

    def bears_edits(self, word: str) -> bool:
        """Whether a mistyped word may be this: no abbreviation, no country nobody writes about,
        no people («мінська» is not «фінська»).

        A Cyrillic word is measured against the Cyrillic spelling where there is one.
        """
        if self.how is How.ABBREVIATION:
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
        return is_cyrillic(word) and self.how is How.EXACT and bool(self.name.uk)

    def letter_keys(self) -> set[str]:
        """The pivot letter by letter, without an ending: what a mistyped word is held against."""
        word = self.words[self.pivot]
        return stems(word) if is_cyrillic(word) else {unmarked(word)}

    def sound_keys(self, *, adjectives: bool = True) -> set[str]:
        """The sound keys under which an index keeps this spelling, and its adjectives if asked."""
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
    if name.kind is NameKind.ORGANISATION:
        for text in (name.uk, name.en, name.de, *name.aliases):
            yield from _abbreviations(text or "")


def _abbreviations(text: str) -> Iterator[tuple[str, How]]:
    for found in _ABBREVIATION.finditer(text):
        yield found.group(), How.ABBREVIATION
        yield found.group().replace("-", ""), How.ABBREVIATION
    for short in _IN_BRACKETS.findall(text):
        if " " not in short and short[:_SAME_START] == text[:_SAME_START]:
            yield short, How.ABBREVIATION
    for quoted in _IN_QUOTES.findall(text):
        yield quoted, How.ALIAS
    row = [word for word in words(_IN_BRACKETS.sub(" ", text)) if len(word) > 3]
    if len(row) > 2:
        yield "".join(word[0] for word in row), How.ABBREVIATION


def _pivot(row: tuple[str, ...], kind: NameKind) -> int:
    """The longest word tells most; of a person it is the surname, which stands last."""
    if kind is NameKind.PERSON:
        return len(row) - 1
    return max(range(len(row)), key=lambda place: len(row[place]))
