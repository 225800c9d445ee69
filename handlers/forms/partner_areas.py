"""The form of /areas: the areas of a partnership, and new ones for the registry."""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup
from aiogram.utils.i18n import gettext as _

from handlers.cards.changes import changed_screen
from handlers.formats import listed, quoted
from handlers.forms.areas import NEW, ask_areas, read_listed_areas, split_areas
from handlers.forms.engine import Flow, Form, Question, Step
from handlers.forms.partners import ask_partner, read_partner
from handlers.screens import Screen, fill

ADD, KNOWN_ONLY = "add", "known"


class PartnerAreas(StatesGroup):
    """Steps of the form."""

    partner = State()
    areas = State()
    new = State()


def areas_flow() -> Flow:
    """The form of the areas of a partnership."""
    return Flow(
        steps=(
            Step(PartnerAreas.partner, ask_partner, read_partner),
            Step(PartnerAreas.areas, ask_present, read_listed_areas, several=True),
            Step(PartnerAreas.new, ask_new),
        ),
        following=following,
        finish=finish,
    )


def following(form: Form) -> State | None:
    """New areas are asked about; known ones are set at once."""
    answers = form.answers
    if "partner" not in answers:
        return PartnerAreas.partner
    if "areas" not in answers:
        return PartnerAreas.areas
    is_new = any(each.startswith(NEW) for each in answers["areas"])
    return PartnerAreas.new if is_new and "new" not in answers else None


def ask_present(form: Form) -> Question:
    """The list with the present areas ticked."""
    present = form.reader.overview.partnership(form.answers["partner"]).areas
    form.data.setdefault("ticked", list(present))
    return ask_areas(form)


def ask_new(form: Form) -> Question:
    """Areas that the registry does not have yet."""
    names = [each.removeprefix(NEW) for each in form.answers["areas"] if each.startswith(NEW)]
    text = fill(
        _("These areas are not in the registry yet: {areas}. Add them?"),
        areas=listed((quoted(name, form.reader.language) for name in names), form.reader.language),
    )
    return Question(text, [(ADD, _("Add")), (KNOWN_ONLY, _("Only those that are known"))])


async def finish(form: Form) -> Screen:
    """Set the areas."""
    known, new = split_areas(form.answers["areas"])
    partner = form.answers["partner"]
    wanted = new if form.answers.get("new") == ADD else []
    edited = await form.service("editing").set_areas(form.reader.user, partner, known, wanted)
    return changed_screen(edited, partner, form.reader)
