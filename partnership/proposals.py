"""What a line such as «Ульм; Німеччина; Житомир» proposes: a partner, its country, a community."""

import re
from dataclasses import dataclass

from partnership.bilingual import Bilingual
from partnership.editing import NewPlace
from partnership.gazetteer import Gazetteer, PlaceFound
from partnership.language.names import How, NameIndex, NameKind, Sure, verdict
from partnership.language.text import is_cyrillic
from partnership.places import HOME_COUNTRY, Place
from partnership.registry import Registry
from partnership.typed_text import parts

SURE_SCORE = 90.0
"""From here on a town of the gazetteer is the one that was named, only spelt otherwise."""
_WHOLE = frozenset({How.EXACT, How.FORM, How.ABBREVIATION, How.ALIAS, How.LAYOUT})
"""Ways to find a country that leave no doubt that it is meant."""
_LONG_NAME = 7
"""Letters from which a misspelt country is no other town."""
_SPACED_DASH = re.compile(r"\s[-–—]\s")
_TOWN = re.compile(r"^(?:м\.|міст[оа]\s|city of\s|town of\s)\s*", re.I)
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
    pieces = _pieces(line, names)
    countries = [at for at, piece in enumerate(pieces) if country_named(piece, names)]
    # «Люксембург; Люксембург»: the city comes first where both could be the country.
    at = countries[-1] if countries else None
    country = country_named(pieces[at], names) if at is not None else None
    home: Place | None = None
    rest = []
    for number, piece in enumerate(pieces):
        found = home_named(piece, registry, names) if home is None and number != at else None
        home = home or found
        if found is None and number != at:
            rest.append(piece)
    return Proposal(next(iter(rest), None), country, home.id if home else None, tuple(rest[1:]))


def _pieces(line: str, names: NameIndex) -> list[str]:
    """The parts of a line; «Ульм (Німеччина)» and «Житомир – Ульм» have two of them as well."""
    found = parts(line)
    if len(found) == 1:
        found = _SPACED_DASH.split(found[0])
    if len(found) == 1 and not country_named(found[0], names):
        found = _around_country(found[0], names)
    tidied = (_TOWN.sub("", piece.strip()) for piece in found)
    return [piece for piece in tidied if piece]


def _around_country(text: str, names: NameIndex) -> list[str]:
    for match in names.find(text, {NameKind.COUNTRY}):
        if match.how in _WHOLE:
            around = (text[: match.start], text[match.start : match.end], text[match.end :])
            return [piece.strip(" ()") for piece in around]
    return [text]


def country_named(text: str, names: NameIndex) -> str | None:
    """The country whose name the whole text is, in any form, with a typing error; its code."""
    decided = verdict(names.look_up(text, {NameKind.COUNTRY}))
    if not isinstance(decided, Sure):
        return None
    match = decided.match
    whole = match.start == 0 and match.end >= len(text.rstrip(" .)"))
    misspelt = match.how is How.TYPO and len(text) >= _LONG_NAME
    return match.name_id if whole and (match.how in _WHOLE or misspelt) else None


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


def towns(text: str, country: str | None, gazetteer: Gazetteer) -> list[PlaceFound]:
    """Towns that a text may mean, best first; a single sure one stands alone.

    Without a country: abroad.
    """
    found = [
        each for each in gazetteer.find(text, country) if country or each.country != HOME_COUNTRY
    ]
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
