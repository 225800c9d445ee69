"""When an event was, by the clocks of the parties; and what stopped it."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from partnership.bilingual import Bilingual
from partnership.calendar.belonging import parties_of
from partnership.calendar.times import HOME_ZONE, ends_at, starts_at, wall_of
from partnership.event_parts import InterruptionCause
from partnership.events import Event
from partnership.minutes.paper import PaperTime
from partnership.places import Place
from partnership.registry import Registry

CAUSES = {
    InterruptionCause.ALERT: Bilingual("повітряна тривога", "air-raid alert"),
    InterruptionCause.POWER_CUT: Bilingual("знеструмлення", "power cut"),
    InterruptionCause.CONNECTION: Bilingual("втрата зв’язку", "loss of connection"),
    InterruptionCause.OTHER: Bilingual("інша причина", "another reason"),
}
"""As minutes say it: documents need both languages at once."""


def times_of(event: Event, registry: Registry) -> tuple[PaperTime, ...]:
    """The hours at home first, then those of each party whose clocks show something else."""
    begins = starts_at(event)
    if begins is None:
        return ()
    shown: dict[datetime, PaperTime] = {}
    for zone, place in _clocks(event, registry):
        time = _time(event, zone, place)
        shown.setdefault(time.start.replace(tzinfo=None), time)
    return tuple(shown.values())


def home_time(event: Event, registry: Registry) -> PaperTime | None:
    """The hours by the clocks at home; None where no hour is agreed."""
    return next(iter(times_of(event, registry)), None)


def interruption_of(event: Event, registry: Registry) -> Bilingual | None:
    """When it stopped by the clocks at home, why, and what was being heard then."""
    stopped = event.interruption
    if stopped is None:
        return None
    zone, _place = next(_clocks(event, registry))
    hour, cause = wall_of(stopped.at, zone).strftime("%H:%M"), CAUSES[stopped.cause]
    uk, en = f"{hour}, {cause.uk}", f"{hour}, {cause.en}"
    if stopped.item:
        uk, en = f"{uk} (питання «{stopped.item}»)", f"{en} (item “{stopped.item}”)"
    return Bilingual(uk, en)


def _clocks(event: Event, registry: Registry) -> Iterator[tuple[str, Place | None]]:
    """Each zone with the party that lives by it, home first."""
    parties = parties_of(event, registry)
    if not any(place.home for place in parties):
        yield HOME_ZONE, None
    for place in sorted(parties, key=lambda each: not each.home):
        zone = place.zone or (HOME_ZONE if place.home else None)
        if zone is not None:
            yield zone, place


def _time(event: Event, zone: str, place: Place | None) -> PaperTime:
    begins, ends, clock = starts_at(event), ends_at(event), ZoneInfo(zone)
    assert begins is not None
    span = event.actual if event.actual.start else event.planned
    known = ends is not None and span.end_time is not None
    return PaperTime(
        zone=zone,
        place=place.name if place is not None else None,
        start=begins.astimezone(clock),
        end=ends.astimezone(clock) if ends is not None and known else None,
    )
