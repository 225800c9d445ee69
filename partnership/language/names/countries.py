"""Countries by their names, adjectives and peoples: Польща, польський, поляки, Polish, Poles."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from babel import Locale

from partnership.language.names.model import Name, NameKind


@lru_cache(maxsize=1)
def country_names() -> tuple[Name, ...]:
    """Every country of ISO 3166-1 (and XK) as a name whose id is its code.

    Names come from CLDR, of countries that are written about also the Polish and the Russian
    ones, which officials type; adjectives and peoples, which CLDR has not, from `countries.tsv`.
    Russia and Belarus are here so that a partner from there can be recognised and refused.
    """
    uk, en, de = (Locale(code).territories for code in ("uk", "en", "de"))
    neighbours = [Locale(code).territories for code in ("pl", "ru")]
    curated = _curated()
    return tuple(
        Name(
            code,
            NameKind.COUNTRY,
            uk[code],
            en.get(code),
            de.get(code),
            (*curated[code], *(names[code] for names in neighbours)) if code in curated else (),
        )
        for code in sorted(uk)
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    )


_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "CP", "DG", "EA", "IC"})


def _curated() -> dict[str, tuple[str, ...]]:
    text = files(__package__).joinpath("countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {
        code: tuple(name for cell in cells for name in cell.split(";") if name)
        for code, *cells in rows
    }
