"""From what somebody wrote to the partnerships they mean."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from partnership.entities import Kind
from partnership.language.names import Ask, Match, NameIndex, NameKind, Sure, verdict
from partnership.partnerships import Partnership
from partnership.places import Place
from partnership.registry import Registry

PLACES = frozenset({NameKind.PLACE})


@dataclass(frozen=True, slots=True)
class Found:
    """One sure place with its partnerships, the reader's own first; none is possible too.

    With `remark` the name was read with a correction, and the answer says so.
    """

    place: Place
    partnerships: tuple[Partnership, ...]
    remark: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """Places that may be meant: the person chooses."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class NotFound:
    """No place of the registry is meant."""

    text: str


Finding = Found | Several | NotFound


def find_partner(
    text: str, registry: Registry, names: NameIndex, own: Collection[str] = ()
) -> Finding:
    """The place that `text` names, with its partnerships; `own` communities come first.

    The text may name both sides: «Житомир – Дортмунд» narrows to that partnership.
    """
    alone = verdict(names.look_up(text, PLACES))
    if not isinstance(alone, Sure):
        pair = _pair(names.find(text, PLACES), registry)
        if pair is not None:
            return pair
    return found_places(alone, text, registry, own)


def found_places(
    decided: object, text: str, registry: Registry, own: Collection[str] = ()
) -> Finding:
    """What a verdict over places means in this registry."""
    match decided:
        case Sure(found, remark):
            place = registry.places[found.name_id]
            return Found(place, partnerships_at(place.id, registry, own), remark)
        case Ask(candidates):
            ids = dict.fromkeys(each.name_id for each in candidates)
            return Several(tuple(registry.places[each] for each in ids))
        case _:
            return NotFound(text.strip())


def partnerships_at(
    place: str, registry: Registry, own: Collection[str] = ()
) -> tuple[Partnership, ...]:
    """Partnerships of a place that are not archived: one's own first, then by partner."""
    found = [each for each in registry.partnerships_of(Kind.PLACE, place) if not each.archived_at]
    return tuple(sorted(found, key=lambda each: (each.home not in own, _partner(each, registry))))


def _partner(partnership: Partnership, registry: Registry) -> str:
    return registry.places[partnership.foreign[0]].name.text("uk")


def _pair(matches: Iterable[Match], registry: Registry) -> Found | None:
    """The one partnership of two places that the text names side by side."""
    named = dict.fromkeys(each.name_id for each in matches)
    for place in named:
        for each in registry.partnerships_of(Kind.PLACE, place):
            if set(each.places) <= set(named) and not each.archived_at:
                return Found(registry.places[each.foreign[0]], (each,))
    return None
