"""While a dictation runs: what is said to the bot, and what is said at the meeting."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from aiogram.types import Chat, InlineKeyboardButton, InlineKeyboardMarkup, Message, User

from handlers.minutes.dictation_filters import is_question

ME = User(id=1, is_bot=True, first_name="Місток", username="mistok_bot")
OLENA = User(id=2, is_bot=False, first_name="Олена")


def a_message(
    text: str, *, chat: str = "supergroup", data: str | None = None, reply: bool = False
) -> Message:
    """A message of Olena; with `data` a reply to a message of the bot that has such a button."""
    at, where = datetime(2024, 6, 12, tzinfo=UTC), Chat(id=5, type=chat)
    replied = None
    if reply or data is not None:
        keyboard = None
        if data is not None:
            row = [InlineKeyboardButton(text="Так", callback_data=data)]
            keyboard = InlineKeyboardMarkup(inline_keyboard=[row])
        replied = Message(
            message_id=1, date=at, chat=where, from_user=ME, text="…", reply_markup=keyboard
        )
    return Message(
        message_id=2, date=at, chat=where, from_user=OLENA, text=text, reply_to_message=replied
    )


@pytest.mark.parametrize(
    "message",
    [
        a_message("? хто координує Бурж"),
        a_message("?скільки учасників", chat="private"),
        a_message("Хто мер Буржа?", chat="private"),
        a_message("хто координує Бурж?", reply=True),
        a_message("виконано: звіт надіслано", data="tk:11:o:"),
        a_message("виконано: звіт надіслано", data="tk:11:o:", chat="private"),
    ],
)
def test_said_to_the_bot(message: Message) -> None:
    assert is_question(message, ME)


@pytest.mark.parametrize(
    "message",
    [
        a_message("Чи готовий Бурж прийняти делегацію?"),
        a_message("- Чи готовий Бурж прийняти делегацію?", chat="private"),
        a_message("Бурж питає: коли?\nМи – восени", chat="private"),
        a_message("станція очищення води", reply=True),
        a_message("станція очищення води", data="dc:s:"),
    ],
)
def test_said_at_the_meeting(message: Message) -> None:
    assert not is_question(message, ME)
