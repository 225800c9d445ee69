"""Uploads and downloads."""

from __future__ import annotations

import struct

import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.files import DOWNLOAD_LIMIT_BYTES, PHOTO_LIMIT_BYTES, PNG, file_json, photo_json
from bot.sandbox.model import StoredFile
from tests.sandbox.client import BotClient
from tests.support.conversation import Conversation
from tests.support.telegram import TelegramStandIn

PICTURE = PNG + b"\0\0\0\rIHDR" + struct.pack(">II", 640, 480) + b"rest"


@pytest.fixture
async def chat(telegram: TelegramStandIn) -> Conversation:
    chat = telegram.person(11, "Олена").private()
    await chat.send("/start")
    return chat


async def test_a_document_of_the_bot_can_be_read_by_the_person(
    bot: BotClient, chat: Conversation
) -> None:
    await bot.call("sendDocument", chat_id=11, document=b"Lore", caption="Звіт")
    shown = await chat.next()

    assert (shown.text, shown.file) == ("Звіт", ("document.png", b"Lore"))


async def test_a_document_of_a_person_can_be_downloaded_by_the_bot(
    bot: BotClient, chat: Conversation
) -> None:
    await chat.send_document("Список партнерів.csv", b"a;b")
    document = (await bot.updates())[-1]["message"]["document"]
    file = (await bot.call("getFile", file_id=document["file_id"])).result

    assert (document["file_name"], document["mime_type"]) == ("Список партнерів.csv", "text/csv")
    assert await bot.download(file["file_path"]) == b"a;b"


async def test_a_file_id_sends_the_file_again(bot: BotClient, chat: Conversation) -> None:
    first = await bot.call("sendDocument", chat_id=11, document=b"x")
    file_id = first.result["document"]["file_id"]

    again = await bot.call("sendDocument", chat_id=11, document=file_id)
    unknown = await bot.call("sendDocument", chat_id=11, document="nothing")

    assert again.result["document"]["file_id"] == file_id
    assert unknown.description == "Bad Request: wrong file identifier/HTTP URL specified"


async def test_a_photo_must_be_a_picture(bot: BotClient, chat: Conversation) -> None:
    photo = (await bot.call("sendPhoto", chat_id=11, photo=PICTURE)).result["photo"][-1]
    text = await bot.call("sendPhoto", chat_id=11, photo=b"text")

    assert (photo["width"], photo["height"]) == (640, 480)
    assert text.description == "Bad Request: IMAGE_PROCESS_FAILED"


async def test_an_empty_file_is_refused(bot: BotClient, chat: Conversation) -> None:
    answer = await bot.call("sendDocument", chat_id=11, document=b"")

    assert answer.description == "Bad Request: file must be non-empty"


async def test_media_of_a_message_is_replaced(bot: BotClient, chat: Conversation) -> None:
    sent = (await bot.call("sendPhoto", chat_id=11, photo=PICTURE, caption="було")).result
    media = {"type": "document", "media": "attach://fresh", "caption": "стало"}
    edit = {"chat_id": 11, "message_id": sent["message_id"], "media": media, "fresh": b"new"}

    edited = (await bot.call("editMessageMedia", **edit)).result

    assert (edited["caption"], "photo" in edited) == ("стало", False)
    assert chat.last.file[1] == b"new"


def stored(size: int) -> StoredFile:
    return StoredFile("id", "unique", "x.png", "image/png", PICTURE.ljust(size, b"\0"), "x")


def test_20_megabytes_can_be_downloaded_and_a_byte_more_cannot() -> None:
    assert file_json(stored(DOWNLOAD_LIMIT_BYTES))["file_size"] == DOWNLOAD_LIMIT_BYTES
    with pytest.raises(ApiError, match="file is too big"):
        file_json(stored(DOWNLOAD_LIMIT_BYTES + 1))


def test_a_photo_has_10_megabytes_at_most() -> None:
    assert photo_json(stored(PHOTO_LIMIT_BYTES))
    with pytest.raises(ApiError, match="file is too big"):
        photo_json(stored(PHOTO_LIMIT_BYTES + 1))
