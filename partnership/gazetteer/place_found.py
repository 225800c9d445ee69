"""A town of the gazetteer that answers a question."""

from __future__ import annotations

from dataclasses import dataclass

from partnership.language.names.model import How


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A town to be confirmed by a person. What the sources do not give is None.

    `country` is ISO 3166-1 alpha-2, `zone` an IANA name, coordinates are degrees (WGS 84).
    """

    uk: str | None
    en: str
    country: str
    region_uk: str | None
    region_en: str | None
    zone: str
    population: int | None
    lat: float | None
    lon: float | None
    how: How
    score: float
