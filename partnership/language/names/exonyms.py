"""What neighbours call a town: Lwów, Николаев, München, Wien."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


@lru_cache(maxsize=1)
def exonyms() -> Mapping[str, tuple[str, ...]]:
    """Foreign names by the Ukrainian name, of towns that are often written about.

    Only those that rules of sound do not bring to the Ukrainian or the English name, or bring
    less surely.
    """
    text = files(__package__).joinpath("exonyms.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return MappingProxyType({uk: tuple(names.split(";")) for uk, names in rows})
