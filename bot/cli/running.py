"""`mistok run` and `mistok sandbox`: one process until Ctrl-C or SIGTERM."""

from __future__ import annotations

import asyncio
import signal
import sys

from bot.lean_aiogram import import_aiogram
from bot.settings import Settings, WrongSettings, load_settings


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

    return asyncio.run(serve_sandbox(port))


async def _serve(settings: Settings) -> int:
    from bot.app import build_app
    from storage.migrations import NewerSchemaError

    try:
        async with build_app(settings) as app:
            for each in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(each, app.stop)
            await app.run()
    except NewerSchemaError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"HTTP_PORT {settings.http_port}: {error.strerror}", file=sys.stderr)
        return 1
    return 0
