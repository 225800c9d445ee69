from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from partnership.reminders.model import Reminder, ReminderState, SubjectKind
from storage.chats import SqlChats
from storage.database import Database
from storage.reminder_claims import SqlReminderClaims
from storage.reminder_rows import OPEN, WAITS_FOR
from storage.reminders import SqlReminders
from tests.support.clocks import MONDAY_MORNING as NOW
from tests.support.reminders import plan, reminder, to_chat, to_user

LEASE = timedelta(minutes=1)
DAY = timedelta(days=1)


@dataclass
class Desk:
    """An empty database, and two processes that want its rows."""

    database: Database
    reminders: SqlReminders
    ours: SqlReminderClaims
    theirs: SqlReminderClaims

    async def plan(self, *rows: Reminder) -> None:
        await plan(self.database, self.reminders, rows)

    async def cancel(self, *rows: Reminder) -> None:
        async with self.database.transaction() as transaction:
            keys = [row.key for row in rows]
            await self.reminders.work(transaction).cancel_reminders(keys, "event_cancelled")

    async def only_row(self) -> Reminder:
        (row,) = await self.reminders.of_subject(SubjectKind.EVENT, "e")
        return row


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    database = await Database.open(tmp_path / "mistok.db")
    ours, theirs = (SqlReminderClaims(database, name) for name in ("ours", "theirs"))
    yield Desk(database, SqlReminders(database), ours, theirs)
    await database.close()


async def test_a_row_comes_back_as_it_was_planned(desk: Desk) -> None:
    planned = reminder("e", to_chat(-5, 7), NOW)
    await desk.plan(planned)
    assert await desk.only_row() == replace(planned, id=1)
    assert await desk.reminders.reminder(1) == replace(planned, id=1)


async def test_only_due_rows_are_claimed_the_urgent_first(desk: Desk) -> None:
    await desk.plan(
        reminder("later", to_user(1), NOW + timedelta(seconds=1)),
        reminder("usual", to_user(1), NOW - DAY),
        reminder("imminent", to_user(1), NOW, priority=0),
    )
    claimed = await desk.ours.claim(NOW, LEASE)
    assert [row.subject for row in claimed] == ["imminent", "usual"]
    assert {row.state for row in claimed} == {ReminderState.CLAIMED}


async def test_what_is_due_soon_is_claimed_ahead_but_nobody_elses_lease_is_cut_short(
    desk: Desk,
) -> None:
    soon, second = timedelta(seconds=2), timedelta(seconds=1)
    await desk.plan(reminder("theirs", to_user(1), NOW))
    await desk.theirs.claim(NOW, LEASE)
    await desk.plan(
        reminder("soon", to_user(1), NOW + LEASE + second),
        reminder("later", to_user(1), NOW + LEASE + 3 * second),
    )
    claimed = await desk.ours.claim(NOW + LEASE - second, LEASE, ahead=soon)
    assert [row.subject for row in claimed] == ["soon"]
    assert await desk.ours.next_claim() == (NOW + LEASE, True)
    assert len(await desk.ours.claim(NOW + LEASE, LEASE, ahead=soon)) == 1
    assert await desk.ours.next_claim() == (NOW + LEASE + 3 * second, False)


async def test_a_row_that_was_planned_for_another_time_is_not_held(desk: Desk) -> None:
    row = reminder("e", to_user(1), NOW)
    await desk.plan(row)
    (claimed,) = await desk.ours.claim(NOW, LEASE)
    assert await desk.ours.holds(claimed)
    await desk.plan(replace(row, due_at=NOW + timedelta(seconds=1)))
    await desk.ours.claim(NOW + timedelta(seconds=1), LEASE)
    assert not await desk.ours.holds(claimed)


