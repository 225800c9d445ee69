"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from bot.sandbox.calls import Calls, ConnectionDropped
from bot.sandbox.errors import ApiError
from bot.sandbox.parameters import read_parameters
from bot.sandbox.sandbox import Sandbox


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


class BotApi:
    """Request handlers for the bot's side."""

    def __init__(self, sandbox: Sandbox, calls: Calls) -> None:
        self._sandbox = sandbox
        self._calls = calls

    def routes(self) -> list[web.RouteDef]:
        """Routes for the application."""
        return [
            web.route("*", "/bot{token}/{method}", self.method),
            web.get("/file/bot{token}/{path:.+}", self.download),
        ]

    async def method(self, request: web.Request) -> web.StreamResponse:
        """Carry out one method and answer in Telegram's envelope."""
        try:
            self._check_token(request)
            parameters = await read_parameters(request)
            result = await self._calls.call(request.match_info["method"], parameters)
        except ApiError as error:
            return _refused(error)
        except ConnectionDropped:
            if request.transport is not None:
                request.transport.abort()
            raise ConnectionResetError("dropped as ordered") from None
        return web.json_response({"ok": True, "result": result}, dumps=_dumps)

    async def download(self, request: web.Request) -> web.StreamResponse:
        """The contents of a file that getFile named."""
        try:
            self._check_token(request)
        except ApiError as error:
            return _refused(error)
        file = self._sandbox.files.by_path(request.match_info["path"])
        if file is None:
            return _refused(ApiError(404, "Not Found"))
        return web.Response(body=file.content, content_type=file.mime_type)

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self._sandbox.options.token:
            raise ApiError(401, "Unauthorized")


def _refused(error: ApiError) -> web.Response:
    headers = {}
    if "retry_after" in error.parameters:
        headers["Retry-After"] = str(error.parameters["retry_after"])
    return web.json_response(error.envelope(), status=error.code, headers=headers, dumps=_dumps)
