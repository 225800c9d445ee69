"""The community that adds a partner: one of the registry, or, by an admin, a new one."""

from __future__ import annotations

import asyncio

from aiogram.utils.i18n import gettext as _

from handlers.forms.engine import Again, Form, Question
from handlers.screens import fill
from partnership.access import Action, Role, may
from partnership.editing import NewPlace
from partnership.gazetteer import PlaceFound
from partnership.places import HOME_COUNTRY
from partnership.proposals import home_named, place_from, towns

NEW = "+"
"""Stands before the number of a town that is to become a community of the registry."""


async def ask_community(form: Form) -> Question:
    """The communities for which the person may add partners."""
    reader = form.reader
    homes = [
        (place.id, place.name.text(reader.language))
        for place in reader.registry.home_places()
        if may(reader.user, Action.ADD_PARTNER, place.id)
    ]
    new = [
        (f"{NEW}{at}", _("New community: {name}").format(name=_described(town, reader.language)))
        for at, town in enumerate(await _new_homes(form))
    ]
    return Question(fill(_("For which community is the partner added?")), [*new, *homes])


def _described(town: PlaceFound, language: str) -> str:
    name = (town.en if language == "en" else town.uk) or town.en
    region = town.region_en if language == "en" else town.region_uk
    return f"{name}, {region}" if region else name


def read_community(form: Form, text: str) -> str:
    """A community by name; what an admin names else is offered as a new one."""
    place = home_named(text, form.reader.registry, form.service("names"))
    if place is not None:
        return place.id
    form.data["home_typed"] = text
    raise Again(fill(_("There is no community «{name}» in the registry."), name=text))


async def home_of(form: Form) -> str | NewPlace:
    """The community that was answered."""
    answer: str = form.answers["community"]
    if not answer.startswith(NEW):
        return answer
    town = (await _new_homes(form))[int(answer.removeprefix(NEW))]
    return place_from(town, form.data["home_typed"])


async def _new_homes(form: Form) -> list[PlaceFound]:
    """Ukrainian towns that the text may mean which named no community; for admins only."""
    typed = form.data.get("home_typed")
    if not typed or form.reader.user.role is not Role.ADMIN:
        return []
    gazetteer = await asyncio.to_thread(form.service("gazetteer"))
    return towns(typed, HOME_COUNTRY, gazetteer)
