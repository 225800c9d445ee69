from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from markupsafe import Markup

from bot.delivery.limits import Limits
from bot.delivery.outcomes import REFUSALS
from bot.delivery.reminders import LEASE
from bot.sandbox.errors import bad_request
from handlers.screens import Screen
from partnership.reminders.model import Reminder, ReminderState, SubjectKind
from partnership.reminders.undelivered import UNDELIVERED, Trouble
from tests.support.clocks import MONDAY_MORNING as NOW
from tests.support.clocks import StillClock
from tests.support.delivery import COORDINATOR, SendingDesk, open_desk
from tests.support.reminders import reminder, to_chat, to_user

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
WEEK = timedelta(days=7)


async def told(desk: SendingDesk) -> list[dict[str, object]]:
    """The facts of every report to the coordinator, in order."""
    rows = await desk.reminders.ended(recipient=COORDINATOR)
    found = [await desk.announcements.announcement(int(row.subject)) for row in reversed(rows)]
    return [dict(each.facts) for each in found if each and each.kind == UNDELIVERED]


async def test_a_due_reminder_is_sent_once_and_says_so(desk: SendingDesk) -> None:
    person = desk.person(1)
    await desk.plan(reminder("Дортмунд", to_user(1), NOW), reminder("z", to_user(1), NOW + HOUR))
    await desk.deliver()
    await desk.deliver()
    assert desk.texts(1) == ["Дортмунд event:-1d"]
    row = await desk.row()
    assert (row.state, row.sent_at) == (ReminderState.SENT, NOW)
    assert row.message_id == person.private().last.id
    assert desk.schedule.armed == NOW + HOUR


async def test_after_downtime_a_reminder_is_sent_once_as_late(desk: SendingDesk) -> None:
    desk.person(1)
    await desk.plan(reminder("e", to_user(1), NOW))
    desk.clock.advance(3 * HOUR)
    await desk.deliver()
    await desk.deliver()
    assert desk.texts(1) == ["e event:-1d, due 08:00"]
    assert (await desk.row()).state is ReminderState.SENT_LATE


async def test_what_is_over_after_downtime_is_closed_as_missed_and_reported_once(
    desk: SendingDesk,
) -> None:
    desk.person(1)
    await desk.plan(*(reminder(f"e{n}", to_user(1), NOW, lasts=HOUR) for n in range(3)))
    desk.clock.advance(HOUR)
    await desk.deliver()
    assert desk.texts(1) == []
    assert {(await desk.row(n)).state for n in (1, 2, 3)} == {ReminderState.MISSED}
    assert len(desk.texts(COORDINATOR)) == 1
    assert await told(desk) == [
        {"trouble": Trouble.MISSED, "reason": "over", "reminders": [1, 2, 3]}
    ]


def of_one_event(rule: str, days: int, *, number: int = 1, lasts: timedelta = WEEK) -> Reminder:
    """Due so many days before today, about an event that begins tomorrow."""
    due = NOW - days * DAY
    row = reminder("e", to_user(number), due, rule=rule, lasts=lasts)
    return replace(row, key=f"{rule}{number}", occurrence=NOW + DAY, ends_at=due + lasts)


async def test_of_several_overdue_reminders_of_an_event_only_the_latest_is_sent(
    desk: SendingDesk,
) -> None:
    desk.person(1)
    desk.person(2)
    rows = [("event:-7d", 6), ("event:-1d", 1), ("event:-3d", 2)]
    await desk.plan(*(of_one_event(rule, days) for rule, days in rows))
    await desk.plan(*(of_one_event(rule, days, number=2) for rule, days in rows[:2]))
    await desk.deliver()
    assert desk.texts(1) == ["e event:-1d, due 08:00"]
    assert desk.texts(2) == ["e event:-1d, due 08:00"]
    ends = [((await desk.row(n)).state, (await desk.row(n)).reason) for n in (1, 2, 3)]
    assert ends == [
        (ReminderState.CANCELLED, "superseded"),
        (ReminderState.SENT_LATE, None),
        (ReminderState.CANCELLED, "superseded"),
    ]
    assert await told(desk) == []


async def test_the_latest_is_sent_wherever_it_stands_among_thousands(desk: SendingDesk) -> None:
    desk.person(1)
    crowd = [reminder(f"o{n}", to_user(2 + n), NOW - 3 * DAY, lasts=WEEK) for n in range(150)]
    await desk.plan(of_one_event("event:-7d", 6), *crowd, of_one_event("event:-1d", 1))
    await desk.delivery.tick()
    assert (await desk.row(1)).reason == "superseded"
    await desk.deliver()
    assert desk.texts(1) == ["e event:-1d, due 08:00"]


