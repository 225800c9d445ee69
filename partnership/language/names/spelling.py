"""The spellings of a name, each a row of words one of which is looked for first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnership.language.names.adjectives import adjective_stems
from partnership.language.names.cases import stems
from partnership.language.names.model import How, Name, NameKind
from partnership.language.names.sound import cores
from partnership.language.text import is_cyrillic, words

_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
_IN_QUOTES = re.compile(r"[«“\"]([^«»“”\"]+)[»”\"]")
_ABBREVIATION = re.compile(r"[A-ZА-ЯІЇЄҐ]{2,}(?:-[A-ZА-ЯІЇЄҐ]{2,})*")
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

    def sound_keys(self) -> set[str]:
        """The sound keys under which the index keeps this spelling."""
        word = self.words[self.pivot]
        if not is_cyrillic(word):
            return set(cores(word))
        found = {core for stem in stems(word) for core in cores(stem)}
        if self.name.kind is NameKind.PLACE and len(self.words) - 1 == self.pivot:
            found.update(core for stem in adjective_stems(word) for core in cores(stem))
        return found


def spellings(name: Name) -> Iterator[Spelling]:
    """All ways to write a name, without repetitions."""
    seen: set[tuple[str, ...]] = set()
    for text, how in _texts(name):
        row = tuple(words(text))
        if row and row not in seen and len("".join(row)) > 1:
            seen.add(row)
            yield Spelling(name, how, row, _pivot(row, name.kind))


def _texts(name: Name) -> Iterator[tuple[str, How]]:
    for text in (name.uk, name.en, name.de):
        if text:
            yield _IN_BRACKETS.sub(" ", text), How.EXACT
    for form in name.forms:
        yield form, How.FORM
    for alias in name.aliases:
        yield _IN_BRACKETS.sub(" ", alias), How.ALIAS
    if name.kind is NameKind.ORGANISATION:
        for text in (name.uk, name.en, name.de, *name.aliases):
            yield from _abbreviations(text or "")


def _abbreviations(text: str) -> Iterator[tuple[str, How]]:
    for found in _ABBREVIATION.finditer(text):
        yield found.group(), How.ABBREVIATION
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
