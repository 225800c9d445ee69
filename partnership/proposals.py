"""What a line such as «Ульм; Німеччина; Житомир» proposes: a partner, its country, a community."""

from collections.abc import Collection
from dataclasses import dataclass

from partnership.bilingual import Bilingual
from partnership.editing import NewPlace
from partnership.gazetteer import Gazetteer, PlaceFound
from partnership.language.names import NameIndex, NameKind, Sure, verdict
from partnership.language.text import is_cyrillic
from partnership.places import HOME_COUNTRY, Place
from partnership.registry import Registry
from partnership.typed_text import parts

SURE_SCORE = 90.0
"""From here on a town of the gazetteer is the one that was named, only spelt otherwise."""
FAR_BIGGER = 20
"""A namesake so many times smaller is not asked about."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a line says; None is what it leaves open, `others` what nobody understands."""

    partner: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    home: str | None = None
    """Id of a home place."""
    others: tuple[str, ...] = ()


def read_proposal(line: str, registry: Registry, names: NameIndex) -> Proposal:
    """The parts of a line, told by what they are; the partner is what is left."""
    country = home = None
    rest = []
    for part in _apart(line, names):
        if country is None and (found := country_named(part, names)):
            country = found
        elif home is None and (place := home_named(part, registry, names)):
            home = place.id
        else:
            rest.append(part)
    return Proposal(next(iter(rest), None), country, home, tuple(rest[1:]))


def _apart(line: str, names: NameIndex) -> list[str]:
    """The parts of a line; «Ульм Німеччина» without separators has two, too."""
    found = parts(line)
    if len(found) != 1 or country_named(found[0], names):
        return found
    countries = [each for each in names.find(found[0], {NameKind.COUNTRY}) if each.score >= 95]
    if not countries:
        return found
    first = countries[0]
    around = (found[0][: first.start], found[0][first.start : first.end], found[0][first.end :])
    return [part.strip() for part in around if part.strip()]


def country_named(text: str, names: NameIndex) -> str | None:
    """The country a text means, by its code."""
    decided = verdict(names.look_up(text, {NameKind.COUNTRY}))
    return decided.match.name_id if isinstance(decided, Sure) else None


def home_named(text: str, registry: Registry, names: NameIndex) -> Place | None:
    """The community of this registry that a text means."""
    place = _place_named(text, names, registry)
    return place if place is not None and place.home else None


def known_partner(
    text: str, country: str | None, registry: Registry, names: NameIndex
) -> Place | None:
    """A foreign place of the registry that the text means, of that country if one is given."""
    place = _place_named(text, names, registry)
    if (
        place is None
        or place.country == HOME_COUNTRY
        or place.country != (country or place.country)
    ):
        return None
    return place


def _place_named(text: str, names: NameIndex, registry: Registry) -> Place | None:
    decided = verdict(names.look_up(text, {NameKind.PLACE}))
    if not isinstance(decided, Sure) or decided.match.score < SURE_SCORE:
        return None
    return registry.places[decided.match.name_id]


def towns(
    text: str, country: str | None, gazetteer: Gazetteer, seldom: Collection[str] = (HOME_COUNTRY,)
) -> list[PlaceFound]:
    """Towns abroad that a text may mean, best first; a single sure one stands alone."""
    found = [each for each in gazetteer.find(text, country) if each.country not in seldom]
    if not found or found[0].score < SURE_SCORE:
        return found
    equal = [each for each in found if each.score >= SURE_SCORE]
    return equal[:1] if _stands_out(equal) else equal


def _stands_out(equal: list[PlaceFound]) -> bool:
    if len(equal) == 1:
        return True
    first, second = (each.population or 0 for each in equal[:2])
    exact = equal[0].score > equal[1].score
    return exact or (second > 0 and first >= FAR_BIGGER * second)


def is_sure(found: list[PlaceFound]) -> bool:
    """Whether a town need not be asked about."""
    return len(found) == 1 and found[0].score >= SURE_SCORE


def place_from(found: PlaceFound, typed: str) -> NewPlace:
    """A town of the gazetteer as a new place; a Ukrainian name that it lacks is the typed one."""
    uk = found.uk or (typed.strip() if is_cyrillic(typed.strip()) and is_sure([found]) else None)
    region = None
    if found.region_uk or found.region_en:
        region = Bilingual(uk=found.region_uk, en=found.region_en)
    return NewPlace(
        name=Bilingual(uk=uk, en=found.en),
        country=found.country,
        zone=found.zone,
        region=region,
        latitude=found.lat,
        longitude=found.lon,
    )
