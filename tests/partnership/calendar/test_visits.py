"""Visits: several partners, parts, programme, checklists, embargo."""

from dataclasses import replace
from datetime import date, time

import pytest

from partnership.calendar.errors import StateRefusedError
from partnership.calendar.lifecycle import StateRefusal
from partnership.calendar.planning import NewEvent
from partnership.calendar.timing import Timing
from partnership.checklists.model import LineState, TemplateCode
from partnership.errors import NotPermittedError, WrongValueError
from partnership.event_parts import ProgrammeItem
from partnership.events import (
    Capacity,
    Event,
    EventKind,
    EventState,
    Participant,
    Span,
    VisitDirection,
)
from partnership.reminders.model import ReminderState, SubjectKind
from tests.support.builders import ADMIN, OF_KOROSTEN, OF_ZHYTOMYR, OFFICIAL, named
from tests.support.calendars import BOURGES, GROUP, Desk, kyiv, utc

FIRST, LAST = date(2024, 9, 2), date(2024, 9, 4)


async def plan_visit(desk: Desk, direction: VisitDirection = VisitDirection.OUTGOING) -> Event:
    new = NewEvent(
        kind=EventKind.STUDY_VISIT,
        timing=Timing(start=FIRST, end=LAST, zone="Europe/Paris"),
        partnerships=(BOURGES,),
        direction=direction,
        place="bourges" if direction == VisitDirection.OUTGOING else "korosten",
        participants=(Participant(person="chyzhevska", capacity=Capacity.HEAD_OF_DELEGATION),),
    )
    return (await desk.calendar.plan(OF_KOROSTEN, new)).event


@pytest.fixture
async def visit(desk: Desk) -> Event:
    return await plan_visit(desk)


async def test_a_visit_gets_its_checklists_and_what_is_late_is_shown_late(
    desk: Desk, visit: Event
) -> None:
    lines = {line.line: line for line in await desk.calendar.checklist(visit.key)}
    assert len(lines) == 24 + 19
    assert lines["OUT01"].due_on == date(2024, 7, 4)
    assert lines["FUP12"].due_on == date(2024, 10, 10)
    assert not any(line.late_from_start for line in lines.values())
    desk.world.clock.move_to(utc(2024, 8, 1, 6))
    late = await plan_visit(desk)
    lines = {line.line: line for line in await desk.calendar.checklist(late.key)}
    assert lines["OUT01"].late_from_start
    card = await desk.calendar.card(OFFICIAL, late.key)
    assert card.progress[TemplateCode.OUTGOING].late == 7
    assert card.progress[TemplateCode.OUTGOING].total == 24


async def test_lines_are_done_or_do_not_apply_and_progress_shows_it(
    desk: Desk, visit: Event
) -> None:
    await desk.calendar.tick(OF_KOROSTEN, visit.key, "OUT01")
    line = await desk.calendar.not_applicable(OF_KOROSTEN, visit.key, "OUT14", "немає чоловіків")
    assert (line.state, line.reason) == (LineState.NOT_APPLICABLE, "немає чоловіків")
    progress = (await desk.calendar.card(OFFICIAL, visit.key)).progress[TemplateCode.OUTGOING]
    assert (progress.done, progress.total) == (1, 23)
    again = await desk.calendar.untick(OF_KOROSTEN, visit.key, "OUT01")
    assert (again.state, again.done_by) == (LineState.OPEN, None)
    with pytest.raises(NotPermittedError):
        await desk.calendar.tick(OF_ZHYTOMYR, visit.key, "OUT01")
    with pytest.raises(WrongValueError):
        await desk.calendar.not_applicable(OF_KOROSTEN, visit.key, "OUT02", " ")


async def test_one_reminder_a_day_of_what_is_due_goes_to_the_coordinator(
    desk: Desk, visit: Event
) -> None:
    rows = await desk.world.stores.reminders.of_subject(SubjectKind.CHECKLIST, visit.key)
    due = {row.due_at: row for row in rows}
    assert len(due) == len(rows)
    assert {row.recipient.id for row in rows} == {OF_KOROSTEN.id}
    eve = due[utc(2024, 7, 4, 7)]
    await desk.calendar.tick(OF_KOROSTEN, visit.key, "OUT01")
    rows = await desk.world.stores.reminders.of_subject(SubjectKind.CHECKLIST, visit.key)
    states = {row.key: row.state for row in rows}
    assert states[eve.key] == ReminderState.CANCELLED