async def test_a_reminder_that_was_long_refused_is_not_sent_after_the_next_one(
    desk: SendingDesk,
) -> None:
    desk.person(1)
    desk.telegram.faults.server_error("sendMessage")
    await desk.plan(of_one_event("event:-7d", 0), of_one_event("event:-1d", -1))
    await desk.deliver()
    async with desk.database.transaction() as transaction:
        later = (NOW + DAY + HOUR).isoformat()
        await transaction.execute("UPDATE reminder SET next_try_at = ? WHERE id = 1", (later,))
    desk.clock.move_to(NOW + DAY)
    await desk.deliver()
    desk.clock.move_to(NOW + DAY + HOUR)
    await desk.deliver()
    assert desk.texts(1) == ["e event:-1d"]
    assert (await desk.row(1)).reason == "superseded"


async def test_all_rows_of_an_event_that_is_over_are_missed_and_reported_as_one(
    desk: SendingDesk,
) -> None:
    rows = [
        of_one_event(f"event:-{n}d", n, number=chat, lasts=timedelta(days=n))
        for n in range(1, 60)
        for chat in (1, 2, 3)
    ]
    await desk.plan(*rows)
    await desk.deliver()
    (report,) = await told(desk)
    assert report["trouble"] == Trouble.MISSED
    assert len(report["reminders"]) == len(rows)  # type: ignore[arg-type]
    assert {(await desk.row(n)).state for n in range(1, len(rows))} == {ReminderState.MISSED}


async def test_a_reminder_cancelled_while_it_waits_for_its_turn_is_not_sent(
    tmp_path: Path, clock: StillClock
) -> None:
    cancelled: list[Reminder] = [reminder("b", to_user(1), NOW, rule="x")]

    async def cancel_the_other(row: Reminder, *, late: bool) -> Screen | None:
        await desk.cancel(*cancelled)
        return Screen(text=row.subject)  # type: ignore[arg-type]

    async with open_desk(tmp_path, clock, render=cancel_the_other) as desk:
        desk.person(1)
        await desk.plan(reminder("a", to_user(1), NOW), *cancelled)
        await desk.deliver()
        assert desk.texts(1) == ["a"]
        assert (await desk.row(2)).reason == "event_cancelled"


async def test_nothing_to_say_ends_as_cancelled_with_the_reason(
    tmp_path: Path, clock: StillClock
) -> None:
    async def nothing(_: Reminder, *, late: bool) -> None:
        return None

    async with open_desk(tmp_path, clock, render=nothing) as desk:
        await desk.plan(reminder("e", to_user(1), NOW))
        await desk.deliver()
        row = await desk.row()
        assert (row.state, row.reason) == (ReminderState.CANCELLED, "nothing_to_say")


async def test_a_text_too_long_for_one_message_arrives_whole_in_several(
    tmp_path: Path, clock: StillClock
) -> None:
    rows = [f"{n}. {'рядок' * 12}" for n in range(100)]

    async def long(_: Reminder, *, late: bool) -> Screen:
        return Screen(Markup("\n").join(rows))

    async with open_desk(tmp_path, clock, render=long) as desk:
        person = desk.person(1)
        await desk.plan(reminder("e", to_user(1), NOW))
        await desk.deliver()
        texts = desk.texts(1)
        assert len(texts) == 2
        assert [line for text in texts for line in text.split("\n")] == rows
        row = await desk.row()
        assert (row.state, row.message_id) == (ReminderState.SENT, person.private().last.id)


async def test_a_text_that_cannot_be_made_is_tried_again_and_then_reported(
    tmp_path: Path, clock: StillClock
) -> None:
    async def broken(row: Reminder, *, late: bool) -> Screen:
        if row.subject_kind is SubjectKind.ANNOUNCEMENT:
            return Screen(text="report")  # type: ignore[arg-type]
        raise KeyError("city")

    async with open_desk(tmp_path, clock, render=broken) as desk:
        await desk.plan(reminder("e", to_user(1), NOW))
        for _ in range(REFUSALS):
            await desk.deliver()
            clock.advance(HOUR)
        row = await desk.row()
        assert (row.state, row.reason) == (ReminderState.FAILED, "no_text")
        assert len(desk.texts(COORDINATOR)) == 1


