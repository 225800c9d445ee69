"""Parameters of a Bot API request, however they came: query, form, multipart or JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.model import Json

UPLOAD_LIMIT_BYTES = 50 * 1024 * 1024
SERIALISED = frozenset(
    {
        "reply_markup",
        "reply_parameters",
        "entities",
        "caption_entities",
        "link_preview_options",
        "media",
        "message_ids",
        "commands",
        "scope",
        "menu_button",
        "results",
        "button",
        "reaction",
        "allowed_updates",
    }
)
"""Parameters that hold JSON; a text that looks like JSON is left alone."""


@dataclass(frozen=True)
class Upload:
    """An uploaded part of a multipart request."""

    file_name: str
    content_type: str
    content: bytes


@dataclass
class Parameters:
    """Typed access; unknown parameters are ignored, numbers are clamped."""

    values: Json
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """A string."""
        value = self.values.get(name, default)
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """An integer."""
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            raise bad_request(f'parameter "{name}" must be of type Integer') from None

    def clamped(self, name: str, default: int, lowest: int, highest: int) -> int:
        """An integer moved into its range."""
        return min(max(self.integer(name, default), lowest), highest)

    def number(self, name: str) -> float:
        """A float."""
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            raise bad_request(f'parameter "{name}" must be of type Float') from None

    def flag(self, name: str) -> bool:
        """A boolean."""
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes"}

    def json(self, name: str) -> Any:
        """A JSON-serialised value, or None where it is absent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            what = "reply keyboard markup" if name == "reply_markup" else name.replace("_", " ")
            raise bad_request(f"can't parse {what} JSON object") from None

    def decoded(self) -> Json:
        """All values, with the JSON-serialised ones parsed, for the record."""
        return {
            name: _decoded(value) if name in SERIALISED else value
            for name, value in self.values.items()
        }


def _decoded(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


async def read_parameters(request: web.Request) -> Parameters:
    """Read a request's parameters.

    Raises:
        ApiError: 413 for an upload over 50 MB.
    """
    values: Json = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        values |= await request.json()
    elif request.content_type in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                content = value.file.read()
                uploads[name] = Upload(value.filename, value.content_type, content)
            else:
                values[name] = value
    if any(len(upload.content) > UPLOAD_LIMIT_BYTES for upload in uploads.values()):
        raise ApiError(413, "Request Entity Too Large")
    return Parameters(values, uploads)
