"""From the names in a question to the partnerships it is about."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.reader import Reader
from partnership.finding import partnerships_at
from partnership.language.names import Ask, Match, Sure, by_span, verdict
from partnership.language.questions import Reading
from partnership.partnerships import Partnership
from partnership.places import Place


@dataclass(frozen=True, slots=True)
class Named:
    """The places of a question: sure ones, and those that must be asked about."""

    sure: tuple[Place, ...] = ()
    corrected: tuple[Place, ...] = ()
    """Sure ones whose spelling was corrected: the answer says so."""
    doubtful: tuple[Place, ...] = ()


def places_named(reading: Reading, reader: Reader) -> Named:
    """Decide over each name of the question."""
    places = reader.registry.places
    sure: list[Place] = []
    corrected: list[Place] = []
    doubtful: list[Place] = []
    for rivals in by_span(reading.places):
        match verdict(rivals):
            case Sure(found, remark):
                sure.append(places[found.name_id])
                if remark:
                    corrected.append(places[found.name_id])
            case Ask(candidates):
                doubtful += [places[each.name_id] for each in candidates]
            case _:
                pass
    return Named(tuple(sure), tuple(corrected), tuple(doubtful))


def best_ids(matches: tuple[Match, ...]) -> tuple[str, ...]:
    """Ids of the likeliest record for each name, each once."""
    return tuple(dict.fromkeys(rivals[0].name_id for rivals in by_span(matches)))


def partnerships_named(places: tuple[Place, ...], reader: Reader) -> tuple[Partnership, ...]:
    """Partnerships between the places where two are named, else those of any of them.

    Of several at one foreign place the reader's own is meant, where exactly one is.
    """
    ids = {place.id for place in places}
    own = reader.user.communities
    found = dict.fromkeys(
        each for place in places for each in partnerships_at(place.id, reader.registry, own)
    )
    between = tuple(each for each in found if set(each.places) <= ids)
    if between:
        return between
    if any(place.home for place in places):
        return tuple(found)
    ours = tuple(each for each in found if each.home in own)
    return ours if len(ours) == 1 else tuple(found)
