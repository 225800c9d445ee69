"""An index of names: every name mentioned in a sentence, or the one that is asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from partnership.language.names.keytable import KeyTable
from partnership.language.names.likeness import letters_of_mistyped, sounds_of_mistyped
from partnership.language.names.model import Match, Name, NameKind
from partnership.language.names.ordinary import ordinary_words
from partnership.language.names.search import Search
from partnership.language.names.spelling import Spelling, spellings

_MOST_SHARED = 40
"""A word that more names share (council, community) tells none of them."""


class NameIndex:
    """Names of the registry, found in any form officials write them in.

    Built once from all names and kept up to date with `add` and `remove`. Not thread-safe.
    """

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self._ordinary = ordinary_words()
        self._names: dict[tuple[NameKind, str], Name] = {}
        self._numbers: dict[tuple[NameKind, str], range] = {}
        self._spellings: dict[int, Spelling] = {}
        self._sounds = KeyTable()
        self._letters = KeyTable()
        self._parts = KeyTable()
        self._next = 0
        for name in names:
            for number, spelling in self._keep(name):
                for table, keys in self._keys(spelling):
                    table.extend(keys, number)

    def __len__(self) -> int:
        return len(self._names)

    def add(self, name: Name) -> None:
        """Add a name, or replace the one of the same kind and id."""
        self.remove(name.id, name.kind)
        for number, spelling in self._keep(name):
            for table, keys in self._keys(spelling):
                for key in keys:
                    table.add(key, number)

    def remove(self, name_id: str, kind: NameKind | None = None) -> None:
        """Forget a name of the kind, or of every kind; one that is not there is no error."""
        for each in [kind] if kind else list(NameKind):
            if self._names.pop((each, name_id), None) is not None:
                self._forget(self._numbers.pop((each, name_id)))

    def name(self, name_id: str, kind: NameKind) -> Name | None:
        """The name as it was given."""
        return self._names.get((kind, name_id))

    def find(self, text: str, kinds: Collection[NameKind] | None = None) -> list[Match]:
        """The names a sentence mentions, best first; rivals for the same words stay together."""
        return Search(self, self._ordinary, kinds, alone=False).matches(text)

    def look_up(self, query: str, kinds: Collection[NameKind] | None = None) -> list[Match]:
        """The candidates for a text that is meant to be one name, best first."""
        return Search(self, self._ordinary, kinds, alone=True).matches(query)

    def exact(self, key: str) -> Iterator[Spelling]:
        """The spellings under a sound key (for the search)."""
        parts = self._parts.exact(key)
        telling = parts if len(parts) <= _MOST_SHARED else ()
        return (self._spellings[number] for number in (*self._sounds.exact(key), *telling))

    def near(self, word: str, edits: int) -> Iterator[Spelling]:
        """The spellings a mistyped word may be meant for: close in letters, else in sound."""
        found: set[int] = set()
        for key in letters_of_mistyped(word):
            found |= self._letters.near(key, edits)
        for key in sounds_of_mistyped(word):
            found |= self._sounds.near(key, 1)
        return (self._spellings[number] for number in found)

    def _keep(self, name: Name) -> Iterator[tuple[int, Spelling]]:
        start = self._next
        for spelling in spellings(name):
            self._spellings[self._next] = spelling
            yield self._next, spelling
            self._next += 1
        self._names[name.kind, name.id] = name
        self._numbers[name.kind, name.id] = range(start, self._next)

    def _forget(self, numbers: range) -> None:
        for number in numbers:
            spelling = self._spellings.pop(number)
            for table, keys in self._keys(spelling):
                for key in keys:
                    table.remove(key, number)

    def _keys(self, spelling: Spelling) -> list[tuple[KeyTable, set[str]]]:
        if spelling.in_parts:
            return [(self._parts, spelling.sound_keys())]
        return [(self._sounds, spelling.sound_keys()), (self._letters, spelling.letter_keys())]
