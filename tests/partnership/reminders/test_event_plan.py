"""Which reminders an event needs, as a pure function."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from partnership.calendar.series import occurrences
from partnership.event_parts import ProgrammeItem, Series
from partnership.events import Event, EventKind, EventState, Span, VisitDirection
from partnership.reminders.audience import Addressee
from partnership.reminders.event_plan import LOOKING_BACK, EventFacts, plan_reminders
from partnership.reminders.model import Reminder, ReminderState
from partnership.reminders.offsets import Offset
from partnership.reminders.plan import Plan, replan
from partnership.reminders.settings import ReminderSettings
from tests.support.builders import named
from tests.support.calendars import GROUP, a_visit, addressee, an_event, kyiv, person, rules_of, utc

NOW = utc(2024, 6, 12, 6)
FAR = timedelta(days=400)


def plan_of(
    event: Event, *addressees: Addressee, now: datetime = NOW, catch_up: bool = False
) -> Plan:
    ahead = occurrences(event, now - LOOKING_BACK, now + FAR)
    people = addressees or (addressee(),)
    facts = EventFacts(has_link=True)
    return plan_reminders(event, ahead, people, now, facts=facts, catch_up=catch_up)


def test_a_visit_is_reminded_of_by_days_and_by_the_programme_of_each_day() -> None:
    visit = a_visit(date(2024, 9, 2), date(2024, 9, 4))
    items = (
        ProgrammeItem(day=date(2024, 9, 2), topic=named("Arrival")),
        ProgrammeItem(day=date(2024, 9, 4), topic=named("Departure")),
    )
    visit = an_event(key="v", kind=EventKind.STUDY_VISIT, planned=visit.planned, programme=items)
    rows = plan_of(visit).wanted
    programme = [row.due_at for row in rows if row.rule == "visit:day-programme"]
    assert programme == [utc(2024, 9, 2, 5), utc(2024, 9, 4, 5)]
    days = rules_of(row for row in rows if row.rule != "visit:day-programme")
    assert days == {
        "event:-30d": utc(2024, 8, 3, 6),
        "event:-14d": utc(2024, 8, 19, 6),
        "event:-7d": utc(2024, 8, 26, 6),
        "event:-3d": utc(2024, 8, 30, 6),
        "event:-1d": utc(2024, 9, 1, 6),
    }


def test_a_coordinator_is_asked_for_the_summary_after_the_end() -> None:
    call = an_event(kyiv(2024, 6, 25, 15))
    who = addressee(person(), attends=False, coordinates=True)
    assert rules_of(plan_of(call, who).wanted) == {
        "event:+30m:summary": utc(2024, 6, 25, 13, 30),
        "event:+1d:summary": utc(2024, 6, 26, 6),
    }


def test_of_a_signing_the_result_is_asked_and_not_the_summary() -> None:
    signing = an_event(kind=EventKind.SIGNING, planned=Span(date(2024, 7, 9), date(2024, 7, 9)))
    who = addressee(person(), attends=False, coordinates=True)
    assert rules_of(plan_of(signing, who).wanted) == {"event:+1d:outcome": utc(2024, 7, 10, 6)}


def test_a_late_evening_meeting_asks_for_its_summary_only_in_the_morning() -> None:
    call = an_event(kyiv(2024, 6, 25, 20))
    who = addressee(person(), attends=False, coordinates=True)
    assert rules_of(plan_of(call, who).wanted)["event:+30m:summary"] == utc(2024, 6, 26, 4)


def test_quiet_hours_move_reminders_to_the_evening_before_but_not_the_last_hour() -> None:
    call = an_event(kyiv(2024, 6, 25, 6, 30))
    due = rules_of(plan_of(call).wanted)
    assert due["event:-1d"] == utc(2024, 6, 23, 18)
    assert due["event:-60m"] == utc(2024, 6, 25, 2, 30)
    assert due["event:-10m"] == utc(2024, 6, 25, 3, 20)


def test_a_thirty_day_rule_added_five_days_before_reminds_nobody() -> None:
    call = an_event(kyiv(2024, 6, 17, 15))
    choice = ReminderSettings(recipient=GROUP, offsets={"meeting": (Offset(days=30),)})
    assert plan_of(call, addressee(settings=choice)).wanted == ()


def test_an_event_planned_too_late_for_every_rule_reminds_once_at_once() -> None:
    call = an_event(kyiv(2024, 6, 12, 9, 8))
    assert rules_of(plan_of(call, catch_up=True).wanted) == {"event:now": NOW}
    assert plan_of(call).wanted == ()


def test_who_declined_one_occurrence_is_reminded_of_the_others() -> None:
    weekly = an_event(kyiv(2024, 6, 18, 10), series=Series(rule="FREQ=WEEKLY;COUNT=2"))
    who = addressee(person(), declined=frozenset({utc(2024, 6, 18, 7)}))
    assert {row.occurrence for row in plan_of(weekly, who).wanted} == {utc(2024, 6, 25, 7)}


def test_the_deputy_is_asked_half_an_hour_before() -> None:
    call = an_event(kyiv(2024, 6, 25, 15))
    who = addressee(person(7), deputy=person(8))
    rows = [row for row in plan_of(call, who).wanted if row.recipient == person(8)]
    assert rules_of(rows) == {"event:-30m:escalation:7": utc(2024, 6, 25, 11, 30)}


def test_the_programme_of_an_incoming_visit_goes_to_coordinators_only() -> None:
    visit = a_visit(date(2024, 9, 2), date(2024, 9, 4), direction=VisitDirection.INCOMING)
    knows = addressee(person(), sees_embargoed=True)
    rows = plan_of(visit, addressee(), knows).wanted
    assert {row.recipient for row in rows if row.rule == "visit:day-programme"} == {person()}


def test_no_reminder_betrays_the_hour_of_what_is_under_embargo() -> None:
    part = an_event(kyiv(2024, 6, 25, 15), direction=VisitDirection.INCOMING)
    knows = addressee(person(), sees_embargoed=True)
    rows = plan_of(part, addressee(), knows).wanted
    assert rules_of(row for row in rows if row.recipient == GROUP) == {
        "event:-7d": utc(2024, 6, 18, 6),
        "event:-1d": utc(2024, 6, 24, 6),
    }
    mine = rules_of(row for row in rows if row.recipient == person())
    assert mine["event:-10m"] == utc(2024, 6, 25, 11, 50)


def test_what_is_no_more_than_an_idea_reminds_nobody() -> None:
    for state in (EventState.IDEA, EventState.POSTPONED, EventState.CANCELLED, EventState.HELD):
        assert plan_of(an_event(kyiv(2024, 6, 25, 15), state=state)).wanted == ()


def test_a_weekly_call_keeps_its_wall_time_over_both_clock_changes() -> None:
    for first in (kyiv(2026, 3, 24, 10), kyiv(2026, 10, 20, 10)):
        weekly = an_event(first, series=Series(rule="FREQ=WEEKLY;COUNT=3"))
        now = first.replace(tzinfo=UTC) - timedelta(days=20)
        rows = plan_of(weekly, now=now).wanted
        assert {row.wall.time() for row in rows if row.rule == "event:-1d"} == {first.time()}
        assert {row.wall.hour for row in rows if row.rule == "event:-60m"} == {9}


NOWS = st.datetimes(kyiv(2026, 1, 1), kyiv(2026, 12, 31)).map(
    lambda moment: moment.replace(tzinfo=UTC, microsecond=0)
)
WALLS = st.datetimes(kyiv(2026, 1, 1), kyiv(2027, 2, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
OFFSETS = st.lists(
    st.one_of(
        st.integers(0, 40).map(lambda days: Offset(days=days)),
        st.integers(1, 900).map(lambda minutes: Offset(minutes=minutes)),
    ),
    max_size=5,
).map(tuple)


@st.composite
def events(draw: st.DrawFn) -> Event:
    wall = draw(WALLS)
    if draw(st.booleans()):
        return a_visit(wall.date(), wall.date() + timedelta(days=draw(st.integers(0, 6))))
    rule = draw(st.sampled_from([None, "FREQ=WEEKLY;COUNT=4", "FREQ=DAILY;COUNT=3"]))
    return an_event(wall, series=Series(rule=rule) if rule else None)


@st.composite
def people(draw: st.DrawFn) -> list[Addressee]:
    return [
        addressee(
            recipient,
            settings=ReminderSettings(recipient=recipient, offsets={"meeting": draw(OFFSETS)}),
            coordinates=draw(st.booleans()),
            deputy=person(99) if draw(st.booleans()) else None,
        )
        for recipient in (GROUP, person(1), person(2))[: draw(st.integers(1, 3))]
    ]


@settings(max_examples=150, deadline=None)
@given(events(), people(), NOWS, st.booleans())
def test_no_reminder_is_planned_into_the_past_and_no_key_twice(
    event: Event, who: list[Addressee], now: datetime, catch_up: bool
) -> None:
    plan = plan_of(event, *who, now=now, catch_up=catch_up)
    assert all(row.due_at >= now for row in plan.wanted)
    keys = [row.key for row in plan.wanted]
    assert len(keys) == len(set(keys))
    assert set(keys) <= plan.standing
    assert all(row.due_at <= row.ends_at for row in plan.wanted)


def applied(rows: dict[str, Reminder], plan: Plan, now: datetime) -> dict[str, Reminder]:
    """What a store does with a plan."""
    changed = replan(rows.values(), plan, now)
    kept = rows | {row.key: row for row in changed.to_add}
    for key in changed.to_cancel:
        kept[key] = replace(kept[key], state=ReminderState.CANCELLED, reason="replanned")
    return kept


def open_rows(rows: dict[str, Reminder]) -> dict[str, datetime]:
    return {key: row.due_at for key, row in rows.items() if row.is_open}


@settings(max_examples=100, deadline=None)
@given(events(), events(), people(), NOWS)
def test_moving_there_and_back_gives_the_same_reminders_and_planning_twice_changes_nothing(
    here: Event, there: Event, who: list[Addressee], now: datetime
) -> None:
    plan, other = (plan_of(each, *who, now=now, catch_up=True) for each in (here, there))
    first = applied({}, plan, now)
    assert replan(first.values(), plan, now) == replan((), Plan(), now)
    moved = applied(first, other, now)
    assert open_rows(moved).keys() == {row.key for row in other.wanted}
    assert open_rows(applied(moved, plan, now)) == open_rows(first)


def test_who_was_reminded_before_is_not_reminded_at_once() -> None:
    call = an_event(kyiv(2024, 6, 12, 10))
    rows = applied({}, plan_of(call, catch_up=True), NOW)
    key, last = next((key, row) for key, row in rows.items() if row.rule == "event:-10m")
    late = utc(2024, 6, 12, 6, 55)
    rows[key] = replace(last, state=ReminderState.SENT, sent_at=last.due_at)
    again = plan_of(call, addressee(), addressee(person()), now=late, catch_up=True)
    added = replan(rows.values(), again, late).to_add
    assert [(row.rule, row.recipient) for row in added] == [("event:now", person())]


def test_a_reminder_at_once_that_waits_for_the_morning_is_not_hurried() -> None:
    night = utc(2024, 6, 12, 20)
    visit = a_visit(date(2024, 6, 14), date(2024, 6, 15))
    who = addressee(settings=ReminderSettings(recipient=GROUP, offsets={"visit": ()}))
    visit = replace(visit, direction=VisitDirection.INCOMING)
    rows = applied({}, plan_of(visit, who, now=night, catch_up=True), night)
    assert rules_of(rows.values()) == {"event:now": utc(2024, 6, 13, 4)}
    assert applied(rows, plan_of(visit, who, now=night), night) == rows


@settings(max_examples=100, deadline=None)
@given(events(), people(), NOWS, st.integers(0, 60 * 24 * 30))
def test_what_fell_due_and_waits_is_never_dropped_by_planning_anew(
    event: Event, who: list[Addressee], now: datetime, minutes: int
) -> None:
    rows = applied({}, plan_of(event, *who, now=now, catch_up=True), now)
    later = now + timedelta(minutes=minutes)
    again = applied(rows, plan_of(event, *who, now=later), later)
    waiting = {key for key, row in rows.items() if row.due_at <= later and row.ends_at > later}
    assert waiting <= open_rows(again).keys()
