"""The aiogram bot: which server it talks to, and how it writes."""

from __future__ import annotations

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import LinkPreviewOptions

from bot.json_session import JsonSession
from bot.settings import Settings


def build_bot(settings: Settings, session: BaseSession | None) -> Bot:
    """A bot for the token and the server of `settings`.

    Raises:
        ValueError: when there is no token.
    """
    if settings.bot_token is None:
        raise ValueError("a bot needs BOT_TOKEN")
    server = TelegramAPIServer.from_base(settings.bot_api_url)
    return Bot(
        settings.bot_token.get_secret_value(),
        session=session or JsonSession(api=server),
        default=DefaultBotProperties(
            parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True)
        ),
    )
