"""A bare client of the Bot API: what the server answers, byte for byte."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Self

import aiohttp

from tests.support.telegram import TelegramStandIn


@dataclass(frozen=True)
class Answer:
    """Status, headers and envelope of an answer."""

    status: int
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def result(self) -> Any:
        assert self.body["ok"], self.body
        return self.body["result"]

    @property
    def description(self) -> str:
        assert not self.body["ok"], self.body
        assert self.status == self.body["error_code"]
        return str(self.body["description"])


class BotClient:
    """Calls methods of the stand-in as a bot would."""

    def __init__(self, telegram: TelegramStandIn, token: str | None = None) -> None:
        self._base = f"{telegram.base_url}/bot{token or telegram.token}"
        self._files = f"{telegram.base_url}/file/bot{telegram.token}"

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._session.close()

    async def call(self, method: str, **parameters: Any) -> Answer:
        """Post a form; objects are JSON-serialised and bytes are uploaded, as clients do."""
        form = aiohttp.FormData(quote_fields=False)
        for name, value in parameters.items():
            if isinstance(value, bytes):
                form.add_field(name, value, filename=f"{name}.png")
            else:
                form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        data = form if parameters else None
        async with self._session.post(f"{self._base}/{method}", data=data) as response:
            return Answer(response.status, dict(response.headers), await response.json())

    async def updates(self, **parameters: Any) -> list[dict[str, Any]]:
        """The waiting updates."""
        return list((await self.call("getUpdates", **parameters)).result)

    async def download(self, path: str) -> bytes:
        """A file's contents."""
        async with self._session.get(f"{self._files}/{path}") as response:
            assert response.status == 200
            return await response.read()
