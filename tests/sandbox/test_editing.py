"""Edits, deletions and answers of messages."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.sandbox.client import BotClient
from tests.support.clocks import StillClock
from tests.support.conversation import Conversation
from tests.support.telegram import TelegramStandIn

KEYBOARD = {"inline_keyboard": [[{"text": "Так", "callback_data": "yes"}]]}


@pytest.fixture
async def chat(telegram: TelegramStandIn) -> Conversation:
    chat = telegram.person(11, "Олена").private()
    await chat.send("/start")
    return chat


async def sent(bot: BotClient, text: str = "було", **more: object) -> int:
    answer = await bot.call("sendMessage", chat_id=11, text=text, **more)
    return int(answer.result["message_id"])


async def test_an_edit_replaces_text_and_keyboard(bot: BotClient, chat: Conversation) -> None:
    message_id = await sent(bot, reply_markup=KEYBOARD)
    edit = {"chat_id": 11, "message_id": message_id, "text": "стало"}

    edited = (await bot.call("editMessageText", **edit)).result

    assert (edited["text"], "reply_markup" in edited, "edit_date" in edited) == (
        "стало",
        False,
        True,
    )
    assert chat.last.text == "стало"


async def test_an_edit_that_changes_nothing_is_refused(bot: BotClient, chat: Conversation) -> None:
    edit = {
        "chat_id": 11,
        "message_id": await sent(bot),
        "text": "<i></i>було",
        "parse_mode": "HTML",
    }

    assert (await bot.call("editMessageText", **edit)).description == (
        "Bad Request: message is not modified: specified new message content and reply markup are "
        "exactly the same as a current content and reply markup of the message"
    )


async def test_an_edit_of_the_keyboard_alone_counts(bot: BotClient, chat: Conversation) -> None:
    message_id = await sent(bot)
    edit = {"chat_id": 11, "message_id": message_id, "reply_markup": KEYBOARD}

    assert (await bot.call("editMessageReplyMarkup", **edit)).result["reply_markup"] == KEYBOARD
    assert "not modified" in (await bot.call("editMessageReplyMarkup", **edit)).description


async def test_what_cannot_be_edited(bot: BotClient, chat: Conversation) -> None:
    async def refusal(message_id: int) -> str:
        edit = {"chat_id": 11, "message_id": message_id, "text": "x"}
        return (await bot.call("editMessageText", **edit)).description

    contact = await bot.call("sendContact", chat_id=11, phone_number="+380", first_name="О")
    with_keyboard = await sent(bot, reply_markup={"keyboard": [[{"text": "Так"}]]})

    assert await refusal(999) == "Bad Request: message to edit not found"
    assert await refusal(chat.history[0].id) == "Bad Request: message can't be edited"
    assert await refusal(with_keyboard) == "Bad Request: message can't be edited"
    assert await refusal(contact.result["message_id"]) == (
        "Bad Request: there is no text in the message to edit"
    )


async def test_a_caption_is_edited(bot: BotClient, chat: Conversation) -> None:
    document = await bot.call("sendDocument", chat_id=11, document=b"text", caption="було")
    message_id = document.result["message_id"]

    edit = {"chat_id": 11, "message_id": message_id, "caption": "стало"}
    assert (await bot.call("editMessageCaption", **edit)).result["caption"] == "стало"


async def test_a_deleted_message_is_gone(bot: BotClient, chat: Conversation) -> None:
    message_id = await sent(bot)
    delete = {"chat_id": 11, "message_id": message_id}

    assert (await bot.call("deleteMessage", **delete)).result is True
    assert [one.text for one in chat.history] == ["/start"]
    assert (await bot.call("deleteMessage", **delete)).description == (
        "Bad Request: message to delete not found"
    )


async def test_several_are_deleted_and_missing_ones_skipped(
    bot: BotClient, chat: Conversation
) -> None:
    ids = [await sent(bot), await sent(bot), 999]

    assert (await bot.call("deleteMessages", chat_id=11, message_ids=ids)).result is True
    assert len(chat.history) == 1


async def test_a_message_older_than_two_days_stays(
    telegram: TelegramStandIn, bot: BotClient, chat: Conversation
) -> None:
    message_id = await sent(bot)
    assert isinstance(telegram.clock, StillClock)
    telegram.clock.advance(timedelta(hours=49))

    assert (await bot.call("deleteMessage", chat_id=11, message_id=message_id)).description == (
        "Bad Request: message can't be deleted for everyone"
    )


async def test_an_answer_to_a_missing_message(bot: BotClient, chat: Conversation) -> None:
    lenient = {"message_id": 999, "allow_sending_without_reply": True}

    strict = await bot.call("sendMessage", chat_id=11, text="x", reply_parameters={"message_id": 9})
    assert strict.description == "Bad Request: message to be replied not found"
    answer = await bot.call("sendMessage", chat_id=11, text="x", reply_parameters=lenient)
    assert "reply_to_message" not in answer.result


async def test_an_answer_carries_what_it_answers(bot: BotClient, chat: Conversation) -> None:
    question = chat.history[0].id
    answer = await bot.call(
        "sendMessage", chat_id=11, text="x", reply_parameters={"message_id": question}
    )

    assert answer.result["reply_to_message"]["text"] == "/start"


async def test_a_copy_has_no_origin_and_a_forward_has(bot: BotClient, chat: Conversation) -> None:
    message_id = await sent(bot, "картка")
    source = {"chat_id": 11, "from_chat_id": 11, "message_id": message_id}

    copied = (await bot.call("copyMessage", **source)).result["message_id"]
    forwarded = (await bot.call("forwardMessage", **source)).result

    assert "forward_origin" not in chat.chat.messages[copied]
    assert forwarded["forward_origin"]["sender_user"]["username"] == "mistok_bot"
