"""The form of /addpartner: community, town, stage, areas; a line of text skips what it says."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup
from aiogram.utils.i18n import gettext as _

from handlers.cards.adding import added_screen, proposal_text
from handlers.forms.areas import ask_areas, read_listed_areas, split_areas
from handlers.forms.engine import Again, Flow, Form, Question, Step, name_of
from handlers.forms.homes import ask_community, home_of, read_community
from handlers.forms.towns import (
    Lacking,
    ask_candidate,
    ask_country,
    ask_zone,
    read_country,
    read_zone,
    settled,
)
from handlers.screens import Screen, fill
from handlers.words import stage_word
from partnership.editing import NewPlace
from partnership.places import Place
from partnership.proposals import read_proposal
from partnership.queries import partnerships_between
from partnership.stages import Stage, Status

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


STEP_OF = {
    Lacking.CANDIDATE: Adding.candidate,
    Lacking.COUNTRY: Adding.country,
    Lacking.ZONE: Adding.zone,
}


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
    if isinstance(place, Lacking):
        return STEP_OF[place]
    if "community" not in answers:
        return Adding.community
    if line or _exists(form, place):
        return None
    unanswered = (Adding.stage, Adding.areas, Adding.confirm)
    return next((step for step in unanswered if name_of(step) not in answers), None)


def _exists(form: Form, place: Place | NewPlace) -> bool:
    known = place if isinstance(place, Place) else form.service("editing").same_place(place)
    home = form.answers["community"]
    return known is not None and bool(partnerships_between(form.reader.registry, home, known.id))


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


def ask_stage(form: Form) -> Question:
    """How far it has come already."""
    text = _("At which stage is it? A signed agreement is entered afterwards: /stage")
    return Question(fill(text), [(stage.value, stage_word(stage)) for stage in STAGES])


async def ask_confirm(form: Form) -> Question:
    """All that will be saved."""
    place = await settled(form)
    assert not isinstance(place, Lacking)
    text = proposal_text(await home_of(form), place, form.answers, form.reader)
    return Question(text, [("save", _("Add"))])


async def finish(form: Form) -> Screen:
    """Add the partnership, or show the one there is."""
    place = await settled(form)
    assert not isinstance(place, Lacking)
    stage = Stage(form.answers.get("stage", Stage.SEARCH))
    known, new = split_areas(form.answers.get("areas", ()))
    added = await form.service("editing").add_partner(
        form.reader.user,
        await home_of(form),
        place.id if isinstance(place, Place) else place,
        stage=stage,
        status=STAGES[stage],
        areas=known,
        new_areas=new,
    )
    return added_screen(added, form.reader)