async def test_the_follow_up_is_asked_for_after_the_visit(desk: Desk, visit: Event) -> None:
    desk.world.clock.move_to(utc(2024, 9, 5, 5))
    held = await desk.calendar.hold(OF_KOROSTEN, visit.key)
    assert (held.event.state, held.reminders) == (EventState.RETURNED, ())
    rows = await desk.world.stores.reminders.of_subject(SubjectKind.CHECKLIST, visit.key)
    ahead = [row.due_at for row in rows if row.is_open and row.due_at > utc(2024, 9, 5, 5)]
    assert ahead[:2] == [utc(2024, 9, 5, 7), utc(2024, 9, 7, 7)]


async def test_a_moved_visit_moves_its_parts_programme_and_open_lines(
    desk: Desk, visit: Event
) -> None:
    item = ProgrammeItem(day=LAST, start=time(10), topic=named("Water station"))
    await desk.calendar.add_item(OF_KOROSTEN, visit.key, item)
    part = NewEvent(
        kind=EventKind.MEETING,
        timing=Timing(start=LAST, start_time=time(15), zone="Europe/Paris"),
    )
    child = (await desk.calendar.plan_part(OF_KOROSTEN, visit.key, part)).event
    await desk.calendar.tick(OF_KOROSTEN, visit.key, "OUT02")
    moved = await desk.calendar.move(OF_KOROSTEN, visit.key, Timing(start=date(2024, 9, 9)))
    assert (moved.event.planned.end, moved.event.programme[0].day) == (
        date(2024, 9, 11),
        date(2024, 9, 11),
    )
    card = await desk.calendar.card(OFFICIAL, visit.key)
    assert [(each.key, each.planned.start) for each in card.parts] == [
        (child.key, date(2024, 9, 11))
    ]
    lines = {line.line: line for line in await desk.calendar.checklist(visit.key)}
    assert lines["OUT01"].due_on == date(2024, 7, 11)
    assert lines["OUT02"].due_on == date(2024, 7, 8)
    programme = {row.due_at for row in moved.reminders if row.rule == "visit:day-programme"}
    assert programme == {utc(2024, 9, 11, 6)}


async def test_parts_are_called_off_with_the_visit(desk: Desk, visit: Event) -> None:
    part = NewEvent(
        kind=EventKind.MEETING,
        timing=Timing(start=LAST, start_time=time(15), zone="Europe/Paris"),
    )
    child = (await desk.calendar.plan_part(OF_KOROSTEN, visit.key, part)).event
    await desk.calendar.cancel(OF_KOROSTEN, visit.key, "закрито кордон")
    card = await desk.calendar.card(OFFICIAL, child.key)
    assert card.event.state == EventState.CANCELLED
    assert card.reminders == ()


async def test_a_delegation_stays_at_home_until_order_and_law_are_satisfied(
    desk: Desk, visit: Event
) -> None:
    desk.world.clock.move_to(utc(2024, 9, 2, 4))
    with pytest.raises(StateRefusedError) as caught:
        await desk.calendar.set_state(OF_KOROSTEN, visit.key, EventState.DEPARTED)
    assert caught.value.refusal == StateRefusal.NEEDS_ORDER
    await desk.calendar.set_order(OF_KOROSTEN, visit.key, "123-р", date(2024, 8, 19))
    with pytest.raises(StateRefusedError) as caught:
        await desk.calendar.set_state(OF_KOROSTEN, visit.key, EventState.DEPARTED)
    assert caught.value.open_lines == ("OUT05", "OUT07", "OUT13", "OUT14", "OUT18")
    for line in caught.value.open_lines:
        await desk.calendar.tick(OF_KOROSTEN, visit.key, line)
    gone = await desk.calendar.set_state(OF_KOROSTEN, visit.key, EventState.DEPARTED)
    assert gone.event.state == EventState.DEPARTED


async def test_a_visit_can_be_turned_into_a_call_in_one_step(desk: Desk, visit: Event) -> None:
    await desk.calendar.tell(visit.key, [GROUP])
    timing = Timing.at(kyiv(2024, 9, 3, 11))
    call = await desk.calendar.turn_into_online(
        OF_KOROSTEN, visit.key, timing, "закрито кордон", "https://meet.google.com/abc-defg-hij"
    )
    assert (call.event.kind, call.event.parent) == (EventKind.ONLINE_MEETING, visit.key)
    assert call.told == (GROUP,)
    assert len(call.reminders) > 0
    card = await desk.calendar.card(OFFICIAL, visit.key)
    assert card.event.state == EventState.TURNED_INTO_ONLINE
    await desk.world.editing.undo(OF_KOROSTEN)
    card = await desk.calendar.card(OFFICIAL, visit.key)
    assert (card.event.state, card.parts) == (EventState.PLANNED, ())


