"""What reading costs: a name, a date, a sentence; and the gazetteer."""

from __future__ import annotations

import csv
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.registry import lifelike_registry
from benchmarks.standin import pin
from benchmarks.table import percentile, table
from partnership.language.dates import read_when
from partnership.language.questions import understand
from partnership.naming import index_of
from tests.support.builders import example_records

TABLES = Path(__file__).resolve().parents[1] / "tests" / "tables"
NOW = datetime(2024, 6, 12, 9, 0, tzinfo=ZoneInfo("Europe/Kyiv"))
PARTNERSHIPS = 5_000
WARM_UP = 20
GAZETTEER = """
import time
from pathlib import Path

def memory():
    line = next(x for x in Path("/proc/self/status").read_text().splitlines() if "VmRSS" in x)
    return int(line.split()[1]) / 1024

import partnership.gazetteer, partnership.language.names
before, begin = memory(), time.perf_counter()
found = partnership.gazetteer.Gazetteer.load()
found.find("Звягель")
print(time.perf_counter() - begin, memory() - before)
"""


def measure() -> str:
    """The table."""
    pin(os.getpid(), 0)
    names = index_of([*example_records(), *lifelike_registry(PARTNERSHIPS)])
    looked_up = [line[1] for line in _lines("names_held_out.tsv") if line[0] == "l"]
    dates = [line[0] for line in _lines("dates_held_out.tsv")]
    sentences = [line[0] for line in _lines("sentences_held_out.tsv")]
    seconds, memory = _gazetteer()
    rows = [
        _row("a name looked up", looked_up, names.look_up, 300),
        _row("a date phrase", dates, lambda text: read_when(text, now=NOW), 500),
        _row("a sentence", sentences, lambda text: understand(text, names=names, now=NOW), 1_500),
        ("the gazetteer's first answer, s", f"{seconds:.2f}", "", "0.3"),
        ("the gazetteer's memory, MB", f"{memory:.1f}", "", "15"),
    ]
    title = f"Reading, with the names of {PARTNERSHIPS:,} partnerships"
    return table(title, ["what", "median", "p95", "mark"], rows)


def _row(
    what: str, texts: list[str], read: Callable[[str], object], mark: int
) -> tuple[str, str, str, str]:
    """Each text read once, as a message is, after others that warm up."""
    for text in texts[:WARM_UP]:
        read(text)
    took = [_microseconds(read, text) for text in texts[WARM_UP:]]
    return (
        f"{what} ({len(took)}), µs",
        f"{statistics.median(took):.0f}",
        f"{percentile(took, 0.95):.0f}",
        str(mark),
    )


def _microseconds(read: Callable[[str], object], text: str) -> float:
    begin = time.perf_counter()
    read(text)
    return (time.perf_counter() - begin) * 1_000_000


def _gazetteer() -> tuple[float, float]:
    """Seconds and megabytes, in a process of its own."""
    command = [sys.executable, "-c", GAZETTEER]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(said[0]), float(said[1])


def _lines(name: str) -> list[list[str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as source:
        rows = list(csv.reader(source, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if row and not row[0].startswith(("#", "text", "sentence"))]
