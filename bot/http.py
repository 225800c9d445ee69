"""The HTTP side of the process: /healthz, and the webhook where one is set."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiogram import Bot, Dispatcher
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

WEBHOOK_PATH = "/telegram"


class HttpServer:
    """Listens on one port; at every check `healthy` answers what is wrong, if anything.

    `notes` are lines for people: they do not make the answer bad.
    """

    def __init__(
        self,
        port: int,
        healthy: Callable[[], Awaitable[str | None]],
        notes: Callable[[], list[str]] = list,
    ) -> None:
        self._port = port
        self._healthy = healthy
        self._notes = notes
        self._app = web.Application()
        self._app.router.add_get("/healthz", self._health)
        self._runner: web.AppRunner | None = None

    def accept_webhook(self, dispatcher: Dispatcher, bot: Bot, secret: str) -> None:
        """Take updates at `WEBHOOK_PATH`, refusing calls without the secret."""
        updates = SimpleRequestHandler(
            dispatcher, bot, handle_in_background=False, secret_token=secret
        )
        updates.register(self._app, path=WEBHOOK_PATH)

    async def start(self) -> int:
        """Listen; returns the port, which the system chooses when 0 was asked for.

        Raises:
            OSError: when the port is taken.
        """
        self._runner = web.AppRunner(self._app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "0.0.0.0", self._port)
        await site.start()
        port: int = self._runner.addresses[0][1]
        return port

    async def close(self) -> None:
        """Stop listening."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _health(self, _: web.Request) -> web.Response:
        problem = await self._healthy()
        text = "\n".join([problem or "ok", *self._notes()])
        return web.Response(text=text, status=503 if problem else 200)
