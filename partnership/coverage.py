"""Where the partners are: how many partnerships each country has."""

from collections import Counter
from collections.abc import Iterable

from partnership.partnerships import Partnership
from partnership.registry import Registry


def partners_by_country(registry: Registry, found: Iterable[Partnership]) -> dict[str, int]:
    """How many of these partnerships each country has (ISO 3166-1 alpha-2), most first."""
    counts: Counter[str] = Counter()
    for partnership in found:
        counts.update({registry.places[each].country for each in partnership.foreign})
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