@pytest.mark.parametrize("way", ["blocked", "deactivated", "never_started"])
async def test_an_unreachable_person_fails_with_the_reason(desk: SendingDesk, way: str) -> None:
    person = desk.person(1)
    chat = person.private().chat
    chat.bot_blocked = way == "blocked"
    chat.started = way != "never_started"
    person.person.deactivated = way == "deactivated"
    await desk.plan(reminder("e", to_user(1), NOW))
    await desk.deliver()
    row = await desk.row()
    assert (row.state, row.reason) == (ReminderState.FAILED, way)
    assert await told(desk) == [{"trouble": Trouble.FAILED, "reason": way, "reminders": [1]}]


async def test_a_group_that_threw_the_bot_out_fails_with_the_reason(desk: SendingDesk) -> None:
    group = desk.group()
    group.chat.bot_status = "kicked"
    await desk.plan(reminder("e", to_chat(group.id), NOW))
    await desk.deliver()
    assert (await desk.row()).reason == "kicked"
    assert (await told(desk))[0]["reason"] == "kicked"


async def test_a_report_that_fails_is_not_reported_again(desk: SendingDesk) -> None:
    desk.telegram.sandbox.world.chat(COORDINATOR).bot_blocked = True
    await desk.plan(reminder("e", to_user(77), NOW))
    await desk.deliver()
    assert (await desk.row(2)).reason == "blocked"
    assert await desk.reminders.reminder(3) is None


async def test_a_group_that_became_a_supergroup_is_followed(desk: SendingDesk) -> None:
    group = desk.group(supergroup=False)
    old = group.id
    await desk.plan(reminder("now", to_chat(old), NOW), reminder("later", to_chat(old), NOW + HOUR))
    group.upgrade_unnoticed(desk.person(902))
    await desk.deliver()
    assert desk.texts(group.id) == ["now event:-1d"]
    assert desk.migrations == [(old, group.id)]
    (later,) = await desk.reminders.upcoming()
    assert later.recipient == to_chat(group.id)
    assert await told(desk) == []


@pytest.mark.parametrize("way", ["closed", "deleted"])
async def test_a_lost_topic_falls_back_to_the_group_and_is_reported(
    desk: SendingDesk, way: str
) -> None:
    group = desk.group("Візити")
    thread = group.topic("Візити").id
    if way == "closed":
        group.chat.topics[thread].closed = True
    else:
        group.delete_topic("Візити")
    await desk.plan(reminder("e", to_chat(group.id, thread), NOW))
    await desk.deliver()
    row = await desk.row()
    assert (row.state, row.recipient) == (ReminderState.SENT, to_chat(group.id))
    assert desk.texts(group.id)[-1] == "e event:-1d"
    assert (await told(desk))[0]["trouble"] == Trouble.TOPIC_GONE


async def test_an_unknown_refusal_is_tried_again_and_condemns_only_this_message(
    desk: SendingDesk,
) -> None:
    desk.person(1)
    await desk.plan(reminder("e", to_user(1), NOW))
    for attempt in range(1, REFUSALS + 1):
        desk.telegram.faults.refuse(bad_request("SOMETHING_NEW"), chat_id=1)
        await desk.deliver()
        assert (await desk.row()).attempts == min(attempt, REFUSALS - 1)
        desk.clock.advance(HOUR)
    row = await desk.row()
    assert (row.state, row.reason) == (ReminderState.FAILED, "Bad Request: SOMETHING_NEW")
    await desk.plan(reminder("next", to_user(1), desk.clock.now()))
    await desk.deliver()
    assert desk.texts(1) == ["next event:-1d"]


async def test_trouble_of_the_server_is_tried_again_after_growing_pauses(desk: SendingDesk) -> None:
    desk.person(1)
    await desk.plan(reminder("e", to_user(1), NOW, lasts=HOUR))
    pauses = []
    for _ in range(4):
        desk.telegram.faults.server_error("sendMessage")
        await desk.deliver()
        assert desk.schedule.armed is not None
        pauses.append((desk.schedule.armed - desk.clock.now()).total_seconds())
        desk.clock.move_to(desk.schedule.armed)
    assert pauses == [5, 15, 45, 135]
    await desk.deliver()
    row = await desk.row()
    assert (row.state, row.attempts) == (ReminderState.SENT_LATE, 5)


async def test_trouble_that_lasts_until_the_event_is_over_ends_as_missed(desk: SendingDesk) -> None:
    desk.person(1)
    await desk.plan(reminder("e", to_user(1), NOW, lasts=20 * SECOND))
    for _ in range(3):
        desk.telegram.faults.server_error("sendMessage", chat_id=1)
        await desk.deliver()
        desk.clock.move_to(desk.schedule.armed or desk.clock.now())
    await desk.deliver()
    row = await desk.row()
    assert (row.state, row.reason) == (ReminderState.MISSED, "TelegramServerError")
    assert desk.clock.now() == NOW + 20 * SECOND
    assert (await told(desk))[0]["trouble"] == Trouble.MISSED


