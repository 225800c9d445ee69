"""Writing to somebody who did not ask just now: in their language, and if they can be reached."""

from __future__ import annotations

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.utils.i18n import I18n

from handlers.screens import Screen


def their_language(chosen: str | None, telegrams: str | None, i18n: I18n) -> str:
    """What a person chose, else what their Telegram speaks, else the language of the bot."""
    if chosen:
        return chosen
    known = (telegrams or "").partition("-")[0]
    return known if known in i18n.available_locales else i18n.default_locale


async def tell(bot: Bot, user: int, screen: Screen) -> bool:
    """Write to a person; False where they have not opened a chat with the bot, or closed it."""
    try:
        await bot.send_message(user, screen.text, reply_markup=screen.keyboard)
    except (TelegramForbiddenError, TelegramBadRequest):
        return False
    return True
