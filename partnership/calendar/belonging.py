"""Which communities, places and zones an event concerns."""

from collections.abc import Iterator

from partnership.calendar.times import zone_of
from partnership.events import Event
from partnership.places import Place
from partnership.registry import Registry


def communities_of(event: Event, registry: Registry) -> frozenset[str]:
    """Ids of the home places that answer for an event; empty where no record says so."""
    found = (registry.partnerships.get(each) for each in event.partnerships)
    homes = {each.home for each in found if each is not None}
    return frozenset(homes | ({event.community} if event.community else set()))


def parties_of(event: Event, registry: Registry) -> list[Place]:
    """The places of its partnerships, home ones first, each once."""
    found = [registry.partnerships.get(each) for each in event.partnerships]
    known = [each for each in found if each is not None]
    ids = [each.home for each in known] + [place for each in known for place in each.foreign]
    if event.community:
        ids.insert(0, event.community)
    return [registry.places[each] for each in dict.fromkeys(ids) if each in registry.places]


def zones_of(event: Event, registry: Registry) -> list[str]:
    """The zones to show, the event's own first, each clock once.

    Two zones that show the same time at the start of the event still both stand here: whether
    they differ is seen from the wall times.
    """
    return list(dict.fromkeys(_zones(event, registry)))


def _zones(event: Event, registry: Registry) -> Iterator[str]:
    yield zone_of(event)
    for place in parties_of(event, registry):
        if place.zone:
            yield place.zone
