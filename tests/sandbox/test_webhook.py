"""Delivery of updates by webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from tests.sandbox.client import BotClient
from tests.support.conversation import Conversation
from tests.support.telegram import TelegramStandIn


class Hook:
    """A bot's webhook that answers what a test puts in its queue."""

    def __init__(self) -> None:
        self.answers: list[web.Response] = []
        self.arrived: asyncio.Queue[tuple[dict[str, Any], str | None]] = asyncio.Queue()
        self.url = ""
        self.held: dict[str, asyncio.Event] = {}

    async def receive(self, request: web.Request) -> web.Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        update = await request.json()
        self.arrived.put_nowait((update, secret))
        if (held := self.held.get(update.get("message", {}).get("text", ""))) is not None:
            await held.wait()
        return self.answers.pop(0) if self.answers else web.Response()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


@pytest.fixture
def chat(telegram: TelegramStandIn) -> Conversation:
    return telegram.person(11, "Олена").private()


async def test_updates_come_in_order_with_the_secret(
    bot: BotClient, hook: Hook, chat: Conversation
) -> None:
    await bot.call("setWebhook", url=hook.url, secret_token="s3cret_-")
    await chat.send("a")
    await chat.send("b")

    first, second = await hook.arrived.get(), await hook.arrived.get()
    assert (first[0]["message"]["text"], first[1]) == ("a", "s3cret_-")
    assert second[0]["message"]["text"] == "b"


async def test_a_method_in_the_answer_is_executed(
    bot: BotClient, hook: Hook, chat: Conversation
) -> None:
    body = {"method": "sendMessage", "chat_id": 11, "text": "відповідь"}
    hook.answers.append(web.json_response(body))
    await bot.call("setWebhook", url=hook.url)
    await chat.send("a")

    assert (await chat.next()).text == "відповідь"


async def test_an_update_comes_again_after_a_failure(
    telegram: TelegramStandIn, bot: BotClient, hook: Hook, chat: Conversation
) -> None:
    hook.answers.append(web.Response(status=500))
    await bot.call("setWebhook", url=hook.url)
    await chat.send("a")

    first, again = await hook.arrived.get(), await hook.arrived.get()
    assert first == again
    assert (await bot.call("getWebhookInfo")).result["last_error_message"] == (
        "Wrong response from the webhook: 500 Internal Server Error"
    )


async def test_a_chat_waits_for_its_turn_and_other_chats_do_not(
    telegram: TelegramStandIn, bot: BotClient, hook: Hook, chat: Conversation
) -> None:
    other = telegram.person(12, "Тарас").private()
    hook.held["a"] = asyncio.Event()
    await bot.call("setWebhook", url=hook.url)
    await chat.send("a")
    await chat.send("b")
    await other.send("c")

    arrived = {(await hook.arrived.get())[0]["message"]["text"] for _ in range(2)}
    assert arrived == {"a", "c"}
    hook.held["a"].set()
    assert (await hook.arrived.get())[0]["message"]["text"] == "b"


async def test_nonsense_in_the_answer_does_not_stop_the_delivery(
    bot: BotClient, hook: Hook, chat: Conversation
) -> None:
    hook.answers.append(web.Response(text="{", content_type="application/json"))
    await bot.call("setWebhook", url=hook.url)
    await chat.send("a")
    await chat.send("b")

    await hook.arrived.get()
    assert (await hook.arrived.get())[0]["message"]["text"] == "b"


async def test_what_waits_is_counted_and_can_be_dropped(bot: BotClient, chat: Conversation) -> None:
    await chat.send("a")
    assert (await bot.call("getWebhookInfo")).result["pending_update_count"] == 1

    await bot.call("deleteWebhook", drop_pending_updates=True)
    assert (await bot.call("getWebhookInfo")).result["pending_update_count"] == 0


async def test_a_foreign_address_needs_https(bot: BotClient) -> None:
    answer = await bot.call("setWebhook", url="http://example.org/hook")

    assert answer.description == (
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    )


@pytest.mark.parametrize("secret", ["two words", "x" * 257, "ключ"])
async def test_a_bad_secret_is_refused(bot: BotClient, hook: Hook, secret: str) -> None:
    assert (await bot.call("setWebhook", url=hook.url, secret_token=secret)).status == 400
