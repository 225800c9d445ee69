"""Which state may follow which, and what must be true first."""

from datetime import date
from itertools import pairwise

import pytest

from partnership.calendar.lifecycle import (
    PATHS,
    Life,
    StateFacts,
    StateRefusal,
    check_state,
    life_of,
    next_states,
)
from partnership.event_parts import OfficialOrder
from partnership.events import Event, EventKind, EventState, VisitDirection
from tests.support.calendars import a_visit, an_event, kyiv, utc

S = EventState
NOW = utc(2024, 6, 12, 6)


def refusal(event: Event, wanted: EventState, **given) -> StateRefusal | None:
    return check_state(event, wanted, StateFacts(**({"now": NOW} | given)))


def a_trip(**given) -> Event:
    return a_visit(date(2024, 6, 12), date(2024, 6, 15), **given)


def test_a_meeting_is_not_closed_before_its_minutes_are_agreed_or_waived() -> None:
    held = an_event(kyiv(2024, 6, 11, 15), state=S.HELD)
    assert refusal(held, S.CLOSED) == StateRefusal.NEEDS_MINUTES
    waived = an_event(kyiv(2024, 6, 11, 15), state=S.HELD, minutes_waived="коротка розмова")
    assert refusal(waived, S.CLOSED) is None
    agreed = an_event(kyiv(2024, 6, 11, 15), state=S.MINUTES_AGREED)
    assert refusal(agreed, S.CLOSED) is None


def test_a_delegation_departs_with_an_order_and_without_open_lines_of_the_law() -> None:
    agreed = a_trip(state=S.PROGRAMME_AGREED)
    assert refusal(agreed, S.DEPARTED) == StateRefusal.NEEDS_ORDER
    order = OfficialOrder(number="123-р", issued_on=date(2024, 5, 28))
    ordered = a_trip(state=S.PROGRAMME_AGREED, order=order)
    open_lines = ("OUT05",)
    assert refusal(ordered, S.DEPARTED, open_required=open_lines) == StateRefusal.NEEDS_CHECKLIST
    assert refusal(ordered, S.DEPARTED) is None


def test_go_or_no_go_is_decided_on_the_day_before() -> None:
    visit = a_visit(
        date(2024, 6, 14),
        date(2024, 6, 16),
        state=S.PROGRAMME_AGREED,
        direction=VisitDirection.INCOMING,
    )
    assert refusal(visit, S.GO_DECISION) == StateRefusal.TOO_EARLY
    assert refusal(visit, S.GO_DECISION, now=utc(2024, 6, 12, 21, 30)) is None


def test_nothing_is_held_before_its_day() -> None:
    assert refusal(an_event(kyiv(2024, 6, 13, 15)), S.HELD) == StateRefusal.TOO_EARLY
    assert refusal(an_event(kyiv(2024, 6, 12, 15)), S.HELD) is None


def test_a_meeting_goes_on_or_is_postponed_after_an_interruption() -> None:
    stopped = an_event(kyiv(2024, 6, 12, 8), state=S.INTERRUPTED)
    assert refusal(stopped, S.RUNNING) is None
    assert refusal(stopped, S.POSTPONED) is None
    assert refusal(stopped, S.CONFIRMED) == StateRefusal.BACK
    assert refusal(an_event(kyiv(2024, 6, 12, 8)), S.INTERRUPTED) == StateRefusal.NOT_STARTED


def test_a_meeting_under_way_is_not_cancelled_any_more() -> None:
    running = an_event(kyiv(2024, 6, 12, 8), state=S.RUNNING)
    assert refusal(running, S.CANCELLED, reason="x") == StateRefusal.OVER


def test_calling_off_needs_a_reason() -> None:
    call = an_event(kyiv(2024, 6, 25, 15))
    assert refusal(call, S.CANCELLED) == StateRefusal.NEEDS_REASON
    assert refusal(call, S.CANCELLED, reason="тривога") is None


def test_only_a_visit_is_turned_into_a_call() -> None:
    wanted = S.TURNED_INTO_ONLINE
    call = an_event(kyiv(2024, 6, 25, 15))
    assert refusal(call, wanted, reason="x") == StateRefusal.NOT_OF_THIS_KIND
    assert refusal(a_trip(), wanted, reason="закрито кордон") is None


def test_states_of_another_life_are_refused() -> None:
    call = an_event(kyiv(2024, 6, 25, 15))
    assert refusal(call, S.ORDER_ISSUED) == StateRefusal.NOT_OF_THIS_KIND
    incoming = a_trip(direction=VisitDirection.INCOMING)
    assert refusal(incoming, S.DEPARTED) == StateRefusal.NOT_OF_THIS_KIND


@pytest.mark.parametrize("life", list(Life))
def test_the_usual_way_leads_from_the_idea_to_the_end_and_never_back(life: Life) -> None:
    direction = VisitDirection.INCOMING if life == Life.INCOMING_VISIT else None
    kind = EventKind.ONLINE_MEETING if life == Life.MEETING else EventKind.STUDY_VISIT
    way = PATHS[life]
    for before, after in pairwise(way):
        event = an_event(kyiv(2024, 6, 25, 15), kind=kind, direction=direction, state=before)
        assert life_of(event) == life
        assert after in next_states(event)
        later = an_event(kyiv(2024, 6, 25, 15), kind=kind, direction=direction, state=after)
        assert before not in next_states(later)
    closed = an_event(kyiv(2024, 6, 25, 15), kind=kind, direction=direction, state=way[-1])
    assert next_states(closed) == ()