async def test_an_incoming_visit_shows_its_hours_to_coordinators_only(desk: Desk) -> None:
    visit = await plan_visit(desk, VisitDirection.INCOMING)
    item = ProgrammeItem(day=LAST, start=time(10), topic=named("City hall"))
    await desk.calendar.add_item(OF_KOROSTEN, visit.key, item)
    knows = await desk.calendar.card(OF_KOROSTEN, visit.key)
    assert (knows.event.place, len(knows.event.programme), knows.hidden) == ("korosten", 1, False)
    for user in (None, OFFICIAL, OF_ZHYTOMYR):
        card = await desk.calendar.card(user, visit.key)
        assert (card.event.place, card.event.programme, card.hidden) == (None, (), True)
        assert card.event.planned == Span(FIRST, LAST)
    part = NewEvent(kind=EventKind.MEETING, timing=Timing.at(kyiv(2024, 9, 3, 10)))
    child = (await desk.calendar.plan_part(OF_KOROSTEN, visit.key, part)).event
    assert (await desk.calendar.card(None, child.key)).event.planned.start_time is None
    desk.world.clock.move_to(utc(2024, 9, 5, 6))
    await desk.calendar.set_state(OF_KOROSTEN, visit.key, EventState.COMPLETED)
    assert (await desk.calendar.card(None, visit.key)).event.place == "korosten"


async def test_a_programme_stays_within_the_days_of_the_visit(desk: Desk, visit: Event) -> None:
    outside = ProgrammeItem(day=date(2024, 9, 5), topic=named("Too late"))
    with pytest.raises(WrongValueError):
        await desk.calendar.add_item(OF_KOROSTEN, visit.key, outside)
    inside = replace(outside, day=LAST)
    await desk.calendar.add_item(OF_KOROSTEN, visit.key, inside)
    changed = await desk.calendar.replace_item(OF_KOROSTEN, visit.key, 0, None)
    assert changed.event.programme == ()


async def test_an_admin_edits_a_template_for_visits_to_come(desk: Desk, visit: Event) -> None:
    templates = await desk.calendar.templates()
    online = templates[TemplateCode.OUTGOING]
    shorter = replace(online, lines=online.lines[:3])
    with pytest.raises(NotPermittedError):
        await desk.calendar.edit_template(OF_KOROSTEN, shorter)
    await desk.calendar.edit_template(ADMIN, shorter)
    later = await plan_visit(desk)
    assert len(await desk.calendar.checklist(later.key)) == 3 + 19
    assert len(await desk.calendar.checklist(visit.key)) == 24 + 19
    await desk.calendar.reset_template(ADMIN, TemplateCode.OUTGOING)
    assert (await desk.calendar.templates())[TemplateCode.OUTGOING] == online


async def test_holidays_of_both_countries_are_noticed(desk: Desk) -> None:
    new = NewEvent(
        kind=EventKind.MEETING,
        timing=Timing(start=date(2024, 7, 14), end=date(2024, 7, 15)),
        partnerships=(BOURGES,),
    )
    event = (await desk.calendar.plan(OF_KOROSTEN, new)).event
    found = await desk.calendar.holidays_of(event)
    assert [(each.country, each.day.day) for each in found] == [("FR", 14), ("UA", 15)]


async def test_a_part_of_an_incoming_visit_is_kept_back_until_the_whole_has_ended(
    desk: Desk,
) -> None:
    visit = await plan_visit(desk, VisitDirection.INCOMING)
    part = NewEvent(kind=EventKind.MEETING, timing=Timing.at(kyiv(2024, 9, 3, 10)))
    child = (await desk.calendar.plan_part(OF_KOROSTEN, visit.key, part)).event
    desk.world.clock.move_to(utc(2024, 9, 3, 9))
    await desk.calendar.hold(OF_KOROSTEN, child.key)
    held = await desk.calendar.card(OFFICIAL, child.key)
    assert (held.event.state, held.event.actual.start_time) == (EventState.HELD, None)
    desk.world.clock.move_to(utc(2024, 9, 5, 6))
    await desk.calendar.hold(OF_KOROSTEN, visit.key)
    assert (await desk.calendar.card(OFFICIAL, child.key)).event.actual.start_time == time(10)
    await desk.world.editing.undo(OF_KOROSTEN)
    assert (await desk.calendar.card(OFFICIAL, child.key)).event.actual.start_time is None
