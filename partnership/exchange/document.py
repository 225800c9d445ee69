"""The file of the exchange format: its head, its sections, and what must hold between them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from partnership.entities import Entity, Kind, id_of, kind_of
from partnership.exchange.codec import Problem, UnreadableError, from_plain, to_plain
from partnership.identifiers import is_slug
from partnership.links import links_of

FORMAT = "mistok-registry"
VERSION = 1

SECTIONS: dict[str, Kind] = {
    "sources": Kind.SOURCE,
    "places": Kind.PLACE,
    "areas": Kind.AREA,
    "organisations": Kind.ORGANISATION,
    "people": Kind.PERSON,
    "assignments": Kind.ASSIGNMENT,
    "partnerships": Kind.PARTNERSHIP,
    "agreements": Kind.AGREEMENT,
    "letters": Kind.LETTER,
    "decisions": Kind.DECISION,
    "aid": Kind.AID,
    "events": Kind.EVENT,
    "working_groups": Kind.WORKING_GROUP,
    "steps": Kind.STEP,
    "minutes": Kind.MINUTES,
}
_SECTION_OF = {kind: section for section, kind in SECTIONS.items()}


def write_document(entities: Iterable[Entity]) -> str:
    """The file for these records: sections in a fixed order, records by id, for clean diffs."""
    sections: dict[str, list[dict[str, Any]]] = {section: [] for section in SECTIONS}
    for entity in sorted(entities, key=id_of):
        sections[_SECTION_OF[kind_of(entity)]].append(to_plain(entity))
    head = {"format": FORMAT, "version": VERSION}
    filled = {section: records for section, records in sections.items() if records}
    return json.dumps(head | filled, ensure_ascii=False, indent=1) + "\n"


def read_document(text: str) -> list[Entity]:
    """The records of a file, in the order of kinds.

    Raises UnreadableError naming every problem: broken JSON, wrong head, unknown key or
    section, wrong value, id given twice or not fit to be one. What records point to is
    checked by `check_links`, since a file may lean on what is already there.
    """
    document = _parse(text)
    problems = list(_problems_of_head(document))
    entities: list[Entity] = []
    for section, kind in SECTIONS.items():
        for path, plain in _each(document, section, problems):
            try:
                entities.append(from_plain(kind, plain, path))
            except UnreadableError as error:
                problems.extend(error.problems)
    problems.extend(_problems_of_ids(entities))
    if problems:
        raise UnreadableError(tuple(problems))
    return entities


def check_links(entities: Iterable[Entity], known: Iterable[tuple[Kind, str]]) -> list[Problem]:
    """References to records that are neither in the file nor known already."""
    given = list(entities)
    there = {(kind_of(entity), id_of(entity)) for entity in given} | set(known)
    return [
        Problem(f"{_SECTION_OF[kind_of(entity)]}[{id_of(entity)}].{path}", "unknown_reference", to)
        for entity in given
        for path, kind, to in links_of(entity)
        if (kind, to) not in there
    ]


def _parse(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise UnreadableError((Problem(where, "not_json", error.msg),)) from None
    if not isinstance(document, dict):
        raise UnreadableError((Problem("", "not_an_object"),))
    return document


def _problems_of_head(document: dict[str, Any]) -> Iterator[Problem]:
    if document.get("format") != FORMAT:
        yield Problem("format", "wrong_format", f"expected {FORMAT}")
    if document.get("version") != VERSION:
        yield Problem("version", "wrong_version", f"expected {VERSION}")
    for key in document:
        if key not in SECTIONS and key not in {"format", "version"}:
            yield Problem(key, "unknown_key")


def _each(
    document: dict[str, Any], section: str, problems: list[Problem]
) -> Iterator[tuple[str, Any]]:
    records = document.get(section, [])
    if not isinstance(records, list):
        problems.append(Problem(section, "not_a_list"))
        return
    for position, plain in enumerate(records):
        yield f"{section}[{position}]", plain


def _problems_of_ids(entities: Iterable[Entity]) -> Iterator[Problem]:
    seen: set[tuple[Kind, str]] = set()
    for entity in entities:
        kind, key = kind_of(entity), id_of(entity)
        path = f"{_SECTION_OF[kind]}[{key}]"
        if not is_slug(key):
            yield Problem(path, "wrong_id", key)
        if (kind, key) in seen:
            yield Problem(path, "duplicate_id", key)
        seen.add((kind, key))
