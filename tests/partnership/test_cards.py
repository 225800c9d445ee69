"""Cards, agendas and timelines: what is shown, and what is missing."""

from datetime import date

import pytest

from partnership.cards import MissingFact
from partnership.entities import Kind
from partnership.errors import NotFoundError
from partnership.events import EventState, Precision, Span
from partnership.steps import Step, StepKind, StepState
from tests.support.builders import a_partnership, a_place, an_event, named

TODAY = date(2024, 6, 12)
BOURGES = "korosten-bourges"


async def test_a_card_joins_memory_and_store(world):
    card = await world.overview.card(BOURGES, TODAY)
    assert (card.home.id, [place.id for place in card.foreign]) == ("korosten", ["bourges"])
    assert card.last_event.starts_on == date(2024, 5, 28)
    assert card.next_event is None
    assert [event.key for event in card.undated_events] == ["ev-visit-france-next"]
    assert {step.key for step in card.open_steps} == {
        "st-exchange-topics",
        "st-next-visit",
        "st-culture",
        "st-afccre-ready",
    }
    assert card.partnership.cooperation_agreed_on == date(2023, 6, 13)
    assert "auc" in {supporter.id for supporter in card.supporters}


async def test_what_is_missing_is_listed_and_nothing_else(world):
    card = await world.overview.card(BOURGES, TODAY)
    assert set(card.missing) == {
        MissingFact.HOME_COORDINATOR,
        MissingFact.FOREIGN_COORDINATOR,
        MissingFact.SINCE,
        MissingFact.EVENT_DATE,
    }
    twinning = await world.overview.card("zhytomyr-plock", TODAY)
    assert MissingFact.DOCUMENT in twinning.missing
    letter = await world.overview.card("zhytomyr-augsburg", TODAY)
    assert {MissingFact.REPLY, MissingFact.AREAS} <= set(letter.missing)


async def test_a_new_partnership_misses_everything_but_invents_nothing(world):
    await world.put(a_place("Ulm"), a_partnership())
    card = await world.overview.card("zhytomyr-ulm", TODAY)
    assert (card.areas, card.open_steps, card.agreement, card.last_event) == ((), (), None, None)
    assert MissingFact.DOCUMENT not in card.missing
    assert MissingFact.OUTCOME not in card.missing


async def test_a_card_follows_new_events_and_steps_at_once(world):
    assert (await world.overview.card(BOURGES, TODAY)).next_event is None
    day = Span(date(2024, 6, 25), date(2024, 6, 25))
    meeting = an_event("ev-new", planned=day, precision=Precision.DAY, partnerships=(BOURGES,))
    await world.put(
        meeting,
        Step(
            key="st-new",
            kind=StepKind.ACTION,
            what=named("Do"),
            state=StepState.OPEN,
            partnership=BOURGES,
        ),
    )
    card = await world.overview.card(BOURGES, TODAY)
    assert card.next_event.key == "ev-new"
    assert len(card.open_steps) == 5
    assert (await world.overview.card(BOURGES, date(2024, 6, 26))).unknown_outcomes != ()


async def test_an_agenda_read_while_an_event_was_written_is_not_remembered(world):
    steps = world.overview.step_store

    class Interrupted:
        """Somebody writes an event between the two reads of an agenda."""

        async def steps(self, **wanted):
            await world.put(an_event("ev-between", partnerships=(BOURGES,)))
            return await steps.steps(**wanted)

    world.overview.step_store = Interrupted()
    await world.overview.card(BOURGES, TODAY)
    world.overview.step_store = steps
    card = await world.overview.card(BOURGES, TODAY)
    assert "ev-between" in {event.key for event in card.undated_events}


async def test_an_event_of_the_day_is_still_ahead_and_a_cancelled_one_never(world):
    today = Span(TODAY, TODAY)
    await world.put(
        an_event("ev-off", planned=today, state=EventState.CANCELLED, partnerships=(BOURGES,)),
        an_event("ev-today", planned=today, partnerships=(BOURGES,)),
    )
    card = await world.overview.card(BOURGES, TODAY)
    assert card.next_event.key == "ev-today"
    assert [event.key for event in (await world.overview.today(TODAY)).events] == [
        "ev-off",
        "ev-today",
    ]


async def test_an_unknown_partnership_is_not_found(world):
    for question in (
        world.overview.card("atlantis", TODAY),
        world.overview.history("atlantis"),
    ):
        with pytest.raises(NotFoundError) as caught:
            await question
        assert (caught.value.kind, caught.value.id) == (Kind.PARTNERSHIP, "atlantis")


async def test_the_timeline_runs_from_the_earliest_day_to_what_has_none(world):
    entries = await world.overview.history("zhytomyr-dortmund")
    days = [entry.on for entry in entries if entry.on]
    assert days == sorted(days)
    told = [(type(entry.record).__name__, entry.on or entry.about) for entry in entries]
    assert told[:4] == [
        ("Aid", "2022-05"),
        ("Aid", "2022-06"),
        ("Aid", "2022-11"),
        ("Event", date(2023, 1, 10)),
    ]
    planned = {entry.planned for entry in entries if entry.on == date(2023, 2, 9)}
    assert planned == {True}
    undated = [type(entry.record).__name__ for entry in entries if not (entry.on or entry.about)]
    assert "Decision" in undated


async def test_a_letter_without_a_year_keeps_what_is_known(world):
    entries = await world.overview.history("zhytomyr-augsburg")
    letter = next(entry for entry in entries if type(entry.record).__name__ == "Letter")
    assert (letter.on, letter.about, letter.planned) == (None, "--11-04", False)
