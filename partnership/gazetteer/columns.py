"""The data file of the gazetteer, kept compact: lines and sorted columns, no object a town."""

from __future__ import annotations

import re
import zipfile
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import overload

from partnership.language.names.keytable import starting_with, within

NAMES_A_PLACE = 16


class Lines(Sequence[str]):
    """The lines of a text in UTF-8, which are decoded as they are read.

    150,000 lines as strings would take four times the memory of the text.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._starts = array("I", [0])
        self._starts.extend(found.end() for found in re.finditer(rb"\n", text))
        self._starts.append(len(text) + 1)

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        if not 0 <= at < len(self):
            raise IndexError(at)
        return self._text[self._starts[at] : self._starts[at + 1] - 1].decode()


@dataclass(frozen=True, slots=True)
class Columns:
    """`places.zip` unpacked; docs/gazetteer/README.md describes its members."""

    places: Lines
    regions: Lines
    zones: Lines
    keys: Lines
    owners: array[int]
    endings: array[int]

    def exact(self, key: str) -> list[int]:
        """The owners of a sound key: number of the place × NAMES_A_PLACE + number of its name."""
        start = bisect_left(self.keys, key)
        return [self.owners[at] for at in self._equal(start, key)]

    def near(self, key: str, edits: int) -> set[int]:
        """The owners of the keys within so many edits that share a part of the key."""
        part = max(1, len(key) // (edits + 1))
        found = within(key, starting_with(self.keys, key[:part]), edits)
        tail = key[::-1][: max(1, len(key) - part - edits)]
        found |= within(key, self._ending_with(tail), edits)
        return {owner for one in found for owner in self.exact(one)}

    def _equal(self, start: int, key: str) -> range:
        end = start
        while end < len(self.keys) and self.keys[end] == key:
            end += 1
        return range(start, end)

    def _ending_with(self, tail: str) -> Sequence[str]:
        def backwards(at: int) -> str:
            return self.keys[at][::-1]

        start = bisect_left(self.endings, tail, key=backwards)
        end = bisect_left(self.endings, tail + "\uffff", start, key=backwards)
        return [self.keys[at] for at in self.endings[start:end]]


def load_columns() -> Columns:
    """Read and unpack the data file (about 1 MB)."""
    data = files(__package__).joinpath("places.zip")
    with data.open("rb") as packed, zipfile.ZipFile(packed) as members:
        return Columns(
            places=Lines(members.read("places.tsv")),
            regions=Lines(members.read("regions.tsv")),
            zones=Lines(members.read("zones.txt")),
            keys=Lines(members.read("keys.txt")),
            owners=array("I", members.read("owners.u32")),
            endings=array("I", members.read("endings.u32")),
        )
