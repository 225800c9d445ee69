"""Ordered faults strike the request they were ordered for, as often as ordered."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.sandbox.errors import forbidden
from tests.sandbox.client import BotClient
from tests.support.conversation import Conversation
from tests.support.telegram import TelegramStandIn


@pytest.fixture
async def chat(telegram: TelegramStandIn) -> Conversation:
    chat = telegram.person(11, "Олена").private()
    await chat.send("/start")
    return chat


async def test_429_tells_how_long_to_wait(
    telegram: TelegramStandIn, bot: BotClient, chat: Conversation
) -> None:
    telegram.faults.too_many_requests("sendMessage", retry_after=7)

    answer = await bot.call("sendMessage", chat_id=11, text="x")
    assert (answer.status, answer.description) == (429, "Too Many Requests: retry after 7")
    assert answer.body["parameters"] == {"retry_after": 7}
    assert answer.headers["Retry-After"] == "7"
    assert (await bot.call("sendMessage", chat_id=11, text="x")).status == 200


async def test_other_methods_and_chats_are_spared(
    telegram: TelegramStandIn, bot: BotClient, chat: Conversation
) -> None:
    telegram.faults.server_error("sendMessage", chat_id=12)
    telegram.faults.refuse(forbidden("bot was blocked by the user"), "copyMessage")

    assert (await bot.call("sendMessage", chat_id=11, text="x")).status == 200
    assert (await bot.call("sendMessage", chat_id=12, text="x")).status == 500
    assert (await bot.call("copyMessage", chat_id=11)).status == 403
    telegram.violations.clear()


async def test_a_hanging_request_goes_on_when_released(
    telegram: TelegramStandIn, bot: BotClient, chat: Conversation
) -> None:
    fault = telegram.faults.hang("sendMessage")
    sending = asyncio.create_task(bot.call("sendMessage", chat_id=11, text="x"))
    await fault.struck.wait()

    assert len(chat.history) == 1
    fault.released.set()
    assert (await sending).result["text"] == "x"


async def test_a_dropped_request_was_carried_out(
    telegram: TelegramStandIn, bot: BotClient, chat: Conversation
) -> None:
    telegram.faults.drop("sendMessage")

    with pytest.raises(aiohttp.ClientError):
        await bot.call("sendMessage", chat_id=11, text="x")
    assert chat.last.text == "x"


async def test_a_server_stops_although_a_request_hangs() -> None:
    async with TelegramStandIn() as telegram, BotClient(telegram) as bot:
        fault = telegram.faults.hang("getMe")
        hanging = asyncio.create_task(bot.call("getMe"))
        await fault.struck.wait()
        telegram.faults.release_all()
        await hanging
