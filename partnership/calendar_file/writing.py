"""Writing calendar files with icalendar."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar
from icalendar import Event as Component
from icalendar.prop import vRecur

from partnership.calendar.times import begins_at, over_at, wall_of, zone_of
from partnership.calendar_file import FileEntry, uid_of
from partnership.calendar_file.zones import timezone_component
from partnership.event_parts import ChangedOccurrence, Series
from partnership.events import CALLED_OFF, Event, EventState

TENTATIVE = frozenset({EventState.IDEA, EventState.DATES_PROPOSED})
OFF = CALLED_OFF | {EventState.POSTPONED}
"""Without a valid time: a calendar must drop what it has."""


def write(entries: list[FileEntry], now: datetime) -> bytes:
    """The file; see `calendar_file`."""
    dated = [entry for entry in entries if entry.event.starts_on is not None]
    calendar = Calendar()
    calendar.add("prodid", "-//Mistok//Mistok//UK")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    off = bool(dated) and all(entry.event.state in OFF for entry in dated)
    calendar.add("method", "CANCEL" if off else "PUBLISH")
    for zone, year in sorted(_zones(dated).items()):
        calendar.add_component(timezone_component(zone, year))
    for entry in dated:
        for component in _components(entry, now):
            calendar.add_component(component)
    written: bytes = calendar.to_ical()
    return written


def _zones(entries: list[FileEntry]) -> dict[str, int]:
    """The zones of events with an hour, and the first year in which each is needed."""
    years: dict[str, int] = {}
    for entry in entries:
        day = entry.event.starts_on
        if day is not None and not entry.event.all_day:
            zone = zone_of(entry.event)
            years[zone] = min(day.year, years.get(zone, day.year))
    return years


def _components(entry: FileEntry, now: datetime) -> Iterator[Component]:
    """The event, and one more for each occurrence of a series that was moved."""
    event = entry.event
    main = _component(entry, now)
    _add_times(main, event)
    if event.series is not None:
        _add_series(main, event, event.series)
    yield main
    for change in event.series.changes if event.series is not None else ():
        if change.moved_to is not None:
            yield _moved_occurrence(entry, change, change.moved_to, now)


def _component(entry: FileEntry, now: datetime) -> Component:
    event, component = entry.event, Component()
    component.add("uid", uid_of(event))
    component.add("sequence", event.revision)
    component.add("dtstamp", now)
    component.add("last-modified", now)
    component.add("summary", entry.title)
    if entry.description:
        component.add("description", entry.description)
    if entry.location or entry.link:
        component.add("location", entry.location or entry.link)
    if entry.link:
        component.add("url", entry.link)
    component.add("status", _status(event))
    if event.all_day:
        component.add("transp", "TRANSPARENT")
    if event.state not in OFF:
        for distance in entry.alarms:
            component.add_component(_alarm(entry.title, distance))
    return component


def _status(event: Event) -> str:
    if event.state in OFF:
        return "CANCELLED"
    return "TENTATIVE" if event.state in TENTATIVE else "CONFIRMED"


def _add_times(component: Component, event: Event) -> None:
    """Wall times with their zone; days without an hour, the end exclusive."""
    begins, over = begins_at(event), over_at(event)
    assert begins is not None
    assert over is not None
    zone = zone_of(event)
    if event.all_day:
        component.add("dtstart", wall_of(begins, zone).date())
        component.add("dtend", wall_of(over, zone).date())
        return
    component.add("dtstart", begins.astimezone(ZoneInfo(zone)))
    component.add("dtend", over.astimezone(ZoneInfo(zone)))


def _add_series(component: Component, event: Event, series: Series) -> None:
    component.add("rrule", vRecur.from_ical(series.rule))
    for change in series.changes:
        if change.moved_to is None:
            component.add("exdate", _local(event, change.original))


def _moved_occurrence(
    entry: FileEntry, change: ChangedOccurrence, moved_to: datetime, now: datetime
) -> Component:
    event, component = entry.event, _component(entry, now)
    begins, over = begins_at(event), over_at(event)
    assert begins is not None
    assert over is not None
    component.add("recurrence-id", _local(event, change.original))
    component.add("dtstart", _local(event, moved_to))
    component.add("dtend", _local(event, moved_to + (over - begins)))
    return component


def _local(event: Event, wall: datetime) -> datetime:
    return wall.replace(tzinfo=ZoneInfo(zone_of(event)))


def _alarm(title: str, distance: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -distance)
    return alarm
