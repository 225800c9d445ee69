from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.clock import MovableClock
from bot.schedule import LONGEST_SLEEP, ApSchedule

SECOND = timedelta(seconds=1)
KYIV = ZoneInfo("Europe/Kyiv")


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
async def schedule(clock: MovableClock) -> AsyncIterator[ApSchedule]:
    schedule = ApSchedule(clock)
    schedule.start()
    yield schedule
    schedule.close()
    await asyncio.sleep(0)


async def test_an_alarm_in_the_past_rings_at_once(
    schedule: ApSchedule, clock: MovableClock
) -> None:
    rung = asyncio.Event()
    schedule.on_alarm(rung.set)
    schedule.arm(clock.now() - timedelta(days=3))
    await asyncio.wait_for(rung.wait(), 5)


async def test_only_the_last_alarm_that_was_set_rings(
    schedule: ApSchedule, clock: MovableClock
) -> None:
    rung: list[datetime] = []
    done = asyncio.Event()
    schedule.on_alarm(lambda: (rung.append(clock.now()), done.set())[0])
    begin = clock.now()
    schedule.arm(begin + 3600 * SECOND)
    schedule.arm(begin + 0.05 * SECOND)
    await asyncio.wait_for(done.wait(), 5)
    assert len(rung) == 1
    assert rung[0] >= begin + 0.05 * SECOND


async def test_no_alarm_rings_after_it_was_taken_away(
    schedule: ApSchedule, clock: MovableClock
) -> None:
    rung = asyncio.Event()
    schedule.on_alarm(rung.set)
    schedule.arm(clock.now() + 0.02 * SECOND)
    schedule.arm(None)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(rung.wait(), 0.1)


async def test_a_clock_that_was_turned_rings_what_it_passed(
    schedule: ApSchedule, clock: MovableClock
) -> None:
    rung = asyncio.Event()
    schedule.on_alarm(rung.set)
    schedule.arm(clock.now() + timedelta(days=7))
    clock.advance(timedelta(days=7))
    schedule.wake()
    await asyncio.wait_for(rung.wait(), 5)


async def test_daily_work_that_the_clock_passed_is_done_once(
    schedule: ApSchedule, clock: MovableClock
) -> None:
    done: list[datetime] = []
    ended = asyncio.Event()

    async def work() -> None:
        done.append(clock.now())
        ended.set()

    schedule.every_day("backup", time(3), KYIV, work)
    clock.advance(timedelta(days=3))
    schedule.wake()
    await asyncio.wait_for(ended.wait(), 5)
    schedule.wake()
    assert [job.id for job in schedule._scheduler.get_jobs()] == ["backup"]
    assert len(done) == 1


async def test_daily_work_that_fails_is_only_logged(
    schedule: ApSchedule, clock: MovableClock
) -> None:
    tried = asyncio.Event()

    async def work() -> None:
        tried.set()
        raise OSError("disk full")

    schedule.every_day("backup", time(3), KYIV, work)
    clock.advance(timedelta(days=1))
    schedule.wake()
    await asyncio.wait_for(tried.wait(), 5)


async def test_a_far_alarm_is_looked_at_every_minute(schedule: ApSchedule) -> None:
    schedule.arm(datetime(2999, 1, 1, tzinfo=UTC))
    (job,) = schedule._scheduler.get_jobs()
    assert job.next_run_time - datetime.now(UTC) <= LONGEST_SLEEP
