"""Areas of cooperation in forms: ticked from the list, or written as one."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.utils.i18n import gettext as _

from handlers.forms.engine import Form, Question
from handlers.screens import fill, lines
from partnership.area_words import read_areas
from partnership.areas import Area
from partnership.bilingual import Bilingual
from partnership.entities import Kind
from partnership.typed_text import bilingual

NEW = "+"
"""Stands before the name of an area that the registry does not have yet."""


def ask_areas(form: Form) -> Question:
    """Known areas to tick, the most usual first."""
    reader = form.reader

    def order(area: Area) -> tuple[int, str]:
        used = len(reader.registry.partnerships_of(Kind.AREA, area.id))
        return -used, area.name.text(reader.language)

    areas = sorted(reader.registry.areas.values(), key=order)
    text = lines(
        [
            fill(_("Which areas of cooperation? Tick them, or write a list:")),
            fill(_("<i>culture, education, sport</i>")),
        ]
    )
    choices = [(area.id, area.name.text(reader.language)) for area in areas]
    return Question(text, choices, frozenset(form.data.get("ticked", ())))


def read_listed_areas(form: Form, text: str) -> list[str]:
    """Areas of a typed list beside the ticked ones: ids, and new names marked as such."""
    said = read_areas(text, form.service("names"))
    ticked = form.data.get("ticked", ())
    return list(dict.fromkeys((*ticked, *said.known, *(NEW + name for name in said.new))))


def split_areas(listed: Iterable[str]) -> tuple[list[str], list[Bilingual]]:
    """Known areas by id, and new ones by name."""
    listed = list(listed)
    known = [each for each in listed if not each.startswith(NEW)]
    new = [bilingual(each.removeprefix(NEW)) for each in listed if each.startswith(NEW)]
    return known, new
