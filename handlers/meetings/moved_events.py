"""An event as it would be after a move, to be shown before it is moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from handlers.desk import Desk
from handlers.meetings.drafts import Draft, Purpose
from partnership.calendar.calendar import Calendar
from partnership.calendar.moving import moved
from partnership.calendar.times import zone_of
from partnership.calendar.timing import Timing
from partnership.entities import Kind
from partnership.errors import NotFoundError
from partnership.events import Event


async def moved_event(draft: Draft, desk: Desk) -> tuple[Event, Event]:
    """The event after and before the move; of a series, the occurrence that is moved."""
    event = await event_moved(draft, desk.calendar)
    if event is None:
        raise NotFoundError(Kind.EVENT, draft.event or "")
    before = desk.reader.sees(event)
    timing = (draft.timing or Timing()).in_zone(zone_of(before))
    if draft.purpose is Purpose.ONLINE:
        return replace(before, planned=timing.span, zone=timing.zone, fold=timing.fold or 0), before
    return moved(before, timing), before


async def event_moved(draft: Draft, calendar: Calendar) -> Event | None:
    """The event that a draft moves, as it is now; of a series, the occurrence."""
    event = await calendar.store.event(draft.event) if draft.event else None
    if event is None or draft.occurrence is None:
        return event
    return single(event, datetime.fromisoformat(draft.occurrence))


def single(event: Event, original: datetime) -> Event:
    """One occurrence of a series, named by its time by the rule, as if it were an event alone."""
    changes = event.series.changes if event.series else ()
    elsewhere = {each.original: each.moved_to for each in changes}
    wall = elsewhere.get(original) or original
    hour = wall.time() if event.planned.start_time else None
    alone = replace(event, series=None)
    return moved(alone, Timing(start=wall.date(), start_time=hour, zone=zone_of(event)))
