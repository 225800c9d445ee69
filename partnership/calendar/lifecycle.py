"""Which state of an event may follow which, and what must be true first (domain document, 1.6)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from partnership.calendar.times import begins_at, wall_of, zone_of
from partnership.events import (
    AHEAD,
    CALLED_OFF,
    UNDER_WAY,
    VISITS,
    Event,
    EventState,
    VisitDirection,
)

S = EventState


class Life(StrEnum):
    """The three lives an event may have."""

    MEETING = "meeting"
    OUTGOING_VISIT = "outgoing_visit"
    INCOMING_VISIT = "incoming_visit"


PATHS: dict[Life, tuple[EventState, ...]] = {
    Life.MEETING: (
        S.IDEA,
        S.DATES_PROPOSED,
        S.PLANNED,
        S.CONFIRMED,
        S.PREPARED,
        S.RUNNING,
        S.HELD,
        S.MINUTES_DRAFT,
        S.MINUTES_AGREED,
        S.CLOSED,
    ),
    Life.OUTGOING_VISIT: (
        S.IDEA,
        S.PLANNED,
        S.INVITATION_RECEIVED,
        S.DELEGATION_FORMED,
        S.GROUNDS_CHECKED,
        S.ORDER_ISSUED,
        S.PROGRAMME_AGREED,
        S.DEPARTED,
        S.RUNNING,
        S.HELD,
        S.RETURNED,
        S.REPORT_SUBMITTED,
        S.FOLLOW_UP,
        S.CLOSED,
    ),
    Life.INCOMING_VISIT: (
        S.IDEA,
        S.PLANNED,
        S.INVITATION_SENT,
        S.FUNDING_CONFIRMED,
        S.ORDER_ISSUED,
        S.PROGRAMME_AGREED,
        S.GO_DECISION,
        S.RUNNING,
        S.HELD,
        S.COMPLETED,
        S.FOLLOW_UP,
        S.CLOSED,
    ),
}
"""The usual way. `planned` and `held` stand for what sources say without more detail."""


class StateRefusal(StrEnum):
    """Why an event may not go into a state."""

    SAME = "same"
    NOT_OF_THIS_KIND = "not_of_this_kind"
    OVER = "over"
    """It is over or called off: what is wrong is corrected by taking the change back."""
    BACK = "back"
    NOT_STARTED = "not_started"
    NEEDS_DATE = "needs_date"
    NEEDS_ORDER = "needs_order"
    NEEDS_CHECKLIST = "needs_checklist"
    TOO_EARLY = "too_early"
    NEEDS_MINUTES = "needs_minutes"
    NEEDS_REASON = "needs_reason"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFacts:
    """What guards must know besides the event."""

    now: datetime
    open_required: tuple[str, ...] = ()
    """Lines of the checklist required by law that are still open."""
    reason: str | None = None


def life_of(event: Event) -> Life:
    """Which life an event has; a visit of unknown direction is taken for an outgoing one."""
    if event.kind not in VISITS:
        return Life.MEETING
    incoming = event.direction == VisitDirection.INCOMING
    return Life.INCOMING_VISIT if incoming else Life.OUTGOING_VISIT


def next_states(event: Event) -> tuple[EventState, ...]:
    """What may follow by the order of states, guards aside: for the buttons of a card."""
    return tuple(state for state in EventState if _order_refusal(event, state) is None)


def check_state(event: Event, wanted: EventState, facts: StateFacts) -> StateRefusal | None:
    """Why an event may not go into state `wanted`; None where it may.

    Steps of the usual way may be skipped, since people rarely record each; guards may not.
    """
    return _order_refusal(event, wanted) or _guard(event, wanted, facts)


def _order_refusal(event: Event, wanted: EventState) -> StateRefusal | None:
    now, path = event.state, PATHS[life_of(event)]
    if wanted == now:
        return StateRefusal.SAME
    if now in CALLED_OFF or now == S.CLOSED:
        return StateRefusal.OVER
    if wanted in {S.CANCELLED, S.POSTPONED, S.TURNED_INTO_ONLINE}:
        return _refusal_to_call_off(event, wanted)
    if wanted == S.INTERRUPTED:
        return None if now in {S.RUNNING, S.DEPARTED} else StateRefusal.NOT_STARTED
    if wanted not in path:
        return StateRefusal.NOT_OF_THIS_KIND
    if now == S.POSTPONED:
        return None if wanted in AHEAD else StateRefusal.NEEDS_DATE
    if now == S.INTERRUPTED:
        return None if path.index(wanted) >= path.index(S.RUNNING) else StateRefusal.BACK
    return None if path.index(wanted) > path.index(now) else StateRefusal.BACK


def _refusal_to_call_off(event: Event, wanted: EventState) -> StateRefusal | None:
    if wanted == S.TURNED_INTO_ONLINE and event.kind not in VISITS:
        return StateRefusal.NOT_OF_THIS_KIND
    if event.state in AHEAD or event.state == S.INTERRUPTED:
        return None
    under_way = event.state in UNDER_WAY and wanted != S.CANCELLED
    return None if under_way and event.kind in VISITS else StateRefusal.OVER


def _guard(event: Event, wanted: EventState, facts: StateFacts) -> StateRefusal | None:
    if wanted in CALLED_OFF and not facts.reason:
        return StateRefusal.NEEDS_REASON
    if wanted in _WITH_DATE and event.starts_on is None:
        return StateRefusal.NEEDS_DATE
    if wanted == S.DEPARTED:
        return _departure(event, facts)
    if wanted == S.GO_DECISION:
        return _too_early(event, facts.now, timedelta(days=1))
    if wanted in _BEGUN:
        return _too_early(event, facts.now, timedelta(0))
    needs_minutes = wanted == S.CLOSED and life_of(event) == Life.MEETING
    if needs_minutes and event.state != S.MINUTES_AGREED and not event.minutes_waived:
        return StateRefusal.NEEDS_MINUTES
    return None


_WITH_DATE = frozenset({S.CONFIRMED, S.PREPARED, S.DEPARTED, S.GO_DECISION, S.RUNNING})
_BEGUN = frozenset({S.RUNNING, S.HELD, S.RETURNED, S.COMPLETED, S.REPORT_SUBMITTED})


def _departure(event: Event, facts: StateFacts) -> StateRefusal | None:
    if event.order is None:
        return StateRefusal.NEEDS_ORDER
    return StateRefusal.NEEDS_CHECKLIST if facts.open_required else None


def _too_early(event: Event, now: datetime, before: timedelta) -> StateRefusal | None:
    """Before its day, or before `before` of its day; hours are not insisted on."""
    begins = begins_at(event)
    if begins is None:
        return None
    today = wall_of(now, zone_of(event)).date()
    return (
        StateRefusal.TOO_EARLY if today < wall_of(begins, zone_of(event)).date() - before else None
    )
