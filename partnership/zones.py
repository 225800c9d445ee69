"""Time zones of a country, to ask for that of a town nobody knows."""

from functools import lru_cache

from babel.core import get_global


@lru_cache(maxsize=64)
def zones_of(country: str) -> tuple[str, ...]:
    """IANA names of the zones of a country (ISO 3166-1 alpha-2), by CLDR."""
    territories = get_global("zone_territories")
    aliases = get_global("zone_aliases")
    return tuple(
        sorted({aliases.get(z, z) for z, owner in territories.items() if owner == country})
    )