async def test_two_processes_never_claim_the_same_row(desk: Desk) -> None:
    await desk.plan(*(reminder(f"e{n}", to_user(n), NOW) for n in range(5)))
    ours = await desk.ours.claim(NOW, LEASE, 3)
    theirs = await desk.theirs.claim(NOW, LEASE, 3)
    assert (len(ours), len(theirs)) == (3, 2)
    assert not {row.id for row in ours} & {row.id for row in theirs}


async def test_a_row_of_a_dead_process_is_due_again_when_its_lease_is_over(desk: Desk) -> None:
    await desk.plan(reminder("e", to_user(1), NOW))
    (claimed,) = await desk.theirs.claim(NOW, LEASE)
    assert await desk.reminders.next_due() == NOW + LEASE
    assert await desk.ours.claim(NOW + LEASE - timedelta(seconds=1), LEASE) == []
    assert [row.id for row in await desk.ours.claim(NOW + LEASE, LEASE)] == [claimed.id]
    assert not await desk.theirs.holds(claimed)
    assert not await desk.theirs.mark_sent(claimed, ReminderState.SENT, NOW, 5)


async def test_a_sent_row_says_where_and_when_and_is_never_claimed_again(desk: Desk) -> None:
    await desk.plan(reminder("e", to_chat(-5, 7), NOW))
    (claimed,) = await desk.ours.claim(NOW, LEASE)
    moved = replace(claimed, recipient=to_chat(-100))
    assert await desk.ours.mark_sent(moved, ReminderState.SENT, NOW, 42)
    row = await desk.only_row()
    assert (row.state, row.sent_at, row.message_id) == (ReminderState.SENT, NOW, 42)
    assert row.recipient == to_chat(-100)
    assert await desk.ours.claim(NOW + DAY, LEASE) == []
    assert await desk.reminders.next_due() is None


async def test_a_cancelled_row_is_neither_claimed_nor_held(desk: Desk) -> None:
    rows = [reminder(name, to_user(1), NOW) for name in ("a", "b")]
    await desk.plan(rows[0])
    (claimed,) = await desk.ours.claim(NOW, LEASE)
    await desk.plan(rows[1])
    await desk.cancel(*rows)
    assert not await desk.ours.holds(claimed)
    assert await desk.ours.claim(NOW + DAY, LEASE) == []
    ended = await desk.reminders.ended(states=[ReminderState.CANCELLED])
    assert {row.reason for row in ended} == {"event_cancelled"}


async def test_what_was_under_way_when_it_was_cancelled_is_still_known_as_sent(desk: Desk) -> None:
    row = reminder("e", to_user(1), NOW)
    await desk.plan(row)
    (claimed,) = await desk.ours.claim(NOW, LEASE)
    await desk.cancel(row)
    assert await desk.ours.mark_sent(claimed, ReminderState.SENT, NOW, 42)
    assert (await desk.only_row()).state is ReminderState.SENT


async def test_planning_again_brings_a_cancelled_row_back_but_never_a_sent_one(desk: Desk) -> None:
    row = reminder("e", to_user(1), NOW)
    await desk.plan(row)
    await desk.cancel(row)
    await desk.plan(row)
    assert (await desk.only_row()).is_open
    (claimed,) = await desk.ours.claim(NOW, LEASE)
    await desk.ours.mark_sent(claimed, ReminderState.SENT, NOW, 42)
    await desk.plan(row)
    await desk.cancel(row)
    assert (await desk.only_row()).state is ReminderState.SENT


async def test_a_failed_attempt_is_counted_and_a_postponed_one_is_not(desk: Desk) -> None:
    await desk.plan(reminder("e", to_user(1), NOW))
    soon, later = NOW + timedelta(seconds=5), NOW + timedelta(minutes=5)
    (claimed,) = await desk.ours.claim(NOW, LEASE)
    await desk.ours.retry(claimed, soon, "no_answer")
    row = await desk.only_row()
    assert (row.attempts, row.next_try_at, row.reason) == (1, soon, "no_answer")
    assert await desk.theirs.claim(NOW, LEASE) == []
    (again,) = await desk.theirs.claim(soon, LEASE)
    await desk.theirs.postpone([(again, later)])
    row = await desk.only_row()
    assert (row.attempts, row.next_try_at, row.lease_owner) == (1, later, None)


