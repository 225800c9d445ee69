"""How the stand-in answers, whatever the method."""

from __future__ import annotations

import pytest

from tests.sandbox.client import BotClient
from tests.support.telegram import TelegramStandIn


async def test_a_result_comes_in_an_envelope(bot: BotClient) -> None:
    answer = await bot.call("getMe")

    assert answer.body["ok"] is True
    assert answer.result["username"] == "mistok_bot"
    assert answer.result["supports_inline_queries"] is True


async def test_a_wrong_token_is_unauthorized(telegram: TelegramStandIn) -> None:
    async with BotClient(telegram, token="1:wrong") as stranger:
        answer = await stranger.call("getMe")

    assert (answer.status, answer.description) == (401, "Unauthorized")


async def test_method_names_may_be_written_in_any_case(bot: BotClient) -> None:
    assert (await bot.call("GETME")).result["is_bot"] is True
    assert (await bot.call("getme")).result["is_bot"] is True


async def test_a_method_that_is_not_modelled_is_refused_and_fails_the_test(
    telegram: TelegramStandIn, bot: BotClient
) -> None:
    answer = await bot.call("sendDice", chat_id=11)

    assert answer.status == 404
    assert answer.description.startswith("Not Found: method not found")
    with pytest.raises(AssertionError, match="does not model sendDice"):
        telegram.assert_proper()
    telegram.requests.unmodelled.clear()


async def test_a_break_of_the_schema_fails_the_test(
    telegram: TelegramStandIn, bot: BotClient
) -> None:
    telegram.person(11, "Олена").private().chat.started = True
    await bot.call("sendMessage", chat_id=11, text="x", colour="red")

    with pytest.raises(AssertionError, match=r"sendMessage\.colour is unknown"):
        telegram.assert_proper()
    telegram.violations.clear()


async def test_every_request_is_recorded_with_its_time(
    telegram: TelegramStandIn, bot: BotClient
) -> None:
    await bot.call("sendMessage", chat_id=404, text='{"not": "parsed"}')

    [request] = telegram.requests.of("sendMessage")
    assert request.parameters == {"chat_id": "404", "text": '{"not": "parsed"}'}
    assert request.at == telegram.clock.now()
    assert (request.error_code, request.description) == (400, "Bad Request: chat not found")
