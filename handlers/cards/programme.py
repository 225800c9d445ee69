"""The programme of a visit, day by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.formats import dated_weekday
from handlers.screens import fill
from partnership.calendar.visiting import programme_on
from partnership.event_parts import ProgrammeItem
from partnership.events import Event


def programme_lines(event: Event, day: date, language: str) -> Iterator[Markup]:
    """The lines of one day: hour, topic, place, who answers for it, the shelter."""
    yield fill("<b>{day}</b>", day=dated_weekday(day, language))
    items = programme_on(event, day)
    for item in items:
        yield item_line(item, language)
    if not items:
        yield fill(_("The programme of this day is not recorded."))


def item_line(item: ProgrammeItem, language: str) -> Markup:
    """«10:00–11:30 Зустріч у ратуші (мала зала; відповідає: Петренко)»."""
    hours = f"{item.start:%H:%M}" if item.start else "•"
    if item.start and item.end:
        hours = f"{hours}–{item.end:%H:%M}"
    more = [item.place.text(language)] if item.place else []
    if item.responsible:
        more.append(_("responsible: {name}").format(name=item.responsible))
    if item.shelter:
        more.append(_shelter(item, language))
    tail = f" ({'; '.join(more)})" if more else ""
    return fill("{hours} {topic}{tail}", hours=hours, topic=item.topic.text(language), tail=tail)


def _shelter(item: ProgrammeItem, language: str) -> str:
    assert item.shelter is not None
    name = item.shelter.text(language)
    if item.shelter_minutes is None:
        return _("shelter: {name}").format(name=name)
    return _("shelter: {name}, {count} min on foot").format(name=name, count=item.shelter_minutes)