async def test_too_many_requests_waits_to_the_second_and_counts_no_attempt(
    desk: SendingDesk,
) -> None:
    desk.person(1)
    desk.telegram.faults.too_many_requests("sendMessage", retry_after=17)
    await desk.plan(reminder("e", to_user(1), NOW))
    await desk.deliver()
    row = await desk.row()
    assert (row.state, row.attempts) == (ReminderState.PENDING, 0)
    assert desk.schedule.armed == NOW + 17 * SECOND


async def test_a_message_whose_answer_was_lost_is_sent_again_rather_than_lost(
    desk: SendingDesk,
) -> None:
    desk.person(1)
    desk.telegram.faults.drop("sendMessage")
    await desk.plan(reminder("e", to_user(1), NOW))
    await desk.deliver()
    assert (await desk.row()).reason == "no_answer"
    desk.clock.move_to(desk.schedule.armed or NOW)
    await desk.deliver()
    assert desk.texts(1) == ["e event:-1d", "e event:-1d"]
    assert (await desk.row()).state is ReminderState.SENT


async def test_a_stop_waits_for_what_is_under_way_and_puts_the_rest_back(
    desk: SendingDesk,
) -> None:
    desk.person(1)
    desk.person(2)
    held = desk.telegram.faults.hang("sendMessage")
    rows = [reminder(f"e{n}", to_user(1), NOW) for n in range(3)]
    await desk.plan(*rows)
    await desk.delivery.tick()
    await held.struck.wait()
    stopping = asyncio.ensure_future(desk.delivery.stop(deadline=5))
    await asyncio.sleep(0)
    held.released.set()
    await stopping
    assert len(desk.texts(1)) == 1
    states = [(await desk.row(n)).state for n in (1, 2, 3)]
    assert states == [ReminderState.SENT, ReminderState.PENDING, ReminderState.PENDING]
    assert await desk.delivery.tick() == 0


async def test_a_stop_does_not_wait_for_ever_and_loses_nothing(desk: SendingDesk) -> None:
    desk.person(1)
    held = desk.telegram.faults.hang("sendMessage")
    await desk.plan(reminder("e", to_user(1), NOW))
    await desk.delivery.tick()
    await held.struck.wait()
    await desk.delivery.stop(deadline=0)
    assert (await desk.row()).state is ReminderState.PENDING


async def test_a_row_in_hand_is_not_sent_twice_when_its_lease_runs_out(desk: SendingDesk) -> None:
    desk.person(1)
    held = desk.telegram.faults.hang("sendMessage")
    await desk.plan(reminder("e", to_user(1), NOW))
    await desk.delivery.tick()
    await held.struck.wait()
    desk.clock.advance(LEASE)
    assert await desk.delivery.tick() == 0
    assert (await desk.row()).lease_until == NOW + 2 * LEASE
    held.released.set()
    await desk.delivery.idle()
    assert desk.texts(1) == ["e event:-1d"]


async def test_a_busy_chat_gives_its_rows_back_instead_of_holding_up_others(
    tmp_path: Path, clock: StillClock
) -> None:
    async with open_desk(tmp_path, clock, limits=Limits(chat_pause=100.0)) as desk:
        desk.person(1)
        desk.person(2)
        crowd = [reminder(f"e{n}", to_user(1), NOW) for n in range(3)]
        await desk.plan(*crowd, reminder("other", to_user(2), NOW))
        assert await desk.delivery.tick() == 4
        await desk.delivery.idle()
        assert len(desk.texts(1)) == 1
        assert desk.texts(2) == ["other event:-1d"]
        states = [(await desk.row(n)).state for n in (2, 3)]
        assert states == [ReminderState.PENDING] * 2


async def test_it_runs_by_itself_whenever_something_is_planned_and_survives_a_failure(
    desk: SendingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = desk.person(1).private()
    desk.delivery.start()
    await desk.plan(reminder("first", to_user(1), NOW))
    assert (await chat.next()).text == "first event:-1d"
    tick, failed = desk.delivery.tick, asyncio.Event()

    async def fail_once() -> int:
        monkeypatch.setattr(desk.delivery, "tick", tick)
        failed.set()
        raise OSError("disk full")

    monkeypatch.setattr(desk.delivery, "tick", fail_once)
    await desk.plan(reminder("second", to_user(1), NOW))
    await failed.wait()
    await asyncio.sleep(0)
    assert desk.schedule.armed == NOW + 5 * SECOND
    desk.schedule.ring()
    assert (await chat.next()).text == "second event:-1d"
