"""`mistok check`: settings, database and token, each with what is wrong."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.clock import SystemClock
from bot.settings import Settings, WrongSettings, load_settings

TOO_OLD = timedelta(days=2)
"""A daily backup that is older has failed."""


def check_everything() -> int:
    """Print one line for each thing checked; the exit status counts as wrong when any is."""
    try:
        settings = load_settings()
    except WrongSettings as wrong:
        for problem in wrong.problems:
            print(f"settings   wrong: {problem}")
        return 1
    print("settings   ok")
    results: dict[str, str | None] = asyncio.run(_check(settings))
    for name, wrong_with in results.items():
        print(f"{name:<10} {'wrong: ' + wrong_with if wrong_with else 'ok'}")
    return 1 if any(results.values()) else 0


async def _check(settings: Settings) -> dict[str, str | None]:
    return {
        "database": await _database(settings),
        "backups": _backups(settings),
        "token": await _token(settings),
    }


async def _database(settings: Settings) -> str | None:
    from bot.stores import Stores
    from storage.database import DATABASE_ERRORS
    from storage.migrations import NewerSchemaError

    try:
        stores = await Stores.open(settings.database_path)
    except (NewerSchemaError, *DATABASE_ERRORS) as error:
        return f"{settings.database_path}: {error}"
    try:
        return await stores.problem()
    finally:
        await stores.close()


def _backups(settings: Settings) -> str | None:
    """Backups that have stopped; that there are none yet is no mistake."""
    from bot.backing_up import age_of, backups_of

    backups, now = backups_of(settings), SystemClock().now()
    latest = backups.latest()
    if not backups.kept or latest is None or now - latest < TOO_OLD:
        return None
    return f"the newest in {backups.folder} is {age_of(latest, now)} old"


async def _token(settings: Settings) -> str | None:
    if settings.bot_token is None:
        return "BOT_TOKEN is not set: `mistok run` starts the local sandbox"
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from aiogram.exceptions import TelegramAPIError

    from bot.telegram import build_bot

    bot = build_bot(settings, None)
    try:
        await bot.get_me(request_timeout=15)
    except (TelegramAPIError, TimeoutError) as error:
        return f"BOT_TOKEN at {settings.bot_api_url}: {error}"
    finally:
        await bot.session.close()
    return None
