"""When minutes that nobody wrote are asked for."""

from datetime import date, datetime, timedelta

import pytest

from partnership.calendar.series import occurrences
from partnership.events import Event, EventKind, EventState, Span
from partnership.reminders.event_plan import LOOKING_BACK, EventFacts, plan_reminders
from tests.support.calendars import addressee, an_event, kyiv, person, rules_of, utc

AFTER = utc(2024, 6, 25, 13, 5)
COORDINATOR = addressee(person(), attends=True, coordinates=True)


def asked(
    event: Event, facts: EventFacts | None = None, now: datetime = AFTER
) -> dict[str, datetime]:
    found = occurrences(event, now - LOOKING_BACK, now)
    people = (COORDINATOR, addressee())
    return rules_of(plan_reminders(event, found, people, now, facts=facts or EventFacts()).wanted)


def held(**given: object) -> Event:
    return an_event(kyiv(2024, 6, 25, 15), **{"state": EventState.HELD} | given)


def test_coordinators_are_asked_the_next_morning_and_five_days_later() -> None:
    assert asked(held()) == {
        "event:+1d:minutes": utc(2024, 6, 26, 6),
        "event:late:minutes": utc(2024, 6, 30, 6),
    }


def test_the_office_sets_how_much_later() -> None:
    facts = EventFacts(minutes_after=timedelta(days=9))
    assert asked(held(), facts)["event:late:minutes"] == utc(2024, 7, 4, 6)


def test_a_meeting_recorded_late_is_asked_for_what_is_still_to_come() -> None:
    assert set(asked(held(), now=utc(2024, 6, 27, 12))) == {"event:late:minutes"}
    assert asked(held(), now=utc(2024, 7, 9, 12)) == {}


@pytest.mark.parametrize(
    ("event", "facts"),
    [
        (held(), EventFacts(has_minutes=True)),
        (held(minutes_waived="лише привітання"), EventFacts()),
        (held(state=EventState.CLOSED), EventFacts()),
        (held(state=EventState.CANCELLED), EventFacts()),
        (held(kind=EventKind.SIGNING), EventFacts()),
        (held(kind=EventKind.STUDY_VISIT, state=EventState.RETURNED), EventFacts()),
    ],
)
def test_what_needs_none_or_has_them_is_left_alone(event: Event, facts: EventFacts) -> None:
    assert asked(event, facts) == {}


def test_a_day_without_an_hour_is_over_at_its_end() -> None:
    day = date(2024, 6, 25)
    assert asked(an_event(state=EventState.HELD, planned=Span(day, day)))[
        "event:+1d:minutes"
    ] == utc(2024, 6, 26, 6)
