"""The paper: who, when, where by the clocks of all, everything numbered once."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.entities import Kind
from partnership.event_parts import Interruption, InterruptionCause
from partnership.events import Capacity, Event, EventFormat, EventState, Participant, Span
from partnership.minutes.composing import compose
from partnership.minutes.freezing import freeze, thaw
from partnership.minutes.minutes import AgendaItem, Minutes, MinutesForm, Point, PointKind
from partnership.minutes.missing import Lack, missing
from partnership.minutes.paper import Paper
from partnership.people import Assignment
from partnership.registry import Registry
from tests.partnership.minutes.conftest import lines_of, numbered_lines
from tests.support.builders import an_event, named

DAY = date(2024, 5, 28)


@pytest.fixture
def event() -> Event:
    """A meeting by video in the afternoon, with people of both sides."""
    return an_event(
        "ev-1",
        state=EventState.HELD,
        actual=Span(DAY, DAY, time(15), time(16, 30)),
        zone="Europe/Kyiv",
        format=EventFormat.ONLINE,
        partnerships=("korosten-bourges",),
        participants=(
            Participant(person="moskalenko", side=Side.HOME, attended=True),
            Participant(person="bondiuel", side=Side.FOREIGN),
            Participant(person="taran", side=Side.THIRD, capacity=Capacity.SPEAKER),
            Participant(person="biezhan", side=Side.FOREIGN, capacity=Capacity.INTERPRETER),
        ),
        facilitator="auc",
        funder="cemr",
        project="auc",
        framework="cemr",
    )


def some_minutes(form: MinutesForm = MinutesForm.PROTOCOL, **given: Any) -> Minutes:
    usual: dict[str, Any] = {"key": "m-1", "event": "ev-1", "form": form}
    return Minutes(**usual | given)


def paper_of(event: Event, registry: Registry, minutes: Minutes | None = None) -> Paper:
    return compose(minutes or some_minutes(), event, None, registry)


def test_hours_stand_by_both_clocks_and_home_comes_first(event: Event, registry: Registry) -> None:
    times = paper_of(event, registry).times
    shown = [(each.zone, f"{each.start:%H:%M}", each.end and f"{each.end:%H:%M}") for each in times]
    assert shown == [("Europe/Kyiv", "15:00", "16:30"), ("Europe/Paris", "14:00", "15:30")]
    abroad = replace(event, zone="Europe/Paris")
    times = paper_of(abroad, registry).times
    assert [f"{each.start:%H:%M}" for each in times] == ["16:00", "15:00"]


def test_an_end_that_nobody_recorded_is_not_made_up(event: Event, registry: Registry) -> None:
    open_end = replace(event, actual=Span(DAY, DAY, time(15)))
    assert [each.end for each in paper_of(open_end, registry).times] == [None, None]
    assert paper_of(replace(event, actual=Span(DAY, DAY)), registry).times == ()


def test_people_stand_by_their_party_with_the_post_of_that_day(
    event: Event, registry: Registry
) -> None:
    later = Assignment(
        id="later",
        person="moskalenko",
        organisation="korosten-community",
        position=named("колишній голова"),
        since=date(2025, 1, 1),
    )
    registry.put(later)
    home, foreign, others = paper_of(event, registry).sides
    assert home.party == registry.places["korosten"].community
    (mayor,) = home.people
    assert (mayor.position or named("-")).uk == "Коростенський міський голова"
    assert mayor.attended is True
    assert foreign.party == registry.places["bourges"].name
    assert [each.attended for each in foreign.people] == [None, None]
    assert (others.side, others.party) == (None, None)
    assert [each.capacity for each in others.people] == [Capacity.SPEAKER]


def test_two_posts_known_equally_well_stand_side_by_side(event: Event, registry: Registry) -> None:
    (interpreter,) = paper_of(event, registry).interpreters
    assert interpreter.position == Bilingual(
        "заступник міського голови Кропивницького, депутат Кропивницької міської ради",
        "deputy mayor of Kropyvnytskyi, member of Kropyvnytskyi City Council",
    )


def test_supporters_are_named_once_and_an_interruption_with_its_cause(
    event: Event, registry: Registry
) -> None:
    at = datetime(2024, 5, 28, 12, 20, tzinfo=UTC)
    stopped = Interruption(at=at, cause=InterruptionCause.ALERT, item="бюджет")
    paper = paper_of(replace(event, interruption=stopped), registry)
    organisations = registry.organisations
    assert paper.supported_by == (organisations["cemr"].name, organisations["auc"].name)
    assert paper.facilitator == organisations["auc"].name
    assert paper.interrupted == Bilingual(
        "15:20, повітряна тривога (питання «бюджет»)", "15:20, air-raid alert (item “бюджет”)"
    )


def test_points_are_numbered_by_item_and_kind(event: Event, registry: Registry) -> None:
    agenda = (
        AgendaItem(title=named("Перше"), id=1),
        AgendaItem(title=named("Друге"), id=2, step="s"),
    )
    kinds = (PointKind.ACTION, PointKind.RESOLVED, PointKind.HEARD, PointKind.SPOKE)
    points = [
        Point(kind=kind, text=named(f"{kind} {item}"), id=10 * item + place, item=item)
        for item in (2, 0)
        for place, kind in enumerate(kinds, start=1)
    ]
    paper = paper_of(event, registry, some_minutes(agenda=agenda, points=tuple(points)))
    assert lines_of(paper) == {
        "2.1": "heard 2",
        "2.2": "spoke 2",
        "2.3": "resolved 2",
        "2.4": "action 2",
        "3.1": "heard 0",
        "3.2": "spoke 0",
        "3.3": "resolved 0",
        "3.4": "action 0",
    }
    assert [(each.title, each.carried_over) for each in paper.items] == [
        (named("Перше"), False),
        (named("Друге"), True),
        (None, False),
    ]
    assert [number for number, _text in numbered_lines(paper)] == sorted(lines_of(paper))


def test_the_next_meeting_stands_by_the_clocks_at_home(event: Event, registry: Registry) -> None:
    day = date(2024, 7, 1)
    later = replace(event, key="ev-2", actual=Span(), planned=Span(day, day, time(11)))
    minutes = some_minutes(next_event="ev-2")
    paper = compose(minutes, event, later, registry)
    assert paper.next_meeting == later.title
    assert paper.next_meeting_on is not None
    assert f"{paper.next_meeting_on.start:%d.%m %H:%M}" == "01.07 11:00"
    without_hour = compose(minutes, event, replace(later, planned=Span(day, day)), registry)
    assert (without_hour.next_meeting_on, without_hour.next_meeting_day) == (None, day)


def test_a_frozen_paper_thaws_to_the_same(event: Event, registry: Registry) -> None:
    points = (Point(kind=PointKind.RESOLVED, text=named("Так"), id=1),)
    paper = paper_of(event, registry, some_minutes(points=points, chair="moskalenko"))
    assert thaw(freeze(paper)) == paper
    assert [str(each.start.tzinfo) for each in thaw(freeze(paper)).times] == [
        "Europe/Kyiv",
        "Europe/Paris",
    ]


def test_each_form_lacks_what_it_needs(event: Event, registry: Registry) -> None:
    bare = replace(event, participants=(), actual=Span(DAY, DAY))
    lacks = {
        form: [each.what for each in missing(paper_of(bare, registry, some_minutes(form)))]
        for form in MinutesForm
    }
    where = [Lack.OURS, Lack.THEIRS, Lack.HOURS]
    assert lacks[MinutesForm.PROTOCOL] == [
        Lack.NUMBER,
        Lack.CHAIR,
        Lack.MINUTE_TAKER,
        *where,
        Lack.AGENDA,
        Lack.RESULTS,
    ]
    assert lacks[MinutesForm.SUMMARY] == [
        *where,
        Lack.INTERPRETER,
        Lack.POINTS,
        Lack.RESULTS,
        Lack.NEXT_MEETING,
    ]
    assert lacks[MinutesForm.CONVERSATION] == [
        *where,
        Lack.INITIATIVE,
        Lack.POINTS,
        Lack.CONCLUSIONS,
    ]


def test_a_meeting_among_ourselves_lacks_no_partner(event: Event, registry: Registry) -> None:
    ours = replace(event, partnerships=(), community="korosten", participants=())
    lacks = {each.what for each in missing(paper_of(ours, registry))}
    assert Lack.OURS in lacks
    assert Lack.THEIRS not in lacks


def test_an_undated_meeting_lacks_its_day_and_a_visit_no_hours(
    event: Event, registry: Registry
) -> None:
    def time_of(span: Span) -> set[Lack]:
        found = missing(paper_of(replace(event, actual=span), registry))
        return {each.what for each in found} & {Lack.DAY, Lack.HOURS}

    assert time_of(Span()) == {Lack.DAY}
    assert time_of(Span(DAY, DAY)) == {Lack.HOURS}
    assert time_of(Span(DAY, date(2024, 5, 30))) == set()


def test_what_points_lack_is_told_by_number(event: Event, registry: Registry) -> None:
    agenda = (AgendaItem(title=Bilingual("Бюджет"), id=1),)
    points = (
        Point(kind=PointKind.ACTION, text=Bilingual("Надіслати"), id=2, item=1),
        Point(kind=PointKind.ACTION, text=named("Send"), id=3, item=1, owner="taran", due=DAY),
        Point(kind=PointKind.RESOLVED, text=Bilingual(en="Agreed"), id=4),
    )
    found = missing(
        paper_of(event, registry, some_minutes(MinutesForm.SUMMARY, agenda=agenda, points=points))
    )
    numbers = {each.what: each.numbers for each in found if each.numbers}
    assert numbers == {
        Lack.OWNERS: ("1.1",),
        Lack.DUES: ("1.1",),
        Lack.TRANSLATION: ("1", "1.1", "2.1"),
    }


def test_people_without_a_post_are_named(event: Event, registry: Registry) -> None:
    registry.remove(Kind.ASSIGNMENT, "moskalenko")
    (lack,) = [each for each in missing(paper_of(event, registry)) if each.what is Lack.POSTS]
    assert lack.people == (registry.people["moskalenko"].name,)


def test_complete_minutes_lack_nothing(event: Event, registry: Registry) -> None:
    complete = some_minutes(
        number="1",
        chair="moskalenko",
        minute_taker_name="Олена Петренко",
        agenda=(AgendaItem(title=named("Бюджет"), id=1),),
        points=(Point(kind=PointKind.RESOLVED, text=named("Так"), id=2, item=1),),
    )
    assert missing(paper_of(event, registry, complete)) == ()
