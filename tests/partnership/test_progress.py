"""What counts as progress of action items, and how it is shared among partners."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from partnership.bilingual import Bilingual
from partnership.progress import Progress, counts_since, progress_of, total_of
from partnership.registry import Registry
from partnership.steps import Step, StepKind, StepState

TODAY = date(2024, 6, 17)
YEAR_AGO = date(2023, 6, 18)
COUNTED = [StepState.OPEN, StepState.IN_PROGRESS, StepState.WAITING_PARTNER]
COUNTED += [StepState.DONE, StepState.CLOSED]


def an_item(
    state: StepState = StepState.OPEN,
    due: date | None = None,
    partnership: str | None = "korosten-bourges",
    kind: StepKind = StepKind.ACTION,
) -> Step:
    return Step(
        key="s",
        kind=kind,
        what=Bilingual("Звіт", "Report"),
        state=state,
        due=due,
        partnership=partnership,
    )


items = st.builds(
    an_item,
    state=st.sampled_from(COUNTED),
    due=st.none() | st.dates(date(2024, 1, 1), date(2024, 12, 31)),
    partnership=st.sampled_from(["korosten-bourges", "zhytomyr-dortmund", None]),
)


@given(st.lists(items))
def test_every_item_is_counted_once(steps: list[Step]) -> None:
    whole = total_of(progress_of(steps, Registry(), TODAY))
    assert whole.total == len(steps)
    assert whole.closed == sum(step.state is StepState.CLOSED for step in steps)
    assert whole.overdue == sum(step.overdue_on(TODAY) for step in steps)


@given(st.lists(items))
def test_a_share_is_between_none_and_all_closed(steps: list[Step]) -> None:
    for each in progress_of(steps, Registry(), TODAY, ["kropyvnytskyi-venlo"]):
        assert (each.share_closed is None) == (each.total == 0)
        assert each.share_closed is None or 0 <= each.share_closed <= 1


def test_done_is_not_closed() -> None:
    steps = [an_item(StepState.DONE), an_item(StepState.CLOSED), an_item()]
    (bourges,) = progress_of(steps, Registry(), TODAY)
    assert (bourges.closed, bourges.done, bourges.open) == (1, 1, 1)
    assert bourges.share_closed == Fraction(1, 3)


def test_a_partner_without_items_has_no_share_and_comes_last() -> None:
    late = an_item(due=TODAY - timedelta(days=1), partnership="zhytomyr-dortmund")
    known = ["kropyvnytskyi-venlo", "korosten-bourges"]
    found = progress_of([an_item(), late], Registry(), TODAY, known)
    assert [each.partnership for each in found] == [
        "zhytomyr-dortmund",
        "korosten-bourges",
        "kropyvnytskyi-venlo",
    ]
    assert found[-1] == Progress(partnership="kropyvnytskyi-venlo")
    assert found[-1].share_closed is None


def test_only_action_items_count_and_no_cancelled_ones() -> None:
    assert counts_since(an_item(), YEAR_AGO, None)
    for kind in set(StepKind) - {StepKind.ACTION}:
        assert not counts_since(an_item(kind=kind), YEAR_AGO, None)
    for state in (StepState.CANCELLED, StepState.UNKNOWN, StepState.OUTCOME_UNKNOWN):
        assert not counts_since(an_item(state), YEAR_AGO, None)


def test_what_was_closed_counts_by_the_day_of_closing_else_by_its_due_date() -> None:
    old, new = YEAR_AGO - timedelta(days=1), YEAR_AGO
    assert counts_since(an_item(StepState.CLOSED, due=old), YEAR_AGO, new)
    assert not counts_since(an_item(StepState.CLOSED, due=new), YEAR_AGO, old)
    assert counts_since(an_item(StepState.CLOSED, due=new), YEAR_AGO, None)
    assert not counts_since(an_item(StepState.CLOSED, due=old), YEAR_AGO, None)
    assert counts_since(an_item(StepState.CLOSED), YEAR_AGO, None)


def test_what_is_under_control_counts_however_old() -> None:
    for state in (StepState.OPEN, StepState.DONE):
        assert counts_since(an_item(state, due=date(2020, 1, 1)), YEAR_AGO, None)
