"""A screen: one text with its buttons, shown as a new message or in place of the pressed one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from markupsafe import Markup, escape

from handlers import unread
from handlers.charts.chart import Chart

NOT_MODIFIED = "message is not modified"
GONE = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
)
"""Below a picture, too, an answer is a message of its own."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown: HTML that is safe by construction, rows of buttons, perhaps a picture."""

    text: Markup
    buttons: Sequence[Sequence[InlineKeyboardButton]] = ()
    chart: Chart | None = None

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


Stage = Callable[[Message | CallbackQuery, Screen], Awaitable[None]]
"""Where the screens of a handler go; the middleware around it decides."""

STAGE: ContextVar[Stage] = ContextVar("stage")
"""Set around each handler by `bot.middlewares.presenting`: long texts, groups in two languages."""


def fill(template: str, **values: object) -> Markup:
    """Put values into a text of the catalogue; whatever they hold is escaped."""
    return Markup(template.format(**{name: escape(value) for name, value in values.items()}))


def lines(parts: Iterable[str | Markup | None]) -> Markup:
    """Join the parts that are there, one a line; plain strings are escaped."""
    return Markup("\n").join(part for part in parts if part is not None)


def button(text: str, data: str) -> InlineKeyboardButton:
    """A button that comes back to us as `data` (at most 64 bytes)."""
    return InlineKeyboardButton(text=text, callback_data=data)


async def show(event: Message | CallbackQuery, screen: Screen) -> None:
    """Answer a message with the screen, or turn the message of the pressed button into it."""
    await STAGE.get(put)(event, screen)


async def put(event: Message | CallbackQuery, screen: Screen) -> None:
    """Show a screen as it is; where the pressed message is out of reach, as a new one."""
    if isinstance(event, Message):
        await unread.answer(event, screen.text, screen.keyboard)
    elif isinstance(event.message, Message):
        await _turn(event.message, screen)
    elif event.message is not None and event.bot is not None:
        chat = event.message.chat.id
        await event.bot.send_message(chat, screen.text, reply_markup=screen.keyboard)


async def _turn(message: Message, screen: Screen) -> None:
    try:
        await unread.edit(message, screen.text, screen.keyboard)
    except TelegramBadRequest as error:
        if any(reason in error.message for reason in GONE):
            await unread.answer(message, screen.text, screen.keyboard)
        elif NOT_MODIFIED not in error.message:
            raise
