"""Rules of minutes that hold for any notes, edits and orders of them."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from partnership.bilingual import Bilingual
from partnership.events import EventState, Span
from partnership.minutes import edits
from partnership.minutes.composing import compose
from partnership.minutes.errors import MinutesRefusedError
from partnership.minutes.freezing import amended, freeze, thaw
from partnership.minutes.gathering import HeardNote, Known, take_in
from partnership.minutes.minutes import Minutes, MinutesForm, Point, PointKind
from partnership.minutes.numbering import numbers, sections
from partnership.steps import Step, StepKind, StepState
from tests.partnership.minutes.conftest import numbered_lines
from tests.support.builders import an_event, example_registry, named

TEXTS = st.text("абвгд еєж", min_size=1, max_size=8).map(Bilingual)
KINDS = st.sampled_from(list(PointKind))
EMPTY = Minutes(key="m-1", event="ev-1", form=MinutesForm.PROTOCOL)
DAY = date(2024, 5, 28)
EVENT = an_event(state=EventState.HELD, actual=Span(DAY, DAY), partnerships=("korosten-bourges",))
REGISTRY = example_registry()


def a_step(key: str, text: Bilingual, kind: StepKind) -> Step:
    return Step(key=key, kind=kind, what=text, state=StepState.OPEN)


@st.composite
def knowledge(draw: st.DrawFn) -> Known:
    """Notes with corrections, steps made of some of them, topics and outcomes."""
    notes, withdrawn = [], []
    for number in range(draw(st.integers(0, 6))):
        versions = draw(st.integers(1, 3))
        keys = tuple(f"n-{number}-{version}" for version in reversed(range(versions)))
        if draw(st.integers(0, 4)) == 0:
            withdrawn.append(keys)
            continue
        step = draw(st.none() | st.just(f"st-{number}"))
        point = Point(kind=draw(KINDS), text=draw(TEXTS), notes=(keys[0],), step=step)
        notes.append(HeardNote(keys, point))
    kinds = st.sampled_from(list(StepKind))
    steps = tuple(
        a_step(f"st-{number}", draw(TEXTS), draw(kinds))
        for number in range(draw(st.integers(0, 6)))
    )
    carried = (a_step("st-old", draw(TEXTS), StepKind.ACTION),)
    topics, outcomes = (tuple(draw(st.lists(TEXTS, max_size=4))) for _ in range(2))
    return Known(
        carried=carried,
        topics=topics,
        notes=tuple(notes),
        withdrawn=tuple(withdrawn),
        steps=steps,
        outcomes=outcomes,
        next_event=draw(st.none() | st.just("ev-2")),
    )


@st.composite
def edited(draw: st.DrawFn, minutes: Minutes) -> Minutes:
    """The minutes after some edits by hand."""
    for _turn in range(draw(st.integers(0, 6))):
        which = draw(st.integers(0, minutes.last_id + 1))
        edit = draw(
            st.sampled_from(
                [
                    edits.set_text(which, draw(TEXTS)),
                    edits.remove_point(which),
                    edits.remove_item(which),
                    edits.move_item(which, draw(st.integers(1, 5))),
                    edits.put_under_item(which, draw(st.integers(0, minutes.last_id + 1))),
                    edits.add_item(draw(TEXTS), draw(st.none() | st.integers(1, 5))),
                    edits.add_point(Point(kind=draw(KINDS), text=draw(TEXTS))),
                ]
            )
        )
        try:
            minutes = edit(minutes)
        except MinutesRefusedError:
            continue
    return minutes


@given(knowledge())
def test_taking_in_twice_changes_nothing(known: Known) -> None:
    once = take_in(EMPTY, known)
    assert take_in(once, known) == once


@given(st.data())
def test_taking_in_again_loses_no_edit_and_doubles_no_note(data: st.DataObject) -> None:
    known = data.draw(knowledge())
    mine = data.draw(edited(take_in(EMPTY, known)))
    fresh = take_in(mine, known)
    assert fresh.points == mine.points
    assert fresh.agenda == mine.agenda


@given(st.data())
def test_what_is_new_comes_to_what_was_edited_and_takes_nothing_away(data: st.DataObject) -> None:
    mine = data.draw(edited(take_in(EMPTY, data.draw(knowledge()))))
    fresh = take_in(mine, data.draw(knowledge()))
    by_id = {each.id: each for each in fresh.points}
    for point in mine.points:
        if point.by_hand:
            after = by_id[point.id]
            assert (after.text, after.kind, after.item) == (point.text, point.kind, point.item)
    notes = [note for each in fresh.points for note in each.notes]
    assert len(notes) == len(set(notes))


@given(st.data())
def test_lasting_numbers_are_never_given_twice(data: st.DataObject) -> None:
    minutes = data.draw(edited(take_in(EMPTY, data.draw(knowledge()))))
    ids = [each.id for each in minutes.agenda] + [each.id for each in minutes.points]
    assert len(ids) == len(set(ids))
    assert all(0 < each <= minutes.last_id for each in ids)


@settings(deadline=None)
@given(st.data())
def test_each_point_stands_once_in_the_paper_under_the_number_that_is_told(
    data: st.DataObject,
) -> None:
    minutes = data.draw(edited(take_in(EMPTY, data.draw(knowledge()))))
    paper = compose(minutes, EVENT, None, REGISTRY)
    told = {numbers(minutes)[each.id]: each.text for each in minutes.points}
    shown = list(numbered_lines(paper))
    assert dict(shown) == told
    assert len(shown) == len(minutes.points)
    for part in sections(minutes):
        expected = [f"{part.number}.{place}" for place in range(1, len(part.points) + 1)]
        assert [each.number for each in part.points] == expected


@settings(deadline=None)
@given(st.data())
def test_a_frozen_paper_changes_only_where_the_minutes_do(data: st.DataObject) -> None:
    old = data.draw(edited(take_in(EMPTY, data.draw(knowledge()))))
    agreed = compose(old, EVENT, None, REGISTRY)
    new = data.draw(edited(old))
    elsewhere = replace(EVENT, title=named("Інша назва"), partnerships=())
    live = compose(new, elsewhere, None, REGISTRY)
    paper = amended(thaw(freeze(agreed)), old, live, new)
    assert replace(paper, items=()) == replace(agreed, items=())
    assert list(numbered_lines(paper)) == list(numbered_lines(live))
    if new == old:
        assert paper == agreed
