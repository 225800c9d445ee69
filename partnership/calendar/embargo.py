"""The place, hours and route of an incoming visit are kept from all but coordinators."""

from dataclasses import replace
from datetime import date

from partnership.access import Action, User, may
from partnership.events import TOOK_PLACE, Event, Span, VisitDirection


def under_embargo(event: Event) -> bool:
    """Whether it is, or is part of, an incoming visit that has not ended yet.

    Domain document, 1.6. A part that was held is kept back still: it tells where the guests are.
    """
    return event.embargoed or _is_coming(event)


def _is_coming(event: Event) -> bool:
    return event.direction == VisitDirection.INCOMING and event.state not in TOOK_PLACE


def sees_embargoed(user: User, communities: frozenset[str]) -> bool:
    """Whether a user may know what is under embargo for an event of these communities."""
    return any(may(user, Action.SEE_EMBARGOED, community) for community in communities or {""})


def visible_to(event: Event, user: User | None, communities: frozenset[str]) -> Event:
    """The event as this user may see it; None is a group, which sees what everybody may.

    Under embargo the days stay, since people must plan; hours, place, programme and reserve
    day go. `communities` are those that the event belongs to.
    """
    if not under_embargo(event) or (user is not None and sees_embargoed(user, communities)):
        return event
    return replace(
        event,
        planned=_days_only(event.planned),
        actual=_days_only(event.actual),
        place=None,
        programme=(),
        reserve_date=None,
    )


def _days_only(span: Span) -> Span:
    first: date | None = span.start
    return Span(start=first, end=span.end)
