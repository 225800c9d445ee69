"""The labelled tables of names, and the registry they are asked of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from partnership.exchange.document import read_document
from partnership.language.names import (
    Ask,
    Match,
    Name,
    NameIndex,
    NameKind,
    Sure,
    by_span,
    country_names,
    verdict,
)
from partnership.naming import name_of

ROOT = Path(__file__).parents[3]
TABLES = ROOT / "tests" / "tables"
NOTHING = "-"


@dataclass(frozen=True)
class Row:
    """A line of a table: what is written, how it is asked, and what is right."""

    sentence: bool
    text: str
    expected: str


@dataclass(frozen=True)
class Marks:
    """How many rows are right, and what was answered wrongly without a question."""

    share: float
    failures: list[str]
    wrong_without_a_question: list[str]


def registry() -> list[Name]:
    """Partners, people, organisations and areas of the tables' registry."""
    return [_name(*cells) for cells in _cells("names_registry.tsv")]


def index() -> NameIndex:
    """The registry and all countries."""
    return NameIndex([*registry(), *country_names()])


def wide_index() -> NameIndex:
    """The example registry with the towns of other registries, and all countries."""
    example = (ROOT / "examples" / "registry.json").read_text(encoding="utf-8")
    names = [name for name in map(name_of, read_document(example)) if name is not None]
    rows_of_towns = _cells("names_towns.tsv")
    towns = [Name(id_, NameKind.PLACE, uk, en) for id_, uk, en in rows_of_towns]
    return NameIndex([*names, *towns, *country_names()])


def rows(table: str) -> list[Row]:
    """A labelled table."""
    return [Row(mode == "f", text, expected) for mode, text, expected in _cells(table)]


def marks(names: NameIndex, table: list[Row]) -> Marks:
    """Ask every row and compare."""
    failures, wrong = [], []
    for row in table:
        said = answer(names, row)
        if not _right(row.expected, said):
            failures.append(f"{row.text}: {said} for {row.expected}")
            if any(one[0] not in "?-" and one not in row.expected for one in said.split("+")):
                wrong.append(failures[-1])
    return Marks(1 - len(failures) / len(table), failures, wrong)


def answer(names: NameIndex, row: Row) -> str:
    """In the notation of the tables: names, «?» before a question's candidates, «-»."""
    groups = by_span(names.find(row.text)) if row.sentence else [names.look_up(row.text)]
    return "+".join(filter(None, map(_verdict, groups))) or NOTHING


def _verdict(matches: list[Match]) -> str:
    said = verdict(matches)
    if isinstance(said, Sure):
        return said.match.name_id
    if isinstance(said, Ask):
        return "?" + "/".join(sorted({one.name_id for one in said.candidates}))
    return ""


def _right(expected: str, said: str) -> bool:
    pairs = list(zip(expected.split("+"), said.split("+"), strict=False))
    return expected.count("+") == said.count("+") and all(
        want == got or (want[0] == got[0] == "?" and want[1:] in got[1:].split("/"))
        for want, got in pairs
    )


def _name(kind: str, id_: str, uk: str, en: str, de: str, aliases: str, forms: str) -> Name:
    return Name(
        id_,
        NameKind(kind),
        uk or None,
        en or None,
        de or None,
        tuple(filter(None, aliases.split(";"))),
        tuple(filter(None, forms.split(";"))),
    )


def _cells(table: str) -> list[list[str]]:
    lines = (TABLES / table).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]
