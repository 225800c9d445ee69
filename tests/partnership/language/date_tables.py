"""Labelled date phrases, in two halves: `tuned` was worked on, `held_out` at first only counted.

The failures of `held_out` were first read when the work was done: until then 152 of its 154 phrases
came out right, one was wrong in silence, and one of its 63 other sentences grew a date. The rows
after those come from batches of some 85 phrases, written as twenty officials might, each with its
answers before it was first read, shared out between the halves in turn, and worked on since. What
each batch was first read with: 73, 87, 85, 83, 76, 72 % right of the tricky ones, and 96, 96, 94,
90, 95 and 84 % of the plain ones; 14, 8, 7, 10, 14, 12, then 3, 2, 3, 6, 3 and 4 were wrong in
silence.

All phrases are read on Wednesday 12 June 2024, 09:00 in Kyiv, where the one partner known to the
caller is Bourges. A cell «*» for the rest means that the rest is not checked.
"""

import csv
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from partnership.language.dates import Expectation, When, read_when

TABLES = Path(__file__).parents[2] / "tables"
NOW = datetime(2024, 6, 12, 9, 0, tzinfo=ZoneInfo("Europe/Kyiv"))
PARTNERS = {"Бурж": "Europe/Paris"}


@dataclass(frozen=True, slots=True)
class Row:
    """A phrase and what it should be read as."""

    text: str
    expected: dict[str, str]
    expect: Expectation


@dataclass(frozen=True, slots=True)
class Result:
    """How a phrase was read: rightly, with a question, or wrongly and in silence."""

    text: str
    right: bool
    silent: bool
    got: dict[str, str]


def rows(half: str) -> list[Row]:
    """The labelled phrases of one half."""
    return [
        Row(row.pop("text"), row, Expectation(row.pop("expect")))
        for row in _read(f"dates_{half}.tsv")
    ]


def sentences_without_date(half: str) -> list[str]:
    """Sentences that must not grow a date."""
    return [row["text"] for row in _read(f"dates_none_{half}.tsv")]


def _read(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def judge(row: Row) -> Result:
    """Reads the phrase and compares all that was labelled."""
    when = read_when(row.text, now=NOW, partner_zones=PARTNERS, expect=row.expect)
    got = described(when)
    if row.expected["rest"] == "*":
        got["rest"] = "*"
    right = got == row.expected
    silent = not right and when is not None and not when.doubts
    return Result(row.text, right, silent, got)


def described(when: When | None) -> dict[str, str]:
    """An answer in the columns of the tables."""
    if when is None:
        return {"start": "", "rest": ""}
    return {
        "start": _written(when.start),
        "end": _written(when.end),
        "rrule": when.rrule or "",
        "zone": when.zone,
        "part": when.part_of_day or "",
        "doubts": ",".join(doubt.kind for doubt in when.doubts),
        "rest": when.rest,
    }


def _written(moment: date | datetime | None) -> str:
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        return f"{moment:%Y-%m-%dT%H:%M}"
    return moment.isoformat()
