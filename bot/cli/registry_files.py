"""`mistok import` and `mistok export`: the registry as a file of the exchange format."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from bot.clock import SystemClock
from bot.settings import WrongSettings, load_settings
from bot.stores import Stores
from partnership.batch import Batches
from partnership.exchange.codec import UnreadableError
from partnership.exchange.transfer import ImportResult, Transfer
from partnership.registry import Registry
from storage.database import DATABASE_ERRORS
from storage.migrations import NewerSchemaError

PROBLEMS_SHOWN = 20
UNUSABLE = (WrongSettings, NewerSchemaError, *DATABASE_ERRORS)
"""Why there is no registry to work on: settings, or the database."""

T = TypeVar("T")


def import_file(file: str) -> int:
    """Load a file; prints what was new, or every problem. Returns the exit status."""
    try:
        text = Path(file).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        print(f"{file}: {error}", file=sys.stderr)
        return 1
    try:
        print(_summary(_with_transfer(lambda transfer: transfer.read(text))))
    except UnreadableError as error:
        for problem in error.problems[:PROBLEMS_SHOWN]:
            print(f"{file}: {problem}", file=sys.stderr)
        return 1
    except UNUSABLE as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def export_file(file: str) -> int:
    """Write the registry; "-" is standard output. Returns the exit status."""
    try:
        text = _with_transfer(lambda transfer: transfer.write())
    except UNUSABLE as error:
        print(error, file=sys.stderr)
        return 2
    if file == "-":
        sys.stdout.write(text)
        return 0
    try:
        Path(file).write_text(text, "utf-8")
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _with_transfer(work: Callable[[Transfer], Awaitable[T]]) -> T:
    return asyncio.run(_transfer(work))


async def _transfer(work: Callable[[Transfer], Awaitable[T]]) -> T:
    stores = await Stores.open(load_settings().database_path)
    try:
        registry = Registry()
        for record in await stores.registry.load():
            registry.put(record)
        batches = Batches(stores.registry, registry, SystemClock())
        return await work(Transfer(batches, stores.events, stores.steps, stores.minutes))
    finally:
        await stores.close()


def _summary(result: ImportResult) -> str:
    counts = {
        "new": result.created.total(),
        "changed": result.changed.total(),
        "unchanged": result.unchanged.total(),
    }
    return ", ".join(f"{count} {what}" for what, count in counts.items())
