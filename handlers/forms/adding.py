"""The form of /addpartner: community, town, stage, areas; a line of text skips what it says."""

from __future__ import annotations

import asyncio

from aiogram.fsm.state import State, StatesGroup
from aiogram.utils.i18n import gettext as _
from babel.numbers import format_decimal

from handlers.cards.adding import added_screen, proposal_text
from handlers.formats import BABEL_LOCALES, country_name
from handlers.forms.areas import ask_areas, read_listed_areas, split_areas
from handlers.forms.engine import Again, Flow, Form, Question, Step, name_of
from handlers.screens import Screen, fill
from handlers.words import stage_word
from partnership.access import Action, may
from partnership.editing import NewPlace
from partnership.errors import AggressorStateError
from partnership.gazetteer import PlaceFound
from partnership.places import AGGRESSOR_STATES, HOME_COUNTRY, Place
from partnership.proposals import (
    country_named,
    home_named,
    is_sure,
    known_partner,
    place_from,
    read_proposal,
    towns,
)
from partnership.queries import partnerships_between
from partnership.stages import Stage, Status
from partnership.typed_text import bilingual
from partnership.zones import zones_of

OTHER = "other"
STAGES = {
    Stage.SEARCH: Status.PROSPECT,
    Stage.CONTACT: Status.PROSPECT,
    Stage.EXPLORATION: Status.PROSPECT,
    Stage.COOPERATION: Status.ACTIVE,
}
"""Where a new partnership may begin without a signed paper; those with one go by /stage."""


class Adding(StatesGroup):
    """Steps of the form."""

    community = State()
    town = State()
    candidate = State()
    country = State()
    zone = State()
    stage = State()
    areas = State()
    confirm = State()


def adding_flow() -> Flow:
    """The form of a new partnership."""
    return Flow(
        steps=(
            Step(Adding.community, ask_community, read_community),
            Step(Adding.town, ask_town, read_town),
            Step(Adding.candidate, ask_candidate),
            Step(Adding.country, ask_country, read_country),
            Step(Adding.zone, ask_zone, read_zone),
            Step(Adding.stage, ask_stage),
            Step(Adding.areas, ask_areas, read_listed_areas, several=True),
            Step(Adding.confirm, ask_confirm),
        ),
        following=following,
        finish=finish,
    )


async def following(form: Form) -> State | None:
    """What is still to be asked; of a line only what it left open."""
    answers, line = form.answers, form.data.get("line")
    if not line and "community" not in answers:
        return Adding.community
    if "town" not in answers:
        return Adding.town
    place = await settled(form)
    if isinstance(place, State):
        return place
    if "community" not in answers:
        return Adding.community
    if line or _exists(form, place):
        return None
    unanswered = (Adding.stage, Adding.areas, Adding.confirm)
    return next((step for step in unanswered if name_of(step) not in answers), None)


async def settled(form: Form) -> Place | NewPlace | State:
    """The partner town as the answers have it, or the step that is needed to know it."""
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
        return Adding.candidate
    if pick is not None and pick != OTHER:
        return place_from(found[int(pick)], answers["town"])
    return _by_hand(form)


def _by_hand(form: Form) -> NewPlace | State:
    country = form.answers.get("country")
    if country is None:
        return Adding.country
    zones = zones_of(country)
    zone = zones[0] if len(zones) == 1 else form.answers.get("zone")
    if zone is None and zones:
        return Adding.zone
    return NewPlace(name=bilingual(form.answers["town"]), country=country, zone=zone)


async def _found(form: Form) -> list[PlaceFound]:
    # The country may have been given by hand for a town that is not on the list.
    country = None if form.answers.get("candidate") == OTHER else form.answers.get("country")
    gazetteer = await asyncio.to_thread(form.service("gazetteer"))
    return towns(form.answers["town"], country, gazetteer)


def _exists(form: Form, place: Place | NewPlace) -> bool:
    known = place if isinstance(place, Place) else form.service("editing").same_place(place)
    home = form.answers["community"]
    return known is not None and bool(partnerships_between(form.reader.registry, home, known.id))


def ask_community(form: Form) -> Question:
    """The communities for which the person may add partners."""
    reader = form.reader
    homes = [
        place
        for place in reader.registry.home_places()
        if may(reader.user, Action.ADD_PARTNER, place.id)
    ]
    return Question(
        fill(_("For which community is the partner added?")),
        [(place.id, place.name.text(reader.language)) for place in homes],
    )


def read_community(form: Form, text: str) -> str:
    """A community by name."""
    place = home_named(text, form.reader.registry, form.service("names"))
    if place is None:
        raise Again(fill(_("There is no community «{name}» in the registry."), name=text))
    return place.id


def ask_town(form: Form) -> Question:
    """The name of the partner."""
    return Question(fill(_("Write the partner city, with its country if you like: Ulm, Germany")))


def read_town(form: Form, text: str) -> str:
    """A town, perhaps with its country."""
    said = read_proposal(text, form.reader.registry, form.service("names"))
    if said.partner is None:
        raise Again(fill(_("Name the city of the partner, not only the country.")))
    if said.country is not None:
        form.answers["country"] = said.country
    return said.partner


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


def ask_stage(form: Form) -> Question:
    """How far it has come already."""
    text = _("At which stage is it? A signed agreement is entered afterwards: /stage")
    return Question(fill(text), [(stage.value, stage_word(stage)) for stage in STAGES])


async def ask_confirm(form: Form) -> Question:
    """All that will be saved."""
    place = await settled(form)
    assert not isinstance(place, State)
    text = proposal_text(place, form.answers, form.reader)
    return Question(text, [("save", _("Add"))])


async def finish(form: Form) -> Screen:
    """Add the partnership, or show the one there is."""
    place = await settled(form)
    assert not isinstance(place, State)
    stage = Stage(form.answers.get("stage", Stage.SEARCH))
    known, new = split_areas(form.answers.get("areas", ()))
    added = await form.service("editing").add_partner(
        form.reader.user,
        form.answers["community"],
        place.id if isinstance(place, Place) else place,
        stage=stage,
        status=STAGES[stage],
        areas=known,
        new_areas=new,
    )
    return added_screen(added, form.reader)
