"""Every change of an event can be taken back, and its reminders are then exactly as before."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from partnership.calendar.arrangement import Answer
from partnership.calendar.polls import Vote
from partnership.calendar.telling_back import RESTORED
from partnership.calendar.timing import Timing
from partnership.checklists.model import TemplateCode
from partnership.errors import UndoConflictError
from partnership.reminders.model import SubjectKind
from partnership.reminders.offsets import Offset
from tests.support.builders import ADMIN, OF_KOROSTEN, OFFICIAL
from tests.support.calendars import GROUP, Desk, kyiv

Deed = Callable[[Desk, str], Awaitable[object]]

DEEDS: dict[str, Deed] = {
    "move": lambda desk, key: desk.calendar.move(OF_KOROSTEN, key, Timing.at(kyiv(2024, 6, 14, 9))),
    "cancel": lambda desk, key: desk.calendar.cancel(OF_KOROSTEN, key, "зміна планів"),
    "postpone": lambda desk, key: desk.calendar.postpone(OF_KOROSTEN, key, "тривога"),
    "decline": lambda desk, key: desk.calendar.rsvp(OF_KOROSTEN, key, Answer.NOT_COMING),
    "tick": lambda desk, key: desk.calendar.tick(OF_KOROSTEN, key, "ONL08"),
    "not applicable": lambda desk, key: desk.calendar.not_applicable(
        OF_KOROSTEN, key, "ONL08", "без перекладу"
    ),
    "take the checklist away": lambda desk, key: desk.calendar.remove_checklist(
        OF_KOROSTEN, key, TemplateCode.ONLINE
    ),
    "add a checklist": lambda desk, key: desk.calendar.add_checklist(
        OF_KOROSTEN, key, TemplateCode.SIGNING
    ),
    "link": lambda desk, key: desk.calendar.set_link(OF_KOROSTEN, key, "https://zoom.us/j/1"),
    "own reminder times": lambda desk, key: desk.calendar.set_offsets(
        OF_KOROSTEN, key, (Offset(minutes=30),)
    ),
    "invite": lambda desk, key: desk.calendar.ask(OF_KOROSTEN, key, [OFFICIAL]),
}


async def reminders(desk: Desk, key: str) -> set[tuple[object, ...]]:
    """All open rows about an event and its checklists."""
    store = desk.calendar.store
    kinds = (SubjectKind.EVENT, SubjectKind.CHECKLIST)
    rows = [row for kind in kinds for row in await store.reminders_of(kind, key)]
    return {(row.key, row.due_at, row.ends_at, row.wall) for row in rows if row.is_open}


async def everything(desk: Desk, key: str) -> tuple[object, ...]:
    """The event and all that stands beside it."""
    store = desk.calendar.store
    event = await store.event(key)
    assert event is not None
    return (
        event,
        await store.checklist(key),
        await store.attendance(key),
        await store.arrangement(key),
        await reminders(desk, key),
    )


@pytest.mark.parametrize("deed", DEEDS)
async def test_what_is_taken_back_leaves_no_trace(desk: Desk, deed: str) -> None:
    key = (await desk.plan_call(kyiv(2024, 6, 25, 15))).key
    before = await everything(desk, key)
    desk.world.clock.advance(timedelta(minutes=5))
    await DEEDS[deed](desk, key)
    assert await everything(desk, key) != before
    await desk.world.editing.undo(OF_KOROSTEN)
    assert await everything(desk, key) == before


async def test_the_last_deed_is_taken_back_and_not_the_plan_before_it(desk: Desk) -> None:
    key = (await desk.plan_call(kyiv(2024, 6, 25, 15))).key
    await desk.calendar.tick(OF_KOROSTEN, key, "ONL01")
    await desk.calendar.tick(OF_KOROSTEN, key, "ONL02")
    await desk.world.editing.undo(OF_KOROSTEN)
    lines = {each.line: each for each in await desk.calendar.checklist(key)}
    assert (lines["ONL01"].is_open, lines["ONL02"].is_open) == (False, True)


async def test_a_line_that_somebody_changed_since_is_left_alone(desk: Desk) -> None:
    key = (await desk.plan_call(kyiv(2024, 6, 25, 15))).key
    await desk.calendar.tick(OF_KOROSTEN, key, "ONL01")
    await desk.calendar.untick(ADMIN, key, "ONL01")
    with pytest.raises(UndoConflictError):
        await desk.world.editing.undo(OF_KOROSTEN)


async def test_a_plan_can_be_taken_back_though_somebody_has_answered(desk: Desk) -> None:
    key = (await desk.plan_call(kyiv(2024, 6, 25, 15))).key
    await desk.calendar.rsvp(OFFICIAL, key, Answer.COMING)
    await desk.world.editing.undo(OF_KOROSTEN)
    assert await desk.calendar.store.event(key) is None


async def test_those_who_heard_of_a_cancellation_hear_that_it_takes_place(desk: Desk) -> None:
    key = (await desk.plan_call(kyiv(2024, 6, 25, 15))).key
    await desk.calendar.tell(key, [GROUP])
    await desk.calendar.cancel(OF_KOROSTEN, key, "зміна планів")
    await desk.world.editing.undo(OF_KOROSTEN)
    rows = await desk.world.stores.reminders.upcoming(limit=50)
    told = [row.rule for row in rows if row.subject_kind is SubjectKind.ANNOUNCEMENT]
    assert told.count(RESTORED) == 1


async def test_a_poll_is_open_again_when_its_date_is_taken_back(desk: Desk) -> None:
    event = await desk.plan_call(kyiv(2024, 6, 25, 15), timing=Timing())
    poll = await desk.calendar.open_poll(
        OF_KOROSTEN, event.key, [kyiv(2024, 6, 27, 10), kyiv(2024, 6, 28, 10)]
    )
    await desk.calendar.vote(OFFICIAL, poll.id, 1, Vote.YES)
    await desk.calendar.schedule(OF_KOROSTEN, poll.id, 1)
    await desk.world.editing.undo(OF_KOROSTEN)
    again = await desk.calendar.store.poll(poll.id)
    assert again == replace(poll, votes={(OFFICIAL.id, 1): Vote.YES})


async def test_a_snooze_comes_back_with_the_time_it_was_about(desk: Desk) -> None:
    key = (await desk.plan_call(kyiv(2024, 6, 25, 15))).key
    own = next(
        row
        for row in await desk.calendar.reminders_to_come(key)
        if row.recipient.id == OF_KOROSTEN.id and row.rule == "event:-60m"
    )
    await desk.calendar.snooze(OF_KOROSTEN, own, own.due_at + timedelta(minutes=10))
    before = await reminders(desk, key)
    await desk.calendar.move(OF_KOROSTEN, key, Timing.at(kyiv(2024, 6, 26, 9)))
    await desk.world.editing.undo(OF_KOROSTEN)
    assert await reminders(desk, key) == before
