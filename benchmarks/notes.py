"""Searching 100,000 notes: words as frequent as in any language, one to three at a time."""

from __future__ import annotations

import asyncio
import csv
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from benchmarks.standin import pin
from benchmarks.table import percentile, table
from bot.stores import Stores
from partnership.language.stems import stems
from partnership.language.text import words
from partnership.notes.note import Note, NoteKind
from partnership.notes.searchable import searchable
from partnership.notes.stores import Wanted
from tests.support.builders import example_records

NOTES = 100_000
WORDS_IN_A_NOTE = (8, 40)
SEARCHES = 500
WARM_UP = 20
PAGE = 6
BEGIN = datetime(2022, 1, 1, tzinfo=UTC)
MARK_MS = 10
SENTENCES = Path(__file__).resolve().parents[1] / "tests" / "tables"
KINDS = (
    ("a word", 1, False),
    ("two words", 2, False),
    ("three words", 3, False),
    ("a word within a year", 1, True),
)


def measure() -> str:
    """The table."""
    pin(os.getpid(), 0)
    rows = asyncio.run(_searches())
    title = f"Searching {NOTES:,} notes, ms"
    return table(title, ["what", "median", "p95", "worst", "mark, p95"], rows)


async def _searches() -> list[tuple[str, ...]]:
    chance = random.Random(5)
    vocabulary = _vocabulary()
    with tempfile.TemporaryDirectory() as folder:
        stores = await Stores.open(Path(folder) / "mistok.db")
        try:
            await _write(stores, vocabulary, chance)
            rows = []
            for what, count, year in KINDS:
                wanted = list(_wanted(vocabulary, chance, count, year=year))
                rows.append(_row(what, await _timed(stores, wanted)))
            return rows
        finally:
            await stores.close()


async def _write(stores: Stores, vocabulary: Vocabulary, chance: random.Random) -> None:
    async with stores.registry.transaction() as work:
        for number in range(NOTES):
            text = " ".join(vocabulary.some(chance, chance.randint(*WORDS_IN_A_NOTE)))
            note = Note(
                key=f"n-{number}",
                kind=NoteKind.NOTE,
                text=text,
                author=number % 50,
                author_name=f"Автор{number % 50}",
                at=BEGIN + timedelta(minutes=13 * number),
            )
            await stores.notes.put(work, note)


async def _timed(stores: Stores, searches: list[Wanted]) -> list[float]:
    took = []
    for wanted in searches:
        begin = time.perf_counter()
        found = await stores.search.search(wanted, PAGE, 0)
        for hit in found.hits:
            await stores.notes.note(int(hit.record))
        took.append((time.perf_counter() - begin) * 1_000)
    return took[WARM_UP:]


def _row(what: str, took: list[float]) -> tuple[str, ...]:
    shown = (statistics.median(took), percentile(took, 0.95), max(took))
    return (what, *(f"{value:.2f}" for value in shown), str(MARK_MS))


class Vocabulary:
    """Words, each as likely as its rank says (Zipf's law)."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self._weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))

    def some(self, chance: random.Random, count: int) -> list[str]:
        """Words as they come in a text."""
        return chance.choices(self.words, cum_weights=self._weights, k=count)


def _vocabulary() -> Vocabulary:
    """The words of the example registry and of the tests' sentences, the frequent ones first."""
    counted: dict[str, int] = {}
    for text in _texts():
        for word in words(text):
            counted[word] = counted.get(word, 0) + 1
    return Vocabulary(sorted(counted, key=lambda word: (-counted[word], word)))


def _texts() -> Iterator[str]:
    found = (searchable(record) for record in example_records())
    yield from (each.text for each in found if each is not None)
    for path in sorted(SENTENCES.glob("sentences_*.tsv")):
        with path.open(encoding="utf-8", newline="") as source:
            yield from (row[0] for row in csv.reader(source, delimiter="\t") if row)


def _wanted(
    vocabulary: Vocabulary, chance: random.Random, count: int, *, year: bool
) -> Iterator[Wanted]:
    """Searches for words that people would search by: as they come in the texts."""
    for _ in range(SEARCHES + WARM_UP):
        typed = " ".join(vocabulary.some(chance, count))
        since, until = (date(2023, 1, 1), date(2023, 12, 31)) if year else (None, None)
        yield Wanted(stems=tuple(stems(typed)), since=since, until=until)
