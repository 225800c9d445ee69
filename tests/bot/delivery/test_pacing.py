from __future__ import annotations

import asyncio

import pytest
from aiogram.exceptions import TelegramRetryAfter

from bot.delivery.limits import Limits
from bot.delivery.pacing import chat_number
from bot.sandbox.errors import too_many_requests
from tests.support.clocks import StillClock
from tests.support.delivery import SendingDesk, open_desk


async def test_a_reply_that_meets_a_429_is_sent_when_it_is_over(desk: SendingDesk) -> None:
    desk.person(1)
    desk.telegram.faults.too_many_requests("sendMessage", retry_after=1)
    before = asyncio.get_running_loop().time()
    await desk.bot.send_message(1, "answer")
    assert desk.texts(1) == ["answer"]
    assert asyncio.get_running_loop().time() - before >= 1


async def test_nobody_waits_long_for_a_reply(desk: SendingDesk) -> None:
    desk.person(1)
    desk.telegram.faults.refuse(too_many_requests(600), "sendMessage")
    with pytest.raises(TelegramRetryAfter):
        await desk.bot.send_message(1, "answer")


async def test_what_is_no_message_never_waits(tmp_path, clock: StillClock) -> None:
    async with open_desk(tmp_path, clock, limits=Limits(chat_pause=3_600.0)) as desk:
        desk.person(1)
        sent = await desk.bot.send_message(1, "one")
        await desk.bot.edit_message_text("two", chat_id=1, message_id=sent.message_id)
        await desk.bot.send_chat_action(1, "typing")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(desk.bot.send_message(1, "three"), 0.05)
        assert desk.texts(1) == ["two"]


async def test_another_failure_of_a_reply_is_the_callers(desk: SendingDesk) -> None:
    desk.telegram.faults.server_error("sendMessage")
    with pytest.raises(Exception, match="Internal Server Error"):
        await desk.bot.send_message(1, "answer")


def test_a_channel_by_name_has_a_number_of_a_group() -> None:
    assert chat_number("@news") < 0
    assert chat_number(-5) == -5
