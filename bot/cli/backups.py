"""`mistok backup` and `mistok restore`."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.backing_up import FAILURES, backups_of
from bot.clock import SystemClock
from bot.settings import Settings, WrongSettings, load_settings
from storage.backups import copy_database
from storage.migrations import NewerSchemaError
from storage.restoring import DatabaseInUseError, UnusableCopyError, restore


def back_up(file: str | None) -> int:
    """Copy the database, also while the bot runs. Returns the exit status."""
    try:
        settings = load_settings()
        print(_copy(settings, file))
    except WrongSettings as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except FAILURES as error:
        print(f"{settings.database_path}: {error}", file=sys.stderr)
        return 1
    return 0


def put_back(file: str) -> int:
    """Put a copy in place of the database. Returns the exit status."""
    try:
        settings = load_settings()
        kept = restore(Path(file), settings.database_path, SystemClock().now())
    except WrongSettings as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except (UnusableCopyError, NewerSchemaError) as error:
        print(f"{file}: {error}", file=sys.stderr)
        return 1
    except DatabaseInUseError:
        print(f"{settings.database_path} is in use: stop the bot first", file=sys.stderr)
        return 1
    except FAILURES as error:
        print(error, file=sys.stderr)
        return 1
    print(f"restored: {settings.database_path}")
    if kept is not None:
        print(f"replaced, and kept as {kept}")
    return 0


def _copy(settings: Settings, file: str | None) -> Path:
    """Raises FileExistsError rather than write over a file that was named."""
    if file is None:
        return asyncio.run(backups_of(settings).make(SystemClock().now()))
    target = Path(file)
    if target.exists():
        raise FileExistsError(f"{target} exists already")
    copy_database(settings.database_path, target)
    return target
