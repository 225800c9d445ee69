"""When an event is by the clocks of all its parties."""

from datetime import datetime, timedelta

from partnership.calendar.belonging import parties_of, zones_of
from partnership.calendar.cards import ZonedTime
from partnership.calendar.series import Occurrence, occurrences
from partnership.calendar.times import wall_of
from partnership.events import Event
from partnership.registry import Registry

FAR = timedelta(days=3653)


def clocks_of(event: Event, registry: Registry, now: datetime) -> tuple[ZonedTime, ...]:
    """The clocks of the occurrence under way or next, else of the last; () without an hour."""
    at = next_or_last(event, now)
    return clocks_at(event, at, registry) if at is not None else ()


def clocks_at(event: Event, at: Occurrence, registry: Registry) -> tuple[ZonedTime, ...]:
    """The event's own clock, and those of the parties that show something else."""
    if event.all_day:
        return ()
    parties = parties_of(event, registry)
    shown: dict[datetime, ZonedTime] = {}
    for zone in zones_of(event, registry):
        places = tuple(place.id for place in parties if place.zone == zone)
        begins = wall_of(at.starts_at, zone)
        if begins not in shown:
            shown[begins] = ZonedTime(zone, begins, wall_of(at.ends_at, zone), places)
    return tuple(shown.values())


def next_or_last(event: Event, now: datetime) -> Occurrence | None:
    """The occurrence that a card shows: the one under way or next, else the last."""
    ahead = occurrences(event, now, now + FAR)
    if ahead:
        return ahead[0]
    past = occurrences(event, now - FAR, now)
    return past[-1] if past else None
