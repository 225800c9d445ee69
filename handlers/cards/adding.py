"""A new partnership: before it is added, added, or found to exist already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.changes import undo_button
from handlers.cards.partner import OpenPartner
from handlers.formats import country_name, listed
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from handlers.words import stage_word, status_word
from partnership.editing import Added, NewPlace
from partnership.partnerships import Partnership
from partnership.places import Place
from partnership.stages import Stage


def added_screen(added: Added, reader: Reader) -> Screen:
    """«Додано: Житомир — Ульм (Німеччина), …», or that there is such a partnership."""
    partnership = reader.registry.partnerships[added.id]
    card = button(_("Open the card"), OpenPartner(id=added.id).pack())
    if added.existed:
        return Screen(_exists(partnership, reader), [[card]])
    home, partner = _places(partnership, reader)
    name = partner.name.text(reader.language)
    done = fill(
        _("Added: {home} — {partner} ({country}), stage «{stage}»."),
        home=home.name.text(reader.language),
        partner=name,
        country=country_name(partner.country, reader.language),
        stage=stage_word(partnership.stage),
    )
    hint = fill(_("Set the areas: /areas {partner} …"), partner=name)
    return Screen(
        lines([done, None if partnership.areas else hint]), [[card, undo_button(added.batch)]]
    )


def _exists(partnership: Partnership, reader: Reader) -> Markup:
    home, partner = _places(partnership, reader)
    planned = partnership.next_stage
    state = (
        _("in preparation: {stage}").format(stage=stage_word(planned))
        if planned is not None
        else f"{stage_word(partnership.stage)}, {status_word(partnership.status)}"
    )
    return fill(
        _("There is already such a partnership: {home} — {partner} ({state}). Open the card?"),
        home=home.name.text(reader.language),
        partner=partner.name.text(reader.language),
        state=state,
    )


def _places(partnership: Partnership, reader: Reader) -> tuple[Place, Place]:
    places = reader.registry.places
    return places[partnership.home], places[partnership.foreign[0]]


def proposal_text(
    home: str | NewPlace, place: Place | NewPlace, answers: Mapping[str, Any], reader: Reader
) -> Markup:
    """All that will be saved, for a last look."""
    language = reader.language
    community = reader.registry.places[home] if isinstance(home, str) else home
    areas = [
        reader.registry.areas[each].name.text(language)
        if each in reader.registry.areas
        else each.lstrip("+")
        for each in answers.get("areas", ())
    ]
    region = place.region.text(language) if place.region else None
    where = ", ".join(part for part in (country_name(place.country, language), region) if part)
    unknown = _("not recorded")
    return lines(
        [
            fill(
                "<b>{home} — {partner}</b> ({where})",
                home=community.name.text(language),
                partner=place.name.text(language),
                where=where,
            ),
            fill(_("Stage: {stage}"), stage=stage_word(Stage(answers["stage"]))),
            fill(_("Areas: {areas}"), areas=listed(areas, language) or unknown),
            fill(_("Time zone: {zone}"), zone=place.zone or unknown),
            fill(_("Add this partnership?")),
        ]
    )
