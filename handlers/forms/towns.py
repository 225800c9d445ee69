"""The town of a new partner: of the registry, of the gazetteer, or told by hand."""

from __future__ import annotations

import asyncio
from enum import StrEnum

from aiogram.utils.i18n import gettext as _
from babel.numbers import format_decimal

from handlers.formats import BABEL_LOCALES, country_name
from handlers.forms.engine import Again, Form, Question
from handlers.screens import fill
from partnership.editing import NewPlace
from partnership.errors import AggressorStateError
from partnership.gazetteer import PlaceFound
from partnership.places import AGGRESSOR_STATES, HOME_COUNTRY, Place
from partnership.proposals import country_named, is_sure, known_partner, place_from, towns
from partnership.typed_text import bilingual
from partnership.zones import zones_of

OTHER = "other"
"""Value of the choice «not on the list»."""


class Lacking(StrEnum):
    """What must be asked before the town is known; named as the steps of the form."""

    CANDIDATE = "candidate"
    COUNTRY = "country"
    ZONE = "zone"


async def settled(form: Form) -> Place | NewPlace | Lacking:
    """The partner town as the answers have it, or what is lacking to know it."""
    answers = form.answers
    country, pick = answers.get("country"), answers.get("candidate")
    if country in AGGRESSOR_STATES:
        raise AggressorStateError(country)
    known = known_partner(answers["town"], country, form.reader.registry, form.service("names"))
    if known is not None and pick is None:
        return known
    found = await _found(form)
    if pick is None and is_sure(found):
        pick = "0"
    if pick is None and found:
        return Lacking.CANDIDATE
    if pick is not None and pick != OTHER:
        return place_from(found[int(pick)], answers["town"])
    return _by_hand(form)


def _by_hand(form: Form) -> NewPlace | Lacking:
    country = form.answers.get("country")
    if country is None:
        return Lacking.COUNTRY
    zones = zones_of(country)
    zone = zones[0] if len(zones) == 1 else form.answers.get("zone")
    if zone is None and zones:
        return Lacking.ZONE
    return NewPlace(name=bilingual(form.answers["town"]), country=country, zone=zone)


async def _found(form: Form) -> list[PlaceFound]:
    # The country may have been given by hand for a town that is not on the list.
    country = None if form.answers.get("candidate") == OTHER else form.answers.get("country")
    gazetteer = await asyncio.to_thread(form.service("gazetteer"))
    return towns(form.answers["town"], country, gazetteer)


async def ask_candidate(form: Form) -> Question:
    """Towns of that name, with region and size."""
    language = form.reader.language
    choices = [(str(at), _town_line(each, language)) for at, each in enumerate(await _found(form))]
    text = fill(_("Which «{name}» do you mean?"), name=form.answers["town"])
    return Question(text, [*choices, (OTHER, _("Not on the list"))])


def _town_line(found: PlaceFound, language: str) -> str:
    name = (found.en if language == "en" else found.uk) or found.en
    region = (found.region_en if language == "en" else found.region_uk) or found.region_en
    size = (
        format_decimal(found.population, locale=BABEL_LOCALES[language])
        if found.population
        else None
    )
    parts = [name, country_name(found.country, language), region, size]
    return ", ".join(part for part in parts if part)


def ask_country(form: Form) -> Question:
    """The country of a town nobody knows; those of other partners are offered."""
    reader = form.reader
    codes = {place.country for place in reader.registry.places.values()} - {HOME_COUNTRY}
    named = sorted((country_name(code, reader.language), code) for code in codes)
    text = fill(_("I do not know «{name}». In which country is it?"), name=form.answers["town"])
    return Question(text, [(code, name) for name, code in named])


def read_country(form: Form, text: str) -> str:
    """A country by its name in either language."""
    code = country_named(text, form.service("names"))
    if code is None:
        raise Again(fill(_("I do not know the country «{name}»."), name=text))
    if code == HOME_COUNTRY:
        raise Again(fill(_("A partner is a city abroad.")))
    return code


def ask_zone(form: Form) -> Question:
    """The time zone, where the country has several."""
    zones = zones_of(form.answers["country"])
    return Question(fill(_("In which time zone is it?")), [(each, each) for each in zones])


def read_zone(form: Form, text: str) -> str:
    """A zone by its name, or by the city it is named after."""
    wanted = text.replace(" ", "_").casefold()
    for zone in zones_of(form.answers["country"]):
        if wanted in {zone.casefold(), zone.rpartition("/")[2].casefold()}:
            return zone
    raise Again(fill(_("There is no such time zone in this country.")))
