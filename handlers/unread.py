"""Messages whose answer nobody reads.

Telegram answers with the whole message. Checking it and building it as a model costs as much as
all the rest of sending it, so what only shows a screen does without.
"""

from __future__ import annotations

from aiogram import Bot
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import InlineKeyboardMarkup, Message
from markupsafe import Markup


class SendUnread(SendMessage):
    """`sendMessage`, whose answer stays as it came."""

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


def _bot_of(message: Message) -> Bot:
    """The bot through which a message came."""
    assert message.bot is not None
    return message.bot
