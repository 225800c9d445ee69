"""The names of a record as the index of names wants them."""

from collections.abc import Iterable

from partnership.areas import Area
from partnership.bilingual import Bilingual
from partnership.entities import Entity
from partnership.language.names import Name, NameIndex, NameKind
from partnership.language.names.countries import country_names
from partnership.organisations import Organisation
from partnership.people import Person
from partnership.places import Place, PlaceKind


def name_of(record: Entity) -> Name | None:
    """The names of a place, person, organisation or area; None for what carries none."""
    if isinstance(record, Place):
        return _of_place(record)
    if isinstance(record, Person):
        return _name(record.id, NameKind.PERSON, record.name, record.aliases, record.forms)
    if isinstance(record, Organisation):
        return _of_organisation(record)
    if isinstance(record, Area):
        return _name(record.id, NameKind.AREA, record.name, record.aliases)
    return None


def index_of(records: Iterable[Entity]) -> NameIndex:
    """An index of the names of these records, and of all countries."""
    found = (name_of(record) for record in records)
    return NameIndex([*country_names(), *(name for name in found if name is not None)])


def _of_place(place: Place) -> Name:
    forms = place.forms.all() if place.forms else ()
    aliases = place.aliases
    if place.kind is PlaceKind.REGION and place.region:
        aliases = (*aliases, *(each for each in (place.region.uk, place.region.en) if each))
    return _name(place.id, NameKind.PLACE, place.name, aliases, forms, place.name_de)


def _of_organisation(organisation: Organisation) -> Name:
    short = organisation.abbreviation
    abbreviations = tuple(each for each in (short.uk, short.en) if each) if short else ()
    aliases = tuple(dict.fromkeys((*abbreviations, *organisation.aliases)))
    return _name(
        organisation.id,
        NameKind.ORGANISATION,
        organisation.name,
        aliases,
        german=organisation.name_de,
    )


def _name(
    record: str,
    kind: NameKind,
    name: Bilingual,
    aliases: tuple[str, ...],
    forms: tuple[str, ...] = (),
    german: str | None = None,
) -> Name:
    return Name(
        id=record,
        kind=kind,
        uk=name.uk,
        en=name.en,
        de=german,
        aliases=aliases,
        forms=forms,
    )
