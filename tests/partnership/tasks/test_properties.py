"""What holds for every action item, whatever is done with it in whatever order."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from partnership.reminders.step_plan import NAGGED, plan_step_reminders
from partnership.steps import OPEN_STATES, Step, StepKind, StepState
from partnership.tasks.scheduling import needs_reason
from tests.support.builders import named
from tests.support.calendars import addressee, person, utc

DAYS = st.dates(date(2024, 1, 1), date(2025, 12, 31))
NOW = utc(2024, 6, 12, 6)


def steps() -> st.SearchStrategy[Step]:
    return st.builds(
        Step,
        key=st.just("st-any"),
        kind=st.sampled_from(StepKind),
        what=st.just(named("Catalogues")),
        state=st.sampled_from(StepState),
        due=st.none() | DAYS,
        asked_until=st.none() | DAYS,
    )


PEOPLE = (addressee(), addressee(person(), attends=False, coordinates=True), addressee(person(8)))


@given(steps())
def test_only_requests_that_are_open_and_dated_are_nagged_about(step: Step) -> None:
    rules = {row.rule for row in plan_step_reminders(step, PEOPLE, NOW).wanted}
    nagging = {rule for rule in rules if not rule.endswith("outcome")}
    if step.kind not in NAGGED or step.state not in OPEN_STATES or step.due is None:
        assert not nagging
    if step.kind is not StepKind.MILESTONE:
        assert rules == nagging


@given(steps(), st.integers(0, 400))
def test_nobody_is_reminded_of_what_is_past_and_everybody_of_what_is_far_ahead(
    step: Step, ahead: int
) -> None:
    rows = plan_step_reminders(step, PEOPLE, NOW).wanted
    assert all(row.due_at >= NOW for row in rows)
    if step.kind in NAGGED and step.is_open and step.due and step.due > date(2024, 6, 20):
        told = {row.recipient for row in rows if row.rule.startswith("step:-")}
        assert told == {PEOPLE[0].recipient, PEOPLE[2].recipient}
        assert {row.rule for row in rows if "+" in row.rule} == {"step:+1d", "step:+7d"}


@given(steps(), DAYS)
def test_an_extension_is_a_later_day_than_one_that_was_set(step: Step, day: date) -> None:
    assert needs_reason(step, day) == (step.due is not None and day > step.due)


@given(steps(), DAYS)
def test_overdue_is_what_is_open_after_its_day(step: Step, day: date) -> None:
    late = step.overdue_on(day)
    assert late == (step.state in OPEN_STATES and step.due is not None and step.due < day)
    assert not (late and not step.is_under_control)
