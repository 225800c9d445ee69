"""An event as it would be after a move, to be shown before it is moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from handlers.desk import Desk
from handlers.meetings.drafts import Draft
from partnership.calendar.calendar import Calendar
from partnership.calendar.timing import Timing
from partnership.entities import Kind
from partnership.errors import NotFoundError
from partnership.events import Event, Span


async def moved_event(draft: Draft, desk: Desk) -> tuple[Event, Event]:
    """The event after and before the move; of a series, the occurrence that is moved."""
    event = await desk.calendar.store.event(draft.event or "")
    if event is None:
        raise NotFoundError(Kind.EVENT, draft.event or "")
    event, timing = desk.reader.sees(event), draft.timing or Timing()
    before = event
    if draft.occurrence is not None:
        before = single(event, datetime.fromisoformat(draft.occurrence))
    after = replace(before, planned=timing.span, zone=timing.zone, fold=timing.fold or 0)
    return after, before


async def day_moved(draft: Draft, calendar: Calendar) -> date | None:
    """The day from which something is moved, on which an hour alone is meant."""
    if draft.occurrence is not None:
        return datetime.fromisoformat(draft.occurrence).date()
    event = await calendar.store.event(draft.event) if draft.event else None
    return event.starts_on if event is not None else None


def single(event: Event, wall: datetime) -> Event:
    """One occurrence of a series, as if it were an event of its own."""
    span = Span(wall.date(), wall.date(), wall.time(), event.planned.end_time)
    return replace(event, series=None, planned=span)
