"""The driver, around a real aiogram bot over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, CommandStart
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Message,
)

from bot.middlewares.inflight import InFlight
from tests.support.telegram import TelegramStandIn

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Відкрити", callback_data="open")]]
)


def small_bot(in_flight: InFlight) -> Dispatcher:
    dispatcher = Dispatcher()
    dispatcher.update.outer_middleware(in_flight)

    @dispatcher.message(CommandStart())
    async def start(message: Message) -> None:
        await message.answer("<b>Вітаю</b> 😀 & усе", parse_mode="HTML", reply_markup=KEYBOARD)

    @dispatcher.message(Command("quiet"))
    async def quiet(message: Message) -> None:
        await asyncio.sleep(0)

    @dispatcher.message(Command("two"))
    async def two(message: Message) -> None:
        await message.answer("перше")
        await message.reply("друге")

    @dispatcher.callback_query(F.data == "open")
    async def opened(query: CallbackQuery) -> None:
        await query.answer("Відкрито", show_alert=True)
        if isinstance(query.message, Message):
            await query.message.edit_text("Картка")
        elif query.inline_message_id:
            await query.bot.edit_message_text(
                text="Картка", inline_message_id=query.inline_message_id
            )

    @dispatcher.inline_query()
    async def inline(query: InlineQuery) -> None:
        content = InputTextMessageContent(message_text=f"*{query.query}*", parse_mode="MarkdownV2")
        result = InlineQueryResultArticle(
            id="1", title=query.query, input_message_content=content, reply_markup=KEYBOARD
        )
        await query.answer([result], cache_time=0, is_personal=True)

    return dispatcher


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramStandIn]:
    in_flight = InFlight()
    async with TelegramStandIn(idle=lambda: in_flight.drained(5)) as stand_in:
        session = AiohttpSession(api=TelegramAPIServer.from_base(stand_in.base_url))
        bot = Bot(stand_in.token, session=session)
        dispatcher = small_bot(in_flight)
        polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
        await stand_in.polled()
        yield stand_in
        await dispatcher.stop_polling()
        await polling


async def test_a_person_sends_and_reads_the_answer(telegram: TelegramStandIn) -> None:
    reply = await telegram.person(11, "Олена").private().ask("/start")

    assert reply.text == "Вітаю 😀 & усе"
    assert reply.entities == [{"type": "bold", "offset": 0, "length": 5}]
    assert reply.buttons == [["Відкрити"]]


async def test_a_press_shows_its_answer_and_then_the_edited_message(
    telegram: TelegramStandIn,
) -> None:
    chat = telegram.person(11, "Олена").private()
    reply = await chat.ask("/start")

    answer = await reply.press("Відкрити")
    edited = await chat.next()

    assert (answer.text, answer.show_alert) == ("Відкрито", True)
    assert (edited.text, edited.edited, edited.id, edited.buttons) == ("Картка", True, reply.id, [])


async def test_everything_that_came_is_known_once_the_bot_has_settled(
    telegram: TelegramStandIn,
) -> None:
    chat = telegram.person(11, "Олена").private()

    shown = await chat.ask_all("/two")

    assert [one.text for one in shown] == ["перше", "друге"]
    assert shown[1].reply_to == chat.history[0].id


async def test_silence_is_known_too(telegram: TelegramStandIn) -> None:
    chat = telegram.person(11, "Олена").private()

    assert await chat.ask_all("/quiet") == []
    with chat.silence():
        await chat.send("/quiet")
        await telegram.settled()


async def test_a_broken_silence_fails(telegram: TelegramStandIn) -> None:
    chat = telegram.person(11, "Олена").private()

    async def expect_silence() -> None:
        with chat.silence():
            await chat.send("/start")
            await telegram.settled()

    with pytest.raises(AssertionError, match="to keep silent"):
        await expect_silence()


async def test_an_inline_result_is_sent_and_edited_through_the_bot(
    telegram: TelegramStandIn,
) -> None:
    olena = telegram.person(11, "Олена")
    group = telegram.group("Робоча група", owner=olena)
    chat = olena.in_group(group)

    [result] = await olena.inline("дорт")
    sent = await olena.choose(result, chat)
    await sent.press("Відкрити")
    await telegram.settled()

    assert sent["via_bot"]["username"] == "mistok_bot"
    assert (sent.text, sent.now.text) == ("дорт", "Картка")


async def test_a_command_in_a_topic_is_answered_there(telegram: TelegramStandIn) -> None:
    olena, taras = telegram.person(11, "Олена"), telegram.person(12, "Тарас")
    group = telegram.group("Група", owner=olena, members=(taras,), topics=("Візити",))
    await group.add_bot(by=olena)
    chat = taras.in_group(group, topic="Візити")

    reply = await chat.ask("/start@mistok_bot")

    assert reply["message_thread_id"] == group.topic("Візити").id


async def test_a_late_answer_fails_with_what_the_bot_did(telegram: TelegramStandIn) -> None:
    chat = telegram.person(11, "Олена").private()
    telegram.faults.server_error("sendMessage")
    await chat.send("/start")

    with pytest.raises(AssertionError, match="sendMessage: 500 Internal Server Error"):
        await chat.next(deadline=0.3)


async def test_a_deep_link_is_followed_into_the_private_chat(telegram: TelegramStandIn) -> None:
    olena = telegram.person(11, "Олена")

    pressed = await olena.follow("https://t.me/mistok_bot?start=partner-ulm")
    reply = await olena.private().next()

    assert (pressed.text, reply.text) == ("/start partner-ulm", "Вітаю 😀 & усе")
    with pytest.raises(AssertionError, match="leads elsewhere"):
        await olena.follow("https://t.me/other_bot?start=x")


async def test_buttons_of_a_blocked_bot_still_work(telegram: TelegramStandIn) -> None:
    chat = telegram.person(11, "Олена").private()
    reply = await chat.ask("/start")
    await chat.block_bot()

    answer = await reply.press(data="open")
    await telegram.settled()
    assert answer.text == "Відкрито"
    assert reply.now.text == "Картка"
    await chat.block_bot(blocked=False)
    assert (await chat.ask("/start")).text == reply.text


async def test_a_group_that_grew_is_followed_to_its_new_chat(telegram: TelegramStandIn) -> None:
    olena = telegram.person(11, "Олена")
    group = telegram.group("Мала група", owner=olena, supergroup=False)
    await group.add_bot(by=olena)
    old = group.id
    await group.upgrade(by=olena)

    reply = await olena.in_group(group).ask("/start")

    assert group.id != old
    assert reply["chat"]["id"] == group.id


async def test_buttons_are_named_where_none_or_several_fit(telegram: TelegramStandIn) -> None:
    reply = await telegram.person(11, "Олена").private().ask("/start")

    with pytest.raises(AssertionError, match="0 buttons 'Закрити' among"):
        reply.button("Закрити")
    assert reply.button("крити")["callback_data"] == "open"


async def test_settling_needs_to_know_when_the_bot_is_idle() -> None:
    async with TelegramStandIn() as stand_in:
        with pytest.raises(RuntimeError, match="needs TelegramStandIn"):
            await stand_in.settled()
