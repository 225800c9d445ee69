"""Screens with a picture: a photo with the text as its caption, what is left in messages below."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BufferedInputFile, CallbackQuery, Message
from markupsafe import Markup

from handlers.charts.chart import Chart
from handlers.long_texts import CAPTION_LIMIT, pages_of
from handlers.screens import Screen
from handlers.unread import SendPhotoUnread, SendUnread, number_of

log = structlog.get_logger(__name__)

FILE_NAME = "mistok.png"
NO_PICTURE = ("rights to send photos", "send_photos_forbidden", "photo_", "image_process_failed")
"""Parts of refusals that concern the picture alone, in lower case."""


def parts_of(screen: Screen) -> list[Screen]:
    """The messages that a screen takes; the buttons stand below the last."""
    if screen.chart is None:
        parts = [*map(Screen, pages_of(screen.text))]
    else:
        caption, *more = pages_of(screen.text, CAPTION_LIMIT)
        texts = pages_of(Markup("").join(more)) if more else []
        parts = [Screen(caption, chart=screen.chart), *map(Screen, texts)]
    parts[-1] = replace(parts[-1], buttons=screen.buttons)
    return parts


async def put_picture(event: Message | CallbackQuery, screen: Screen) -> None:
    """Answer with a picture; below a pressed button as well, for that may hang on a text."""
    message = event if isinstance(event, Message) else event.message
    assert message is not None
    assert event.bot is not None
    thread = None
    if isinstance(message, Message) and message.is_topic_message:
        thread = message.message_thread_id
    for part in parts_of(screen):
        await send_part(event.bot, message.chat.id, thread, part)


async def send_part(
    bot: Bot, chat: int, thread: int | None, part: Screen, *, patience: int | None = None
) -> int:
    """Send one of `parts_of`; the number of the message.

    What a picture shows stands in its text: where it cannot be drawn, or the chat takes no
    pictures, the text goes alone.

    `patience`: seconds to wait for Telegram; None is as usual.
    """
    place: dict[str, Any] = {"chat_id": chat, "message_thread_id": thread}
    picture = await drawn(part.chart) if part.chart is not None else None
    if picture is not None:
        file = BufferedInputFile(picture, FILE_NAME)
        photo = SendPhotoUnread(**place, photo=file, caption=part.text, reply_markup=part.keyboard)
        try:
            return await number_of(bot, photo, patience=patience)
        except (TelegramBadRequest, TelegramForbiddenError) as error:
            if not any(reason in error.message.lower() for reason in NO_PICTURE):
                raise
    text = SendUnread(**place, text=part.text, reply_markup=part.keyboard)
    return await number_of(bot, text, patience=patience)


async def drawn(chart: Chart) -> bytes | None:
    """The chart as PNG, drawn in a thread; None where that fails, which stands in the log."""
    try:
        return await asyncio.to_thread(_draw, chart)
    except Exception:
        log.exception("a picture cannot be drawn")
        return None


def _draw(chart: Chart) -> bytes:
    """Pillow is imported in the thread, when the first picture is drawn."""
    from handlers.charts.drawing import draw

    return draw(chart)
