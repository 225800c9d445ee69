"""One day of a visit: its programme and its meetings by the hour, and by whose clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_names import event_name
from handlers.cards.event_times import clocks, zone_city
from handlers.cards.programme import item_line
from handlers.reader import Reader
from handlers.screens import fill
from partnership.calendar.belonging import zones_of
from partnership.calendar.cards import EventCard, ZonedTime
from partnership.calendar.times import instant, wall_of, zone_of
from partnership.calendar.visiting import programme_on
from partnership.events import CALLED_OFF, Event

Line = tuple[time, Markup]


def day_programme(card: EventCard, day: date, reader: Reader) -> list[Markup]:
    """The lines of the day in order of time; that there are none is said."""
    found = sorted([*_items(card, day, reader), *_meetings(card, day, reader)], key=_hour)
    if not found:
        return [fill(_("The programme of this day is not recorded."))]
    hours = [hour for hour, _line in found if hour != time.min]
    note = _clocks(card.event, datetime.combine(day, hours[0]), reader) if hours else None
    return [*([note] if note is not None else []), *(line for _time, line in found)]


def _items(card: EventCard, day: date, reader: Reader) -> Iterator[Line]:
    for item in programme_on(card.event, day):
        yield item.start or time.min, item_line(item, reader.language)


def _meetings(card: EventCard, day: date, reader: Reader) -> Iterator[Line]:
    """The meetings that are part of the visit and were planned as events of their own."""
    for part in card.parts:
        if part.starts_on != day or part.state in CALLED_OFF:
            continue
        span = part.actual if part.actual.start else part.planned
        hour = f"{span.start_time:%H:%M}" if span.start_time else "•"
        name = event_name(part, reader.registry, reader.language)
        line = fill("{hour} {name} (/event {number})", hour=hour, name=name, number=part.id)
        yield span.start_time or time.min, line


def _hour(line: Line) -> time:
    return line[0]


def _clocks(event: Event, wall: datetime, reader: Reader) -> Markup | None:
    """Whose clock the hours are of, where the parties have different ones."""
    at = instant(wall, zone_of(event))
    walls: dict[datetime, ZonedTime] = {}
    for zone in zones_of(event, reader.registry):
        begins = wall_of(at, zone)
        walls.setdefault(begins, ZonedTime(zone, begins, begins, ()))
    if len(walls) == 1:
        return None
    return fill(
        _("<i>Times: {city} ({clocks})</i>"),
        city=zone_city(zone_of(event), reader.language),
        clocks=clocks(list(walls.values()), reader.language),
    )
