"""Requests as JSON: the same fields as aiogram's forms, files still as forms."""

from __future__ import annotations

import json
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import SendDocument, SendMessage, TelegramMethod
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
)

from bot.clock import SystemClock
from bot.json_session import JsonSession
from handlers.unread import SendUnread
from tests.support.telegram import TelegramStandIn

PREVIEW = LinkPreviewOptions(is_disabled=True)
KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Історія «Бурж»", callback_data="p:x:h:0")]]
)
METHODS: list[TelegramMethod[Any]] = [
    SendMessage(chat_id=1, text="<b>Бурж</b>"),
    SendMessage(chat_id=1, text="a", parse_mode=None, disable_notification=False),
    SendMessage(chat_id=1, text="a", reply_markup=KEYBOARD, link_preview_options=PREVIEW),
    SendMessage(chat_id=1, text="a", entities=[MessageEntity(type="bold", offset=0, length=1)]),
]


def _bot(session: AiohttpSession) -> Bot:
    default = DefaultBotProperties(parse_mode="HTML", link_preview=PREVIEW)
    return Bot("1:token", session=session, default=default)


def _form(method: TelegramMethod[Any]) -> dict[str, Any]:
    """What aiogram would send, its JSON fields read."""
    session = AiohttpSession()
    form = session.build_form_data(_bot(session), method)
    return {options["name"]: value for options, _, value in form._fields}


@pytest.mark.parametrize("method", METHODS)
async def test_json_carries_what_the_form_of_aiogram_carries(method: TelegramMethod[Any]) -> None:
    session = JsonSession()
    files: dict[str, Any] = {}
    fields = json.loads(session._body(_bot(session), method, files))
    as_form = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in fields.items()
    }
    assert _without_nothing(as_form) == _without_nothing(_form(method))
    assert not files


def _without_nothing(fields: dict[str, str]) -> dict[str, Any]:
    """Fields read, without those that say nothing."""
    return {
        name: {key: one for key, one in read.items() if one is not None}
        if isinstance(read := _read(value), dict)
        else read
        for name, value in fields.items()
    }


def _read(value: str) -> Any:
    return json.loads(value) if value[:1] in "[{" else value


async def test_a_file_still_arrives_and_an_unread_answer_still_tells_of_errors() -> None:
    async with TelegramStandIn(SystemClock()) as telegram:
        session = JsonSession(api=TelegramAPIServer.from_base(telegram.base_url))
        async with Bot(telegram.token, session=session) as bot:
            telegram.person(11, "Оля")
            telegram.sandbox.world.chats[11].started = True
            sent = await bot(SendDocument(chat_id=11, document=BufferedInputFile(b"1", "a.txt")))
            assert sent.document is not None
            assert sent.document.file_name == "a.txt"
            shown: Any = await bot(SendUnread(chat_id=11, text="так"))
            assert isinstance(shown, dict)
            with pytest.raises(TelegramBadRequest, match="text is empty"):
                await bot(SendUnread(chat_id=11, text=""))
