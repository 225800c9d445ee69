"""The aiogram bot: which server it talks to, and how it writes."""

from __future__ import annotations

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.methods import GetUpdates
from aiogram.types import LinkPreviewOptions, Update
from pydantic import BaseModel

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


def warm_up(bot: Bot) -> None:
    """Build the models of an update before anything is due.

    The first update needs them anyway, and until they are built, for a tenth of a second, the
    loop would stand still with reminders that are to be sent.
    """
    updates: type[BaseModel] = Update
    if isinstance(bot.session, JsonSession):
        updates = bot.session.hold(GetUpdates)
    updates.model_rebuild()
