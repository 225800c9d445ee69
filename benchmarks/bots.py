"""The two bots that are compared, each a process: `python -m benchmarks.bots echo|mistok ...`."""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path


async def echo(base_url: str, token: str) -> None:
    """A bare aiogram bot with aiogram's defaults."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import Message

    dispatcher = Dispatcher()

    @dispatcher.message()
    async def answer(message: Message) -> None:
        await message.answer(message.text or "")

    session = AiohttpSession(api=TelegramAPIServer.from_base(base_url))
    await dispatcher.start_polling(Bot(token, session=session))


async def mistok(base_url: str, token: str, folder: str) -> None:
    """Mistok as `mistok run` starts it; only the pace of sending is lifted."""
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from pydantic import SecretStr

    from bot.app import build_app
    from bot.delivery.limits import LIFTED
    from bot.logs import set_up_logs
    from bot.settings import LogFormat, LogLevel, Settings

    set_up_logs(LogLevel.WARNING, LogFormat.CONSOLE)
    settings = Settings(
        bot_token=SecretStr(token), bot_api_url=base_url, data_dir=Path(folder), http_port=0
    )
    async with build_app(settings, limits=LIFTED) as app:
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, app.stop)
        await app.run()


if __name__ == "__main__":
    which, *given = sys.argv[1:]
    asyncio.run(mistok(*given) if which == "mistok" else echo(*given))
