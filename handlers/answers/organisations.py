"""What an organisation is, and what a stage means."""

from __future__ import annotations

from collections.abc import Iterator

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.answers.stage_meanings import stage_meaning
from handlers.cards.names import pair_name
from handlers.findings import not_in_registry
from handlers.formats import listed
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from partnership.entities import Kind
from partnership.language.questions import Reading
from partnership.organisations import Organisation
from partnership.partnerships import Partnership

BETWEEN = Markup("\n\n")


def definition_answer(reading: Reading, reader: Reader) -> Screen:
    """What an organisation is, with its people; else what a stage means."""
    if reading.organisations:
        ids = dict.fromkeys(each.name_id for each in reading.organisations)
        found = [reader.registry.organisations[each] for each in ids]
        return Screen(BETWEEN.join(_organisation(each, reader) for each in found))
    if reading.stages:
        return Screen(BETWEEN.join(stage_meaning(each) for each in reading.stages))
    return not_in_registry(reading.rest or reading.text, reader)


def _organisation(organisation: Organisation, reader: Reader) -> Markup:
    registry, language = reader.registry, reader.language
    names = (organisation.name.uk, organisation.name.en, organisation.name_de)
    title = organisation.name.text(language)
    others = [name for name in dict.fromkeys(names) if name and name != title]
    place = registry.places.get(organisation.place or "")
    note = organisation.note
    return lines(
        [
            _named(organisation, language),
            *(fill("{name}", name=name) for name in others),
            fill("{place}", place=place.name.text(language)) if place else None,
            fill("{note}", note=note.text(language)) if note else None,
            *_people(organisation, reader),
            _supports(organisation, reader),
        ]
    )


def _named(organisation: Organisation, language: str) -> Markup:
    name = organisation.name.text(language)
    if organisation.abbreviation is None:
        return fill("<b>{name}</b>", name=name)
    short = organisation.abbreviation.text(language)
    return fill("<b>{name}</b> ({short})", name=name, short=short)


def _people(organisation: Organisation, reader: Reader) -> Iterator[Markup]:
    registry, language = reader.registry, reader.language
    for each in registry.pointing_to(Kind.ORGANISATION, organisation.id, Kind.ASSIGNMENT):
        post = registry.assignments[each]
        if post.person is not None and post.until is None:
            name = registry.people[post.person].name.text(language)
            yield fill("• {name}, {post}", name=name, post=post.position.text(language))


def _supports(organisation: Organisation, reader: Reader) -> Markup | None:
    """The partnerships that it supports, or in which it coordinates."""
    found = [
        each
        for each in reader.registry.partnerships_in_order()
        if each.archived_at is None and organisation.id in _helpers(each)
    ]
    if not found:
        return None
    names = (pair_name(each, reader.registry, reader.language) for each in found)
    return fill(_("Partnerships: {names}"), names=listed(names, reader.language))


def _helpers(partnership: Partnership) -> tuple[str | None, ...]:
    return (
        *partnership.supporters,
        partnership.home_coordinator_org,
        partnership.foreign_coordinator_org,
    )
