"""Presses of buttons and inline queries, seen from the bot."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from tests.sandbox.client import BotClient
from tests.support.clocks import StillClock
from tests.support.people import Human, InlineResults
from tests.support.shown import CallbackAnswer
from tests.support.telegram import TelegramStandIn

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYBOARD = {"inline_keyboard": [[{"text": "Так", "callback_data": "yes"}]]}


@pytest.fixture
def olena(telegram: TelegramStandIn) -> Human:
    return telegram.person(11, "Олена")


async def pressed(
    bot: BotClient, olena: Human
) -> tuple[asyncio.Task[CallbackAnswer], dict[str, Any]]:
    chat = olena.private()
    await chat.send("/start")
    await bot.call("sendMessage", chat_id=11, text="x", reply_markup=KEYBOARD)
    press = asyncio.create_task((await chat.next()).press("Так"))
    await asyncio.sleep(0)
    return press, (await bot.updates())[-1]["callback_query"]


async def test_a_press_carries_the_message_and_is_answered_once(
    bot: BotClient, olena: Human
) -> None:
    press, query = await pressed(bot, olena)
    answer = {"callback_query_id": query["id"], "text": "Готово", "show_alert": True}

    assert (query["data"], query["message"]["text"], query["from"]["id"]) == ("yes", "x", 11)
    assert (await bot.call("answerCallbackQuery", **answer)).result is True
    assert await press == CallbackAnswer("Готово", True, None)
    assert (await bot.call("answerCallbackQuery", **answer)).description == TOO_OLD


async def test_an_alert_has_200_characters_at_most(bot: BotClient, olena: Human) -> None:
    press, query = await pressed(bot, olena)
    too_long = {"callback_query_id": query["id"], "text": "я" * 201}

    assert (await bot.call("answerCallbackQuery", **too_long)).description == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="я" * 200)
    assert len((await press).text or "") == 200


async def test_a_press_cannot_be_answered_after_150_seconds(
    telegram: TelegramStandIn, bot: BotClient, olena: Human
) -> None:
    press, query = await pressed(bot, olena)
    assert isinstance(telegram.clock, StillClock)
    telegram.clock.advance(timedelta(seconds=150))

    answer = await bot.call("answerCallbackQuery", callback_query_id=query["id"])
    assert answer.description == TOO_OLD
    press.cancel()


def article(result_id: str = "1", text: str = "Картка") -> dict[str, Any]:
    content = {"message_text": text}
    return {
        "type": "article",
        "id": result_id,
        "title": text,
        "input_message_content": content,
        "reply_markup": KEYBOARD,
    }


async def asked(
    bot: BotClient, human: Human, query: str = "дорт"
) -> tuple[asyncio.Task[InlineResults], str]:
    typing = asyncio.create_task(human.inline(query))
    await asyncio.sleep(0)
    return typing, (await bot.updates())[-1]["inline_query"]["id"]


async def test_inline_results_are_shown_and_one_is_sent(bot: BotClient, olena: Human) -> None:
    typing, query_id = await asked(bot, olena)
    await bot.call("answerInlineQuery", inline_query_id=query_id, results=[article()])
    [result] = await typing

    sent = await olena.choose(result, olena.private())

    assert (sent.text, sent["from"]["id"], sent["via_bot"]["is_bot"]) == ("Картка", 11, True)
    assert sent.buttons == [["Так"]]


async def test_results_that_are_refused(bot: BotClient, olena: Human) -> None:
    typing, query_id = await asked(bot, olena)

    async def refusal(results: list[dict[str, Any]]) -> str:
        given = {"inline_query_id": query_id, "results": results}
        return (await bot.call("answerInlineQuery", **given)).description

    assert await refusal([article(str(number)) for number in range(51)]) == (
        "Bad Request: too many inline query results specified"
    )
    assert await refusal([article(), article()]) == "Bad Request: RESULT_ID_DUPLICATE"
    assert await refusal([article("ї" * 33)]) == "Bad Request: RESULT_ID_INVALID"
    assert await refusal([article(text="x" * 4097)]) == "Bad Request: message is too long"
    broken = article()
    broken["input_message_content"]["parse_mode"] = "HTML"
    broken["input_message_content"]["message_text"] = "<b>"
    assert await refusal([broken]) == (
        "Bad Request: can't parse inline query result: Can't parse entities: "
        'Can\'t find end tag corresponding to start tag "b"'
    )
    typing.cancel()


async def test_an_answer_after_30_seconds_is_too_late(
    telegram: TelegramStandIn, bot: BotClient, olena: Human
) -> None:
    typing, query_id = await asked(bot, olena)
    assert isinstance(telegram.clock, StillClock)
    telegram.clock.advance(timedelta(seconds=30))

    answer = await bot.call("answerInlineQuery", inline_query_id=query_id, results=[])
    assert answer.description == TOO_OLD
    typing.cancel()


async def test_a_shared_answer_is_shown_to_others_and_a_personal_one_is_not(
    telegram: TelegramStandIn, bot: BotClient, olena: Human
) -> None:
    stranger = telegram.person(12, "Alex")
    for query, personal in (("shared", False), ("personal", True)):
        typing, query_id = await asked(bot, olena, query)
        given = {"inline_query_id": query_id, "results": [article()], "is_personal": personal}
        await bot.call("answerInlineQuery", **given)
        await typing

    assert [one.text for one in await stranger.inline("shared")] == ["Картка"]
    unanswered, _ = await asked(bot, stranger, "personal")
    assert not unanswered.done()
    unanswered.cancel()


async def test_a_press_below_an_inline_message_names_only_its_inline_id(
    bot: BotClient, olena: Human
) -> None:
    typing, query_id = await asked(bot, olena)
    await bot.call("answerInlineQuery", inline_query_id=query_id, results=[article()])
    sent = await olena.choose((await typing)[0], olena.private())
    press = asyncio.create_task(sent.press("Так"))
    await asyncio.sleep(0)
    query = (await bot.updates())[-1]["callback_query"]
    edit = {"inline_message_id": query["inline_message_id"], "text": "Нове"}

    assert "message" not in query
    assert (await bot.call("editMessageText", **edit)).result is True
    assert sent.now.text == "Нове"
    press.cancel()
