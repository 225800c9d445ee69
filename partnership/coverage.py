"""Where the partners are: by country, and which community knows a country already."""

from collections import Counter
from dataclasses import dataclass

from partnership.partnerships import Partnership
from partnership.places import Place
from partnership.queries import PartnerFilter, partnerships
from partnership.registry import Registry
from partnership.stages import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the home communities have in one country."""

    country: str
    partnerships: tuple[Partnership, ...]
    experienced: tuple[Place, ...]
    """Communities with a partner there: whom to ask."""
    without: tuple[Place, ...]
    stages: dict[Stage, int]


def coverage(registry: Registry, country: str) -> Coverage:
    """Partnerships with a country, and the communities with and without one."""
    found = partnerships(registry, PartnerFilter(country=country))
    homes = {each.home for each in found}
    return Coverage(
        country=country,
        partnerships=tuple(found),
        experienced=tuple(place for place in registry.home_places() if place.id in homes),
        without=tuple(place for place in registry.home_places() if place.id not in homes),
        stages=dict(Counter(each.stage for each in found)),
    )


def partners_by_country(registry: Registry) -> dict[str, int]:
    """How many partnerships each country has, most first."""
    counts: Counter[str] = Counter()
    for partnership in partnerships(registry):
        counts.update({registry.places[each].country for each in partnership.foreign})
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
