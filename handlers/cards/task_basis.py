"""Where an action item comes from: the minutes and the number of the item there, the event."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_names import event_name, in_sentence
from handlers.formats import short_date
from handlers.minutes.minutes_buttons import form_word
from handlers.reader import Reader
from handlers.screens import fill
from partnership.events import Event
from partnership.minutes.minutes import Minutes


@dataclass(frozen=True, slots=True)
class Basis:
    """«Підстава»; None where nothing is recorded."""

    event: Event | None = None
    minutes: Minutes | None = None
    point: str | None = None


def basis_line(basis: Basis, reader: Reader) -> Markup | None:
    """«Підстава: протокол № 5, пункт 3.2; онлайн-зустріч Коростень – Бурж, 28.05.2024.»."""
    parts = []
    if basis.minutes is not None:
        parts.append(_minutes(basis.minutes, basis.point))
    if basis.event is not None:
        parts.append(agreed_at(basis.event, reader))
    return fill(_("Basis: {basis}."), basis="; ".join(parts)) if parts else None


def agreed_at(event: Event, reader: Reader) -> str:
    """«Онлайн-зустріч Коростень – Бурж, 28.05.2024», as far as the reader may see it."""
    shown = reader.sees(event)
    name = event_name(shown, reader.registry, reader.language)
    if shown.starts_on is None:
        return name
    return f"{name}, {short_date(shown.starts_on, reader.language)}"


def _minutes(minutes: Minutes, point: str | None) -> str:
    name = in_sentence(form_word(minutes.form))
    if minutes.number is not None:
        name = _("{form} no. {number}").format(form=name, number=minutes.number)
    if point is None:
        return name
    return _("{minutes}, item {point}").format(minutes=name, point=point)
