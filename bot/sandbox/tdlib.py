"""TDLib's own text parser, offline: what it accepts is what Telegram accepts."""

from __future__ import annotations

import importlib
import json
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.model import Json

MISSING = (
    "The sandbox needs the package tdjson (TDLib's text parser): "
    "install Mistok with the extra 'sandbox', pip install 'mistok[sandbox]'."
)

PARSE_MODES = {
    "html": {"@type": "textParseModeHTML"},
    "markdownv2": {"@type": "textParseModeMarkdown", "version": 2},
    "markdown": {"@type": "textParseModeMarkdown", "version": 1},
}


class TdlibMissing(RuntimeError):
    """The optional package tdjson is not installed."""

    def __init__(self) -> None:
        super().__init__(MISSING)


class TextParser:
    """Parses markup and finds links, mentions and commands.

    Raises:
        TdlibMissing: where tdjson is not installed.
    """

    def __init__(self) -> None:
        try:
            self._tdjson: Any = importlib.import_module("tdjson")
        except ImportError as error:
            raise TdlibMissing from error
        self._execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})

    def parse(self, text: str, parse_mode: str) -> tuple[str, list[Json]]:
        """The plain text and TDLib's entities of a marked-up text."""
        mode = PARSE_MODES.get(parse_mode.lower())
        if mode is None:
            raise bad_request("unsupported parse_mode")
        answer = self._execute({"@type": "parseTextEntities", "text": text, "parse_mode": mode})
        if answer["@type"] == "error":
            message = answer["message"]
            raise bad_request(message[:1].lower() + message[1:])
        return answer["text"], answer["entities"]

    def find(self, text: str) -> list[Json]:
        """TDLib's entities that need no markup: links, mentions, commands, hashtags."""
        found: list[Json] = self._execute({"@type": "getTextEntities", "text": text})["entities"]
        return found

    def _execute(self, request: Json) -> Json:
        answer: Json = json.loads(self._tdjson.td_execute(json.dumps(request).encode()))
        return answer
