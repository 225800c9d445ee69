"""Whatever is done in whatever order, the open reminders are those of the events as they are."""

import random
from datetime import timedelta

import pytest

from partnership.calendar.series import occurrences
from partnership.calendar.timing import Timing
from partnership.errors import MistokError
from partnership.events import Event, EventKind
from partnership.reminders.event_plan import LOOKING_BACK, REMINDED
from partnership.reminders.model import Reminder, SubjectKind
from tests.support.builders import OF_KOROSTEN
from tests.support.calendars import GROUP, Desk, a_call, kyiv

COMMANDS = 40
HORIZON = timedelta(days=45)


async def one_command(desk: Desk, choose: random.Random, keys: list[str]) -> None:
    """A random command on a random event; what the calendar refuses changes nothing."""
    calendar, who = desk.calendar, OF_KOROSTEN
    now = desk.world.clock.now().replace(tzinfo=None, second=0, microsecond=0)
    wall = now + timedelta(hours=3, minutes=choose.choice([5, 20, 90, 2000, 9000, 30000]))
    key = choose.choice(keys)
    match choose.randrange(9):
        case 0:
            rule = choose.choice([None, None, "FREQ=WEEKLY", "FREQ=DAILY;COUNT=5"])
            timing = Timing(start=wall.date(), start_time=wall.time(), rule=rule)
            kind = choose.choice([EventKind.ONLINE_MEETING, EventKind.SIGNING])
            new = a_call(wall, timing=timing, kind=kind)
            keys.append((await calendar.plan(who, new)).event.key)
        case 1 | 2 | 3:
            await calendar.move(who, key, Timing.at(wall))
        case 4:
            await calendar.postpone(who, key)
        case 5:
            await calendar.cancel(who, key, "так склалося")
        case 6:
            await desk.world.editing.undo(who)
        case 7:
            desk.world.clock.advance(timedelta(minutes=choose.choice([1, 30, 600, 3000])))
            await calendar.planner.roll(calendar.batches.store)
        case _:
            await calendar.set_link(who, key, "https://zoom.us/j/1")


async def check(desk: Desk, event: Event | None, rows: list[Reminder]) -> None:
    """Nothing about what is no more, and the last call before whatever is to come."""
    now = desk.world.clock.now()
    if event is None or event.state not in REMINDED:
        assert rows == []
        return
    ahead = occurrences(event, now - LOOKING_BACK, now + timedelta(days=400))
    starts = {each.starts_at for each in ahead}
    assert {row.occurrence for row in rows} <= starts
    last_calls = {
        row.occurrence: row.due_at
        for row in rows
        if row.rule == "event:-10m" and row.recipient == GROUP
    }
    for start in starts:
        due = start - timedelta(minutes=10)
        if due > now and (event.series is None or start < now + HORIZON):
            assert last_calls[start] == due


@pytest.mark.parametrize("seed", range(8))
async def test_open_reminders_are_those_of_the_events_as_they_are(desk: Desk, seed: int) -> None:
    choose = random.Random(seed)
    keys = [(await desk.plan_call(kyiv(2024, 6, 25, 15))).key]
    for _ in range(COMMANDS):
        try:
            await one_command(desk, choose, keys)
        except MistokError:
            continue
        for key in keys:
            event = await desk.world.stores.events.event(key)
            rows = await desk.world.stores.reminders.of_subject(SubjectKind.EVENT, key)
            await check(desk, event, [row for row in rows if row.is_open])
