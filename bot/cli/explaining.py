"""`mistok explain`: how the bot reads lines of text, one by one, from standard input."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.clock import SystemClock
from bot.settings import WrongSettings, load_settings
from partnership.entities import Growing
from partnership.exchange.codec import UnreadableError
from partnership.exchange.document import read_document
from partnership.language.explanation import Explainer, explain_places
from partnership.naming import index_of
from partnership.registry import Registry

Explain = Callable[[str], dict[str, Any]]


def explain_lines(
    now: str | None, zone: str | None, file: str | None, *, as_json: bool, places: bool
) -> int:
    """Explain every line of standard input. Returns the exit status."""
    try:
        explain = _places() if places else _sentences(now, zone, file)
    except (OSError, ValueError, ZoneInfoNotFoundError, UnreadableError, WrongSettings) as error:
        print(error, file=sys.stderr)
        return 2
    try:
        _explain_each(explain, as_json=as_json)
    except BrokenPipeError:
        # The reader has seen enough (`| head`); what is still buffered must not be written either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _explain_each(explain: Explain, *, as_json: bool) -> None:
    for line in sys.stdin:
        explained = explain(line.rstrip("\r\n"))
        print(json.dumps(explained, ensure_ascii=False) if as_json else _for_people(explained))


def _places() -> Explain:
    from partnership.gazetteer import Gazetteer

    gazetteer = Gazetteer.load()
    return lambda line: explain_places(line, gazetteer)


def _sentences(now: str | None, zone: str | None, file: str | None) -> Explain:
    """Raises ValueError for a moment that is not ISO, ZoneInfoNotFoundError for an unknown zone."""
    zone = zone or load_settings().timezone
    moment = _moment(now, ZoneInfo(zone))
    registry = _read_registry(Path(file)) if file else asyncio.run(_stored_registry())
    explainer = Explainer(registry, index_of(registry.records()), zone)
    return lambda line: explainer.explain(line, moment or SystemClock().now())


def _moment(now: str | None, zone: ZoneInfo) -> datetime | None:
    """A moment without an offset is local in the zone."""
    if now is None:
        return None
    moment = datetime.fromisoformat(now)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _read_registry(path: Path) -> Registry:
    entities = read_document(path.read_text("utf-8"))
    return Registry.of(one for one in entities if not isinstance(one, Growing))


async def _stored_registry() -> Registry:
    from bot.stores import Stores

    stores = await Stores.open(load_settings().database_path)
    try:
        return Registry.of(await stores.registry.load())
    finally:
        await stores.close()


def _for_people(explained: dict[str, Any]) -> str:
    """The same, a line for each thing that was found."""
    facts = (
        f"  {key}: {_shown(value)}"
        for key, value in explained.items()
        if key != "text" and value not in (None, [], "")
    )
    return "\n".join([explained["text"], *facts])


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_shown(each)}" for key, each in value.items() if each)
    if isinstance(value, list):
        return "; ".join(_shown(each) for each in value)
    return str(value)
