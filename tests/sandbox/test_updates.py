"""getUpdates: what comes, when, and what is confirmed."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.sandbox import acting
from tests.sandbox.client import BotClient
from tests.support.clocks import StillClock
from tests.support.conversation import Conversation
from tests.support.telegram import TelegramStandIn


@pytest.fixture
def chat(telegram: TelegramStandIn) -> Conversation:
    return telegram.person(11, "Олена").private()


def texts(updates: list[dict[str, dict[str, str]]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_an_update_comes_again_until_a_higher_offset(
    bot: BotClient, chat: Conversation
) -> None:
    await chat.send("a")
    await chat.send("b")

    first, second = await bot.updates()
    assert texts(await bot.updates()) == ["a", "b"]
    assert texts(await bot.updates(offset=first["update_id"] + 1)) == ["b"]
    assert texts(await bot.updates()) == ["b"]
    assert await bot.updates(offset=second["update_id"] + 1) == []


async def test_the_limit_is_kept_and_clamped(bot: BotClient, chat: Conversation) -> None:
    for number in range(101):
        await chat.send(str(number))

    assert len(await bot.updates(limit=2)) == 2
    assert len(await bot.updates(limit=0)) == 1
    assert len(await bot.updates(limit=1000)) == 100


async def test_a_negative_offset_keeps_only_the_latest(bot: BotClient, chat: Conversation) -> None:
    for text in "abc":
        await chat.send(text)

    assert texts(await bot.updates(offset=-1)) == ["c"]
    assert texts(await bot.updates()) == ["c"]


async def test_a_long_poll_ends_with_the_first_update(
    telegram: TelegramStandIn, bot: BotClient, chat: Conversation
) -> None:
    poll = asyncio.create_task(bot.updates(timeout=50))
    await telegram.polled()
    await chat.send("a")

    assert texts(await poll) == ["a"]


async def test_the_first_of_two_pollers_is_terminated(
    telegram: TelegramStandIn, bot: BotClient, chat: Conversation
) -> None:
    first = asyncio.create_task(bot.call("getUpdates", timeout=50))
    await telegram.polled()
    second = asyncio.create_task(bot.call("getUpdates", timeout=50))
    answer = await first

    assert (answer.status, answer.description) == (
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    )
    await chat.send("a")
    assert texts((await second).result) == ["a"]


async def test_polling_with_a_webhook_is_a_conflict(bot: BotClient) -> None:
    await bot.call("setWebhook", url="http://127.0.0.1:9/hook")

    assert (await bot.call("getUpdates")).description.startswith(
        "Conflict: can't use getUpdates method while webhook is active"
    )
    await bot.call("deleteWebhook")
    assert await bot.updates() == []


async def test_kinds_are_kept_until_others_are_asked_for(
    telegram: TelegramStandIn, bot: BotClient, chat: Conversation
) -> None:
    await bot.updates(allowed_updates=["callback_query"])
    await bot.updates()
    await chat.send("a")
    assert await bot.updates() == []

    await bot.updates(allowed_updates=[])
    await chat.send("b")
    assert texts(await bot.updates()) == ["b"]


async def test_reactions_come_only_when_asked_for(
    telegram: TelegramStandIn, bot: BotClient, chat: Conversation
) -> None:
    sent = await chat.send("a")
    person, sandbox = chat.human.person, telegram.sandbox

    assert acting.react(sandbox, person, chat.chat, sent.id, "👍") is None
    await bot.updates(allowed_updates=["message_reaction"])
    assert acting.react(sandbox, person, chat.chat, sent.id, None) is not None
    assert "message_reaction" in (await bot.updates())[-1]


@pytest.mark.parametrize(("hours", "left"), [(23, 1), (24, 0)])
async def test_updates_are_kept_for_a_day(
    telegram: TelegramStandIn, bot: BotClient, chat: Conversation, hours: int, left: int
) -> None:
    assert isinstance(telegram.clock, StillClock)
    await chat.send("a")
    telegram.clock.advance(timedelta(hours=hours))

    assert len(await bot.updates()) == left


async def test_an_update_does_not_change_after_the_fact(bot: BotClient, chat: Conversation) -> None:
    sent = await chat.send("a")
    await chat.edit(sent, "b")

    first, second = await bot.updates()
    assert first["message"]["text"] == "a"
    assert second["edited_message"]["text"] == "b"


async def test_a_webhook_ends_the_waiting_poll(telegram: TelegramStandIn, bot: BotClient) -> None:
    poll = asyncio.create_task(bot.call("getUpdates", timeout=50))
    await telegram.polled()
    await bot.call("setWebhook", url="http://127.0.0.1:9/hook")

    assert (await poll).description == "Conflict: terminated by setWebhook request"
