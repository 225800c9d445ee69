"""A screen: one text with its buttons, shown as a new message or in place of the pressed one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from markupsafe import Markup

TEXT_LIMIT = 4096
"""Characters of one Telegram message, after parsing."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown: HTML that is safe by construction, and rows of buttons."""

    text: Markup
    buttons: Sequence[Sequence[InlineKeyboardButton]] = ()

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons as Telegram takes them."""
        rows = [list(row) for row in self.buttons if row]
        return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


@dataclass(frozen=True, slots=True)
class Alert:
    """What a handler of a button returns to say something over the chat, changing nothing."""

    text: str
    modal: bool = False


def fill(template: str, **values: object) -> Markup:
    """Put values into a text of the catalogue; whatever they hold is escaped."""
    return Markup(template).format(**values)


def lines(parts: Iterable[str | Markup | None]) -> Markup:
    """Join the parts that are there, one a line; plain strings are escaped."""
    return Markup("\n").join(part for part in parts if part is not None)


def button(text: str, data: str) -> InlineKeyboardButton:
    """A button that comes back to us as `data` (at most 64 bytes)."""
    return InlineKeyboardButton(text=text, callback_data=data)


async def show(event: Message | CallbackQuery, screen: Screen) -> None:
    """Answer a message with the screen, or turn the message of the pressed button into it."""
    if isinstance(event, Message):
        await event.answer(screen.text, reply_markup=screen.keyboard)
        return
    message = event.message
    if message is None or isinstance(message, InaccessibleMessage):
        return
    try:
        await message.edit_text(screen.text, reply_markup=screen.keyboard)
    except TelegramBadRequest as error:
        if "message is not modified" not in error.message:
            raise
