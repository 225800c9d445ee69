"""Partnerships as lines of a list, grouped by how formal they are."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.formats import country_name, listed
from handlers.reader import Reader
from handlers.screens import fill
from handlers.words import stage_word, status_word
from partnership.partnerships import Partnership
from partnership.queries import letters_of
from partnership.stages import Stage, Status

QUIET = frozenset({Status.ACTIVE, Status.PROSPECT})
"""Statuses that a list need not mention."""


def lines_by_stage(found: Iterable[Partnership], reader: Reader, *, home: bool) -> list[Markup]:
    """One line a stage, the most formal first; with `home` the own side is named too."""
    ordered = sorted(found, key=lambda each: -each.stage.rank)
    return [
        fill(
            "<b>{stage}</b>: {partners}",
            stage=stage_word(stage),
            partners=listed((_partner(each, reader, home=home) for each in group), reader.language),
        )
        for stage, group in groupby(ordered, key=lambda each: each.stage)
    ]


def _partner(partnership: Partnership, reader: Reader, *, home: bool) -> str:
    places = [reader.registry.places[each] for each in partnership.foreign]
    names = " + ".join(place.name.text(reader.language) for place in places)
    details = [country_name(places[0].country, reader.language)]
    if home:
        own = reader.registry.places[partnership.home].name.text(reader.language)
        details.append(_("with: {place}").format(place=own))
    details += _remarks(partnership, reader)
    return f"{names} ({'; '.join(details)})"


def _remarks(partnership: Partnership, reader: Reader) -> list[str]:
    """What the stage alone does not tell: what is prepared, what was sent, what ended."""
    remarks = []
    if partnership.next_stage is not None:
        remarks.append(
            _("in preparation: {stage}").format(stage=stage_word(partnership.next_stage))
        )
    elif partnership.status not in QUIET:
        remarks.append(status_word(partnership.status))
    if partnership.stage is Stage.CONTACT:
        letters = letters_of(reader.registry, partnership.id)
        if any(each.awaits_reply for each in letters):
            remarks.append(_("letter of proposal sent, no reply recorded"))
    return remarks
