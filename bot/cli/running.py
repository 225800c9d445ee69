"""`mistok run` and `mistok sandbox`: one process until Ctrl-C or SIGTERM."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

from bot.lean_aiogram import import_aiogram
from bot.settings import Settings, WrongSettings, load_settings

if TYPE_CHECKING:
    from bot.app import App


def run_bot() -> int:
    """The bot on Telegram; the sandbox where no token is set. Returns the exit status."""
    try:
        settings = load_settings()
    except WrongSettings as wrong:
        print(wrong, file=sys.stderr)
        return 2
    if settings.bot_token is None:
        return run_sandbox()
    import_aiogram()
    from bot.logs import set_up_logs

    set_up_logs(settings.log_level, settings.log_format)
    return asyncio.run(_serve(settings))


def run_sandbox(port: int = 8765) -> int:
    """The bot in the local sandbox. Returns the exit status."""
    import_aiogram()
    from bot.sandbox.running import serve_sandbox
    from bot.sandbox.tdlib import TdlibMissing

    try:
        return asyncio.run(serve_sandbox(port))
    except TdlibMissing as missing:
        print(missing, file=sys.stderr)
        return 1


async def _serve(settings: Settings) -> int:
    from bot.app import build_app
    from storage.database import DATABASE_ERRORS
    from storage.migrations import NewerSchemaError

    try:
        async with build_app(settings) as app:
            return await _run(app)
    except (NewerSchemaError, *DATABASE_ERRORS) as error:
        print(f"{settings.database_path}: {error}", file=sys.stderr)
        return 1


async def _run(app: App) -> int:
    """Run until a signal; what Telegram or the port refuse at the start is said by its name."""
    from aiogram.exceptions import TelegramAPIError

    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, app.stop)
    settings = app.settings
    try:
        await app.run()
    except TelegramAPIError as error:
        print(f"BOT_TOKEN at {settings.bot_api_url}: {error.message}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"HTTP_PORT {settings.http_port}: {error.strerror}", file=sys.stderr)
        return 1
    return 0
