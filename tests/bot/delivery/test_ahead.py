"""Rows stand in line before their instant, and nothing goes before it, nor what was called off."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.delivery.limits import Limits
from partnership.reminders.model import ReminderState
from tests.support.clocks import StillClock
from tests.support.delivery import SendingDesk, open_desk
from tests.support.reminders import reminder, to_user

AHEAD = timedelta(seconds=2)
SOON = timedelta(milliseconds=60)


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime.now(UTC))


@pytest.fixture
async def desk(tmp_path: Path, clock: StillClock) -> AsyncIterator[SendingDesk]:
    async with open_desk(tmp_path, clock, limits=Limits(), ahead=AHEAD) as opened:
        yield opened


async def test_a_row_is_in_hand_before_it_is_due_and_goes_at_its_instant(desk: SendingDesk) -> None:
    desk.person(1)
    await desk.plan(reminder("e", to_user(1), desk.clock.now() + SOON))
    begin = time.monotonic()
    assert await desk.delivery.tick() == 1
    assert (await desk.row()).state is ReminderState.CLAIMED
    assert desk.texts(1) == []
    await desk.delivery.idle()
    (request,) = desk.telegram.requests.of("sendMessage")
    assert request.monotonic - begin >= SOON.total_seconds()
    assert (await desk.row()).state is ReminderState.SENT


async def test_what_is_cancelled_in_the_last_second_is_not_sent(desk: SendingDesk) -> None:
    desk.person(1)
    row = reminder("e", to_user(1), desk.clock.now() + SOON)
    await desk.plan(row)
    await desk.delivery.tick()
    await desk.cancel(row)
    await desk.delivery.idle()
    assert desk.telegram.requests.of("sendMessage") == []
    assert (await desk.row()).reason == "event_cancelled"


async def test_a_stop_puts_back_what_is_not_due_yet_without_waiting_for_it(
    desk: SendingDesk,
) -> None:
    await desk.plan(reminder("e", to_user(1), desk.clock.now() + AHEAD))
    assert await desk.delivery.tick() == 1
    begin = time.monotonic()
    await desk.delivery.stop(deadline=5)
    assert time.monotonic() - begin < AHEAD.total_seconds()
    assert (await desk.row()).state is ReminderState.PENDING


async def test_the_alarm_rings_ahead_and_never_for_each_row_alone(desk: SendingDesk) -> None:
    now = desk.clock.now()
    await desk.plan(reminder("far", to_user(1), now + timedelta(hours=1)))
    assert await desk.delivery.tick() == 0
    assert desk.schedule.armed == now + timedelta(hours=1) - AHEAD
    assert desk.delivery.next_due == now + timedelta(hours=1)
    await desk.plan(reminder("near", to_user(1), now + AHEAD + timedelta(milliseconds=1)))
    assert await desk.delivery.tick() == 0
    assert desk.schedule.armed == now + AHEAD / 2
