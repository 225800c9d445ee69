from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.retries import LONGEST_PAUSE, next_attempt
from tests.support.clocks import MONDAY_MORNING as NOW
from tests.support.reminders import reminder, to_user

ROW = reminder("e", to_user(1), NOW, lasts=timedelta(days=30))


@given(st.integers(0, 10_000))
def test_pauses_grow_up_to_the_longest(attempts: int) -> None:
    pause = next_attempt(replace(ROW, attempts=attempts), NOW) - NOW
    following = next_attempt(replace(ROW, attempts=attempts + 1), NOW) - NOW
    assert timedelta(seconds=5) <= pause <= following <= LONGEST_PAUSE


@given(st.integers(0, 100), st.integers(0, 3_000_000))
def test_the_last_look_is_when_it_is_too_late(attempts: int, seconds: int) -> None:
    now = NOW + timedelta(seconds=seconds)
    at = next_attempt(replace(ROW, attempts=attempts), now)
    assert now <= at <= max(ROW.ends_at, now)
