"""Sound keys of an index: found exactly, or with a letter or two wrong."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

_AFTER = "\uffff"


class KeyTable:
    """Keys with their owners (small integers).

    A key with one letter wrong has its first or its second half right, so only the keys that
    share a half are compared. Both halves are slices of lists of the keys: sorted as they are,
    and sorted from the end. That costs much less than a neighbourhood of deletions. Most keys
    have one owner, which needs no list of its own.
    """

    def __init__(self) -> None:
        self._owner: dict[str, int] = {}
        self._more: dict[str, list[int]] = {}
        self._forward: list[str] = []
        self._backward: list[str] = []
        self._sorted = True

    def extend(self, keys: Iterable[str], owner: int) -> None:
        """Add keys of one owner among many; sorting waits for the first search."""
        for key in keys:
            first = self._owner.setdefault(key, owner)
            if first != owner:
                self._own(key, owner)
        self._sorted = False

    def add(self, key: str, owner: int) -> None:
        """Add one key in its place."""
        if key in self._owner:
            self._own(key, owner)
            return
        self._sort()
        self._owner[key] = owner
        insort(self._forward, key)
        insort(self._backward, key, key=_reversed)

    def remove(self, key: str, owner: int) -> None:
        """Take one owner of a key away."""
        self._sort()
        owners = [*self.exact(key)]
        owners.remove(owner)
        self._more.pop(key, None)
        if owners:
            self._owner[key] = owners[0]
            if owners[1:]:
                self._more[key] = owners[1:]
            return
        del self._owner[key]
        del self._forward[bisect_left(self._forward, key)]
        del self._backward[bisect_left(self._backward, key[::-1], key=_reversed)]

    def exact(self, key: str) -> Sequence[int]:
        """The owners of a key."""
        first = self._owner.get(key)
        return () if first is None else (first, *self._more.get(key, ()))

    def near(self, key: str, edits: int) -> set[int]:
        """The owners of the keys within so many edits that share a part of the key."""
        self._sort()
        part = max(1, len(key) // (edits + 1))
        found = within(key, starting_with(self._forward, key[:part]), edits)
        found |= within(key, self._ending_with(key[-max(1, len(key) - part - edits) :]), edits)
        return {owner for one in found for owner in self.exact(one)}

    def _own(self, key: str, owner: int) -> None:
        more = self._more.setdefault(key, [])
        if more[-1:] != [owner]:
            more.append(owner)

    def _ending_with(self, tail: str) -> Sequence[str]:
        start = bisect_left(self._backward, tail[::-1], key=_reversed)
        end = bisect_left(self._backward, tail[::-1] + _AFTER, start, key=_reversed)
        return self._backward[start:end]

    def _sort(self) -> None:
        if not self._sorted:
            self._forward = sorted(self._owner)
            self._backward = sorted(self._owner, key=_reversed)
            self._sorted = True


def _reversed(key: str) -> str:
    return key[::-1]


def starting_with(ordered: Sequence[str], prefix: str) -> Sequence[str]:
    """The slice of a sorted list whose strings start with the prefix."""
    start = bisect_left(ordered, prefix)
    return ordered[start : bisect_left(ordered, prefix + _AFTER, start)]


def within(key: str, keys: Sequence[str], edits: int) -> set[str]:
    """The keys within so many edits (a transposition is one)."""
    close = process.extract(key, keys, scorer=OSA.distance, score_cutoff=edits, limit=None)
    return {one for one, _, _ in close}
