"""A registry of 5,000 partnerships with towns that exist: their names differ as names do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from partnership.bilingual import Bilingual
from partnership.entities import Reference
from partnership.gazetteer.columns import load_columns
from partnership.places import Place
from tests.support.builders import big_registry

ASKED = 500
"""Towns that people ask about, spread over the registry."""


def lifelike_registry(partnerships: int) -> list[Reference]:
    """`big_registry`, its foreign towns named after those of the gazetteer."""
    names = _towns_abroad()
    return [
        replace(record, name=next(names))
        if isinstance(record, Place) and not record.home
        else record
        for record in big_registry(partnerships)
    ]


def asked_about(partnerships: int) -> list[str]:
    """Ukrainian names of towns of that registry, for queries."""
    towns = [r for r in lifelike_registry(partnerships) if isinstance(r, Place) and not r.home]
    return [town.name.uk or "" for town in towns[:: max(1, len(towns) // ASKED)]]


def _towns_abroad() -> Iterator[Bilingual]:
    """Names of one word in both languages, each once."""
    seen: set[str] = set()
    for line in load_columns().places:
        ukrainian, english, _, country, *_ = line.split("\t")
        single = ukrainian.isalpha() and english.isalpha() and len(ukrainian) > 4
        if country != "UA" and single and not {ukrainian, english} & seen:
            seen |= {ukrainian, english}
            yield Bilingual(ukrainian, english)
