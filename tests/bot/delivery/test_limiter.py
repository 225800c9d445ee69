from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.limiter import REPLY, Limiter
from bot.delivery.limits import LIFTED, Ending, Limits
from tests.support.jumping_loop import run_jumping

REMINDER = 10
ROUNDING = 1e-6


@dataclass
class Server:
    """Notes when messages arrive, and answers after a while."""

    limiter: Limiter = field(default_factory=lambda: Limiter(Limits()))
    arrived: list[tuple[float, int]] = field(default_factory=list)

    async def send(
        self,
        chat: int,
        *,
        up: float = 0.01,
        down: float = 0.01,
        priority: int = REMINDER,
        not_before: float = 0.0,
    ) -> None:
        async with self.limiter.turn(chat, priority, not_before) as turn:
            await asyncio.sleep(up)
            self.arrived.append((asyncio.get_running_loop().time(), chat))
            await asyncio.sleep(down)
            turn.ending = Ending.ANSWERED

    def most_within(self, seconds: float, chat: int | None = None) -> int:
        """The most messages in any half-open window of so many seconds."""
        times = sorted(at for at, where in self.arrived if chat in {None, where})
        return max(
            (sum(1 for at in times if 0 <= at - start < seconds - ROUNDING) for start in times),
            default=0,
        )


messages = st.lists(
    st.tuples(
        st.sampled_from([1, 2, 3, 4, 5, 6, 7, 8, -1, -2]),
        st.floats(0, 2),
        st.floats(0, 2),
        st.sampled_from([REPLY, REMINDER]),
        st.floats(0, 3),
    ),
    max_size=80,
)


@settings(max_examples=40, deadline=None)
@given(messages)
def test_no_sliding_window_at_the_server_exceeds_a_limit(
    wanted: list[tuple[int, float, float, int, float]],
) -> None:
    server = Server(Limiter(Limits(overall=5, group_minute=3)))

    async def later(chat: int, up: float, down: float, priority: int, begin: float) -> None:
        await asyncio.sleep(begin)
        await server.send(chat, up=up, down=down, priority=priority)

    async def everything() -> None:
        await asyncio.gather(*(later(*each) for each in wanted))

    run_jumping(everything())
    assert len(server.arrived) == len(wanted)
    assert server.most_within(1.0) <= 5
    for chat in {each[0] for each in wanted}:
        assert server.most_within(1.0, chat) <= 1
        if chat < 0:
            assert server.most_within(60.0, chat) <= 3


def test_thirty_a_second_are_used_to_the_full() -> None:
    server = Server()

    async def everything() -> float:
        begin = asyncio.get_running_loop().time()
        await asyncio.gather(*(server.send(chat, up=0.001, down=0.001) for chat in range(900)))
        return asyncio.get_running_loop().time() - begin

    seconds = run_jumping(everything())
    assert server.most_within(1.0) == 30
    assert 900 / seconds > 0.97 * 30


def test_a_chat_that_must_wait_does_not_hold_up_the_others() -> None:
    server = Server()

    async def everything() -> None:
        crowd = [server.send(-1) for _ in range(50)]
        await asyncio.gather(*crowd, *(server.send(chat) for chat in range(1, 10)))

    run_jumping(everything())
    last_of_others = max(at for at, chat in server.arrived if chat > 0)
    assert last_of_others < 1_001.0


def test_a_reply_goes_ahead_of_reminders_that_waited_longer() -> None:
    server = Server()

    async def everything() -> None:
        bulk = [asyncio.ensure_future(server.send(chat)) for chat in range(100)]
        await asyncio.sleep(0.5)
        await server.send(1_000, priority=REPLY)
        await asyncio.gather(*bulk)

    run_jumping(everything())
    assert [chat for _, chat in server.arrived].index(1_000) == 30


def test_whoever_comes_early_has_a_turn_at_the_instant_and_keeps_nobody_waiting() -> None:
    server = Server()

    async def everything() -> None:
        early = [server.send(chat, up=0.0, not_before=1_005.0, priority=chat) for chat in (3, 2, 1)]
        await asyncio.gather(*early, server.send(4, up=0.0, priority=9))

    run_jumping(everything())
    (first, chat), *rest = server.arrived
    assert (first, chat) == (1_000.0, 4)
    assert [chat for _, chat in rest] == [1, 2, 3]
    assert all(1_005.0 <= at < 1_005.01 for at, _ in rest)


def test_whoever_gives_up_before_their_time_takes_no_turn_away() -> None:
    server = Server()

    async def everything() -> float:
        given_up = asyncio.ensure_future(server.send(1, not_before=1_005.0))
        stays = asyncio.ensure_future(server.send(1, not_before=1_006.0))
        await asyncio.sleep(0.5)
        given_up.cancel()
        await stays
        return server.limiter.wait_for(1)

    assert run_jumping(everything()) == 1.0
    assert [int(at) for at, _ in server.arrived] == [1_006]


def test_a_pause_holds_everybody_to_the_second() -> None:
    server = Server()

    async def everything() -> None:
        server.limiter.pause(7)
        await asyncio.gather(*(server.send(chat, up=0.0) for chat in range(3)))

    run_jumping(everything())
    assert all(1_007.0 <= at < 1_007.01 for at, _ in server.arrived)


def test_a_request_without_an_answer_keeps_its_permit_longer() -> None:
    async def lost_then_sent() -> float:
        limiter = Limiter(Limits(overall=1, spacing=0.0))
        async with limiter.turn(1, REMINDER):
            pass
        async with limiter.turn(2, REMINDER):
            return asyncio.get_running_loop().time()

    assert run_jumping(lost_then_sent()) == 1_011.0


def test_an_unused_turn_is_free_at_once() -> None:
    async def unused_then_sent() -> float:
        limiter = Limiter(Limits(overall=1, spacing=0.0))
        async with limiter.turn(1, REMINDER) as turn:
            turn.ending = Ending.UNUSED
        async with limiter.turn(1, REMINDER):
            return asyncio.get_running_loop().time()

    assert run_jumping(unused_then_sent()) == 1_000.0


def test_whoever_gives_up_waiting_takes_no_turn_away() -> None:
    server = Server(Limiter(Limits(overall=1, spacing=0.0)))

    async def everything() -> None:
        first = asyncio.ensure_future(server.send(1))
        given_up = asyncio.ensure_future(server.send(2))
        last = asyncio.ensure_future(server.send(3))
        await asyncio.sleep(0.5)
        given_up.cancel()
        await asyncio.gather(first, last)

    run_jumping(everything())
    assert [chat for _, chat in server.arrived] == [1, 3]


def test_the_wait_for_a_chat_counts_those_who_wait_there_already() -> None:
    async def expected() -> dict[str, float]:
        server, waits = Server(), defaultdict[str, float](float)
        waits["free"] = server.limiter.wait_for(-1)
        crowd = [asyncio.ensure_future(server.send(-1, up=0.0, down=0.0)) for _ in range(25)]
        await asyncio.sleep(0.5)
        waits["behind 24"] = server.limiter.wait_for(-1)
        await asyncio.gather(*crowd)
        return waits

    waits = run_jumping(expected())
    assert waits["free"] == 0
    assert 24 <= waits["behind 24"] <= 85


def test_without_limits_nobody_waits() -> None:
    server = Server(Limiter(LIFTED))

    async def everything() -> float:
        for _ in range(50):
            await server.send(-1, up=0.0, down=0.0)
        return asyncio.get_running_loop().time()

    assert run_jumping(everything()) == 1_000.0