async def test_release_puts_back_only_our_rows(desk: Desk) -> None:
    await desk.plan(*(reminder(f"e{n}", to_user(n), NOW) for n in range(4)))
    await desk.ours.claim(NOW, LEASE, 3)
    await desk.theirs.claim(NOW, LEASE)
    assert await desk.ours.release() == 3
    assert len(await desk.ours.claim(NOW, LEASE)) == 3


async def test_a_rolled_back_plan_leaves_no_row_and_rings_no_alarm(desk: Desk) -> None:
    rung: list[bool] = []
    desk.reminders.on_change(lambda: rung.append(True))
    row = reminder("e", to_user(1), NOW)

    async def fail_after_planning() -> None:
        async with desk.database.transaction() as transaction:
            await desk.reminders.work(transaction).put_reminders([row])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_after_planning()
    assert not rung
    assert await desk.reminders.next_due() is None
    await desk.plan(row)
    assert rung == [True]


async def test_lists_are_paged_in_the_order_of_time(desk: Desk) -> None:
    rows = [reminder(f"e{n}", to_user(n % 2), NOW + timedelta(hours=n)) for n in range(5)]
    await desk.plan(*rows)
    first = await desk.reminders.upcoming(limit=2)
    second = await desk.reminders.upcoming(limit=2, after=first[-1])
    assert [row.subject for row in (*first, *second)] == ["e0", "e1", "e2", "e3"]
    mine = await desk.reminders.upcoming(recipient=1)
    assert [row.subject for row in mine] == ["e1", "e3"]
    await desk.cancel(*rows[:3])
    latest = await desk.reminders.ended(limit=1)
    rest = await desk.reminders.ended(before=latest[0])
    assert [row.subject for row in (*latest, *rest)] == ["e2", "e1", "e0"]


async def test_a_group_that_moved_keeps_its_rows_and_gets_none_twice(desk: Desk) -> None:
    old, new = reminder("e", to_chat(-5), NOW), reminder("e", to_chat(-100), NOW)
    other = reminder("other", to_chat(-5), NOW)
    await desk.plan(old, new, other, reminder("e", to_user(-5), NOW))
    await SqlChats(desk.database).migrate_chat(-5, -100)
    moved = await desk.reminders.upcoming(recipient=-100)
    assert {row.key for row in moved} == {new.key, reminder("other", to_chat(-100), NOW).key}
    (left,) = await desk.reminders.ended()
    assert (left.state, left.reason) == (ReminderState.CANCELLED, "moved")


async def test_only_what_was_sent_is_acknowledged_and_once(desk: Desk) -> None:
    await desk.plan(reminder("e", to_user(1), NOW))
    assert not await desk.reminders.acknowledge(1, NOW)
    (claimed,) = await desk.ours.claim(NOW, LEASE)
    await desk.ours.mark_sent(claimed, ReminderState.SENT_LATE, NOW, 42)
    assert await desk.reminders.acknowledge(1, NOW)
    assert not await desk.reminders.acknowledge(1, NOW + DAY)
    assert (await desk.only_row()).acknowledged_at == NOW


async def test_due_rows_are_found_by_the_index_of_open_rows(desk: Desk) -> None:
    for sql in (
        f"SELECT id FROM reminder WHERE {OPEN} AND {WAITS_FOR} <= ? ORDER BY {WAITS_FOR} LIMIT 100",
        f"SELECT min({WAITS_FOR}) FROM reminder WHERE {OPEN} AND ? IS NOT NULL",
    ):
        steps = await desk.database.fetch_all(f"EXPLAIN QUERY PLAN {sql}", ("x",))
        said = " ".join(step[3] for step in steps)
        assert "reminder_open" in said
        assert "TEMP B-TREE" not in said
