"""The events that a question is about: of a partner, a period, a kind, of people who took part."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.answers.partners import country_partnerships
from handlers.answers.places import best_ids, partnerships_named, places_named
from handlers.reader import Reader
from partnership.events import Event
from partnership.language.questions import Reading
from partnership.partnerships import Partnership
from partnership.places import HOME_COUNTRY
from partnership.queries import posts_of
from partnership.registry import Registry


async def events_asked(reading: Reading, reader: Reader) -> list[Event]:
    """Events of the partners named (of all where none is), earliest first."""
    named = places_named(reading, reader).sure
    period = reading.period
    since, until = (period.start, period.end) if period else (None, None)
    communities = reader.user.communities if reading.mine and not named else None
    abroad = [each for each in reading.countries if each != HOME_COUNTRY]
    partners: Sequence[Partnership | None] = (None,)
    if named:
        partners = partnerships_named(named, reader)
    elif abroad:
        partners = country_partnerships(abroad, reader)
    who = _who(reading, reader.registry)
    found: dict[str, Event] = {}
    for partner in partners:
        for event in await reader.overview.events(
            since=since,
            until=until,
            partnership=partner.id if partner else None,
            kinds=reading.event_kinds,
            communities=communities or None,
        ):
            if not who or _takes_part(event, who, reader.registry):
                found[event.key] = reader.sees(event)
    return sorted(found.values(), key=lambda each: (each.starts_on is None, each.starts_on))


def _who(reading: Reading, registry: Registry) -> frozenset[str]:
    """Ids of the people and offices that are named, and of the offices where these people work."""
    people, offices = best_ids(reading.people), best_ids(reading.organisations)
    where = {post.organisation for person in people for post in posts_of(registry, person)}
    return frozenset({*people, *offices, *where})


def _takes_part(event: Event, who: frozenset[str], registry: Registry) -> bool:
    """Whether one of them took part, organised or paid, or is the office of a partner."""
    named = {each.person or each.organisation for each in event.participants}
    named |= {*event.organisers, event.facilitator, event.funder}
    if not who.isdisjoint(named - {None}):
        return True
    offices = {each for each in who if each in registry.organisations}
    places = {registry.organisations[each].place for each in offices} - {None}
    foreign = {
        place for each in event.partnerships for place in registry.partnerships[each].foreign
    }
    return not places.isdisjoint(foreign)
