"""Events and steps in SQL: by number, by period, by partnership, in their order."""

from datetime import date

import pytest

from partnership.events import EventKind, EventState, Precision, Span
from partnership.steps import Step, StepKind, StepState
from storage.events import SqlEvents
from storage.records import Records
from storage.registry import SqlRegistry
from storage.steps import SqlSteps
from tests.support.builders import a_partnership, a_place, an_event, named


@pytest.fixture
def records():
    return Records()


@pytest.fixture
async def put(database, records):
    store = SqlRegistry(database, records)

    async def write(*entities):
        async with store.transaction() as work:
            return [await work.put(entity) for entity in entities]

    await write(
        a_place("Zhytomyr", country="UA", home=True), a_place("Ulm"), a_partnership("zhytomyr")
    )
    return write


def on(key, start, end=None, **given):
    days = Span(date.fromisoformat(start), date.fromisoformat(end or start))
    return an_event(key, planned=days, precision=Precision.DAY, **given)


async def keys(found):
    return [event.key for event in await found]


async def test_an_event_gets_a_number_and_keeps_it(database, records, put):
    events = SqlEvents(database, records)
    (first, second) = await put(an_event("a"), an_event("b"))
    assert (first.id, second.id) == (1, 2)
    (again,) = await put(an_event("a", title=named("Renamed")))
    assert again.id == 1
    assert await events.event_by_number(1) == again
    assert await events.event("a") == again
    assert await events.event("c") is None


async def test_a_period_finds_what_touches_it_both_days_inclusive(database, records, put):
    events = SqlEvents(database, records)
    await put(
        on("before", "2024-05-30"),
        on("reaching-in", "2024-05-30", "2024-06-01"),
        on("within", "2024-06-15"),
        on("last-day", "2024-06-30", "2024-07-02"),
        on("after", "2024-07-01"),
        an_event("undated"),
    )
    june = events.events(since=date(2024, 6, 1), until=date(2024, 6, 30))
    assert await keys(june) == ["reaching-in", "within", "last-day"]
    assert (await keys(events.events()))[-1] == "undated"


async def test_an_actual_day_wins_over_the_planned_one(database, records, put):
    events = SqlEvents(database, records)
    held = date(2023, 2, 23)
    moved = on("signing", "2023-02-09")
    await put(moved, type(moved)(**{f: getattr(moved, f) for f in moved.__slots__} | {
        "actual": Span(held, held), "state": EventState.HELD,
    }))  # fmt: skip
    assert await keys(events.events(since=held, until=held)) == ["signing"]
    assert await keys(events.events(until=date(2023, 2, 22))) == []


async def test_events_of_a_partnership_follow_a_change_of_it(database, records, put):
    events = SqlEvents(database, records)
    await put(an_event("a", partnerships=("zhytomyr-ulm",)), an_event("b"))
    assert await keys(events.events(partnership="zhytomyr-ulm")) == ["a"]
    await put(an_event("a"), an_event("b", partnerships=("zhytomyr-ulm",)))
    assert await keys(events.events(partnership="zhytomyr-ulm")) == ["b"]


async def test_kinds_and_states_narrow_what_is_found(database, records, put):
    events = SqlEvents(database, records)
    await put(
        an_event("visit", kind=EventKind.STUDY_VISIT),
        an_event("held", state=EventState.HELD),
        an_event("postponed", state=EventState.POSTPONED),
    )
    assert await keys(events.events(kinds=(EventKind.STUDY_VISIT,))) == ["visit"]
    assert await keys(events.pending_events()) == ["visit", "postponed"]


async def test_steps_come_soonest_first_and_those_without_a_date_last(database, records, put):
    steps = SqlSteps(database, records)
    usual = {"kind": StepKind.ACTION, "what": named("Do")}
    await put(
        Step(key="undated", state=StepState.OPEN, **usual),
        Step(key="late", state=StepState.OPEN, due=date(2024, 7, 1), **usual),
        Step(key="soon", state=StepState.WAITING_PARTNER, due=date(2024, 6, 1), **usual),
        Step(key="done", state=StepState.DONE, partnership="zhytomyr-ulm", **usual),
    )
    assert await keys(steps.steps(open_only=True)) == ["soon", "late", "undated"]
    assert await keys(steps.steps(partnership="zhytomyr-ulm")) == ["done"]
    assert (await steps.step("late")).due == date(2024, 7, 1)


async def test_the_queries_of_a_card_use_indexes(database):
    for sql in (
        'SELECT * FROM event JOIN event_partnership link ON link.event = event."key"'
        " WHERE link.partnership = 'x'",
        "SELECT * FROM step WHERE partnership = 'x' AND state IN ('open')",
        "SELECT * FROM event WHERE starts_on <= '2024' AND ends_on >= '2023'",
        "SELECT * FROM change WHERE kind = 'place' AND entity = 'x' ORDER BY id DESC LIMIT 20",
    ):
        plan = await database.fetch_all(f"EXPLAIN QUERY PLAN {sql}")
        assert not [row for row in plan if row[3].startswith("SCAN")], sql
