"""Messages whose answer nobody reads.

Telegram answers with the whole message. Checking it and building it as a model costs as much as
all the rest of sending it, so what only shows a screen does without.
"""

from __future__ import annotations

from typing import Any

from aiogram import Bot
from aiogram.exceptions import ClientDecodeError
from aiogram.methods import EditMessageText, SendMessage, SendPhoto
from aiogram.types import InlineKeyboardMarkup, Message
from markupsafe import Markup


class SendUnread(SendMessage):
    """`sendMessage`, whose answer stays as it came."""

    __returning__ = object  # type: ignore[assignment]


class SendPhotoUnread(SendPhoto):
    """`sendPhoto`, whose answer stays as it came."""

    __returning__ = object  # type: ignore[assignment]


class EditUnread(EditMessageText):
    """`editMessageText`, whose answer stays as it came."""

    __returning__ = object  # type: ignore[assignment]


async def answer(message: Message, text: Markup, keyboard: InlineKeyboardMarkup | None) -> None:
    """Write into the chat, and the topic, of a message."""
    thread = message.message_thread_id if message.is_topic_message else None
    await _bot_of(message)(
        SendUnread(
            chat_id=message.chat.id, message_thread_id=thread, text=text, reply_markup=keyboard
        )
    )


async def edit(message: Message, text: Markup, keyboard: InlineKeyboardMarkup | None) -> None:
    """Put a text in place of that of our own message."""
    await _bot_of(message)(
        EditUnread(
            chat_id=message.chat.id,
            message_id=message.message_id,
            text=text,
            reply_markup=keyboard,
        )
    )


async def number_of(
    bot: Bot, method: SendUnread | SendPhotoUnread, *, patience: int | None = None
) -> int:
    """Send, and read of the answer only the number that the message has.

    `patience`: seconds to wait for Telegram; None is as usual.

    Raises:
        ClientDecodeError: the answer is not that of Telegram.
    """
    sent: Any = await bot(method, request_timeout=patience)
    try:
        return int(sent["message_id"])
    except (KeyError, TypeError) as error:
        raise ClientDecodeError("no message in the answer", error, sent) from error


def _bot_of(message: Message) -> Bot:
    """The bot through which a message came."""
    assert message.bot is not None
    return message.bot
