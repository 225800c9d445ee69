"""Texts and captions as Telegram accepts them: markup, entities, length."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.sandbox import entities as entity_rules
from bot.sandbox.entities import FindUser
from bot.sandbox.errors import bad_request
from bot.sandbox.model import Json
from bot.sandbox.tdlib import TextParser

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
RAW_LIMIT_BYTES = 32_768
DATE_HORIZON = timedelta(days=3 * 365)
"""Dates further ahead are refused in `date_time` entities."""


class Texts:
    """Turns what a bot or a person wrote into a text with entities."""

    def __init__(self, parser: TextParser, find_user: FindUser) -> None:
        self._parser = parser
        self._find_user = find_user

    def message(self, raw: str, parse_mode: str, entities: list[Json], now: datetime) -> Json:
        """`text` and `entities` of a message of 1 to 4096 characters."""
        if not raw:
            raise bad_request("message text is empty")
        text, found = self._formatted(raw, parse_mode, entities, now)
        if not text:
            raise bad_request("text must be non-empty")
        if len(text) > TEXT_LIMIT:
            raise bad_request("message is too long")
        return {"text": text} | ({"entities": found} if found else {})

    def caption(self, raw: str, parse_mode: str, entities: list[Json], now: datetime) -> Json:
        """`caption` and `caption_entities`, or nothing for an empty caption."""
        text, found = self._formatted(raw, parse_mode, entities, now)
        if len(text) > CAPTION_LIMIT:
            raise bad_request("message caption is too long")
        if not text:
            return {}
        return {"caption": text} | ({"caption_entities": found} if found else {})

    def _formatted(
        self, raw: str, parse_mode: str, entities: list[Json], now: datetime
    ) -> tuple[str, list[Json]]:
        if len(raw.encode()) > RAW_LIMIT_BYTES:
            raise bad_request("text is too long")
        if parse_mode:
            text, parsed = self._parser.parse(raw, parse_mode)
            explicit = self._converted(parsed)
        else:
            text, explicit = raw, entity_rules.checked(entities, raw, self._find_user)
        text, explicit = _trimmed(text, explicit)
        _check_dates(explicit, now)
        found = self._converted(self._parser.find(text))
        return text, entity_rules.merged(explicit, found)

    def _converted(self, entities: list[Json]) -> list[Json]:
        converted = (entity_rules.from_tdlib(entity, self._find_user) for entity in entities)
        return [entity for entity in converted if entity is not None]


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Without spaces around the text, as the server keeps it; entities move along."""
    stripped = text.rstrip()
    shift = len(stripped) - len(stripped.lstrip())
    stripped = stripped[shift:]
    length = len(stripped.encode("utf-16-le")) // 2
    kept = []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        end = min(entity["offset"] + entity["length"] - shift, length)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return stripped, kept


def _check_dates(entities: list[Json], now: datetime) -> None:
    latest = (now + DATE_HORIZON).timestamp()
    for entity in entities:
        if entity["type"] == "date_time" and not 0 < entity["unix_time"] <= latest:
            raise bad_request("ENTITY_DATE_INVALID")
