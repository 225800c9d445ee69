"""Whose note it is: read from its first words, from the group, from the person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from partnership.access import User
from partnership.events import CALLED_OFF, TOOK_PLACE, UNDER_WAY, Event
from partnership.finding import Found, find_partner, partnerships_at
from partnership.language.names import NameIndex, NameKind, Sure, by_span, verdict
from partnership.language.text import tokens
from partnership.membership_records import BoundChat
from partnership.notes.note import Belongs
from partnership.registry import Registry

RECENT = timedelta(days=30)
"""How long after an event a note is still offered to it."""
HEAD = 60
"""Characters of a name before the colon."""
_PLACES = frozenset({NameKind.PLACE})


@dataclass(frozen=True, slots=True)
class Placed:
    """The text without the name of the partner, and whose note it is.

    `candidates` are partnerships that may be meant where `belongs` does not say which.
    """

    text: str
    belongs: Belongs
    candidates: tuple[str, ...] = ()


def place_text(
    text: str, actor: User, bound: BoundChat | None, registry: Registry, names: NameIndex
) -> Placed:
    """«Бурж: домовились…», else a partner named within, else what the group is about."""
    head, colon, tail = text.partition(":")
    if colon and len(head) <= HEAD and not tail.startswith("//"):
        found = find_partner(head, registry, names, actor.communities)
        if isinstance(found, Found) and found.partnerships:
            return _placed(tail.strip(), [each.id for each in found.partnerships], actor, registry)
    text = "" if _is_only_a_name(text, names) else text
    if bound is not None and bound.partnership is not None:
        return Placed(text, Belongs(partnership=bound.partnership))
    named = _named(text, actor, registry, names)
    if named:
        return _placed(text, named, actor, registry)
    community = bound.community if bound is not None else _only(actor.communities)
    return Placed(text, Belongs(community=community))


def _is_only_a_name(text: str, names: NameIndex) -> bool:
    """«Бурж» says whose note it is to be, and nothing to write down."""
    sure = [verdict(matches) for matches in by_span(names.find(text, _PLACES))]
    spans = [(each.match.start, each.match.end) for each in sure if isinstance(each, Sure)]
    return bool(spans) and all(
        any(start <= word.start < end for start, end in spans) for word in tokens(text)
    )


def _named(text: str, actor: User, registry: Registry, names: NameIndex) -> list[str]:
    """Partnerships of the places that a text names."""
    sure = [verdict(matches) for matches in by_span(names.find(text, _PLACES))]
    places = dict.fromkeys(each.match.name_id for each in sure if isinstance(each, Sure))
    foreign = [place for place in places if not registry.places[place].home]
    found = [
        each.id for place in foreign for each in partnerships_at(place, registry, actor.communities)
    ]
    return list(dict.fromkeys(found))


def _placed(text: str, found: Sequence[str], actor: User, registry: Registry) -> Placed:
    """One's own partnership is meant before that of a neighbour with the same city."""
    own = [each for each in found if registry.partnerships[each].home in actor.communities]
    meant = own if own and len(own) < len(found) else found
    if len(meant) == 1:
        return Placed(text, Belongs(partnership=meant[0]))
    return Placed(text, Belongs(), tuple(found))


def _only(communities: Sequence[str]) -> str | None:
    return communities[0] if len(communities) == 1 else None


def running_event(events: Iterable[Event], today: date) -> Event | None:
    """The event that is on today."""
    return next((each for each in events if _is_on(each, today)), None)


def recent_event(events: Iterable[Event], today: date) -> Event | None:
    """The latest event of the last weeks."""
    over = [
        each
        for each in events
        if each.state not in CALLED_OFF
        and each.ends_on is not None
        and today - RECENT <= each.ends_on <= today
    ]
    return max(over, key=lambda each: each.ends_on or date.min, default=None)


def _is_on(event: Event, today: date) -> bool:
    if event.state in CALLED_OFF | TOOK_PLACE and event.actual.start is None:
        return False
    first, last = event.starts_on, event.ends_on
    dated = first is not None and last is not None and first <= today <= last
    return event.state in UNDER_WAY or (dated and event.state not in CALLED_OFF)
