"""Telegram's limits on sending, over sliding windows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.rates import Rates
from tests.sandbox.client import BotClient
from tests.support.telegram import TelegramStandIn


class Timer:
    """Seconds that a test sets."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def accepted(rates: Rates, chat_id: int, *, is_group: bool = False) -> int | None:
    """None when the message is let through, else retry_after."""
    try:
        rates.check(chat_id, is_group=is_group)
    except ApiError as error:
        return error.parameters["retry_after"]
    return None


def test_thirty_messages_a_second_to_all_chats_together() -> None:
    timer = Timer()
    rates = Rates(strict=True, timer=timer)

    assert [accepted(rates, chat) for chat in range(30)] == [None] * 30
    assert accepted(rates, 30) == 1
    timer.seconds = 0.999
    assert accepted(rates, 30) == 1
    timer.seconds = 1.0
    assert accepted(rates, 30) is None


def test_a_chat_tolerates_a_short_burst_and_then_one_a_second() -> None:
    timer = Timer()
    rates = Rates(strict=True, timer=timer)

    assert [accepted(rates, 1) for _ in range(4)] == [None, None, None, 1]
    steady = []
    for second in range(4, 60):
        timer.seconds = float(second)
        steady.append(accepted(rates, 1))
    assert steady == [None] * 56


def test_twenty_messages_a_minute_to_a_group() -> None:
    timer = Timer()
    rates = Rates(strict=True, timer=timer)
    for number in range(20):
        timer.seconds = number * 1.5
        assert accepted(rates, -1, is_group=True) is None
    timer.seconds = 30.0

    assert accepted(rates, -1, is_group=True) == 30
    assert accepted(rates, 1) is None


def test_nothing_is_refused_when_not_strict() -> None:
    rates = Rates(strict=False, timer=Timer())

    assert [accepted(rates, 1) for _ in range(100)] == [None] * 100


@given(st.lists(st.floats(min_value=0, max_value=0.4), max_size=120))
def test_no_sliding_second_ever_holds_more_than_thirty(pauses: list[float]) -> None:
    timer = Timer()
    rates = Rates(strict=True, timer=timer)
    let_through = []
    for chat, pause in enumerate(pauses):
        timer.seconds += pause / 10
        if accepted(rates, chat) is None:
            let_through.append(timer.seconds)

    for start in let_through:
        assert sum(start <= moment < start + 1 - 1e-9 for moment in let_through) <= 30


async def test_a_strict_stand_in_refuses_over_http() -> None:
    async with TelegramStandIn(strict_rates=True) as telegram, BotClient(telegram) as bot:
        await telegram.person(11, "Олена").private().send("/start")
        statuses = [
            (await bot.call("sendMessage", chat_id=11, text=str(number))).status
            for number in range(4)
        ]
        assert statuses == [200, 200, 200, 429]
        assert telegram.requests.peak({"sendMessage"}, 1.0) == 3


@pytest.mark.parametrize(("window", "most"), [(1.0, 2), (3.0, 4)])
async def test_the_record_tells_the_busiest_window(window: float, most: int) -> None:
    async with TelegramStandIn() as telegram, BotClient(telegram) as bot:
        for _ in range(4):
            await bot.call("getMe")
        moments = iter([0.0, 0.9, 1.9, 2.8])
        for request in telegram.requests.all:
            request.monotonic = next(moments)

        assert telegram.requests.peak({"getMe"}, window) == most
