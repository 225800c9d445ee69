"""The sandbox as a server on the loopback interface."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from aiohttp import web

from bot.sandbox.bot_api import BotApi
from bot.sandbox.calls import Calls
from bot.sandbox.guard import only_from_here
from bot.sandbox.recording import OnRequest
from bot.sandbox.sandbox import Sandbox, SandboxOptions
from bot.sandbox.web_api import page_routes
from bot.sandbox.web_clock import ClockControl
from bot.sandbox.webhook import WebhookDelivery
from bot.tasks import Tasks
from partnership.clock import Clock

HOST = "127.0.0.1"
SHUTDOWN_SECONDS = 0.1
REQUEST_LIMIT_BYTES = 64 * 1024 * 1024


class SandboxServer:
    """Serves the Bot API and the page.

    Args:
        clock: the sandbox's time.
        port: 0 takes a free one.
        options: token, strictness and so on.
        on_request: sees every request of the bot; the tests check the schema there.
        advance: moves `clock` forward, for the page's clock control.
        next_reminder: when the bot's next reminder is due (UTC), or None.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        port: int = 0,
        options: SandboxOptions | None = None,
        on_request: OnRequest | None = None,
        advance: Callable[[timedelta], None] | None = None,
        next_reminder: Callable[[], datetime | None] | None = None,
    ) -> None:
        self.sandbox = Sandbox(clock, options, on_request)
        self.base_url = ""
        self._port = port
        self._clock_control = ClockControl(clock, advance, next_reminder)
        self._tasks = Tasks()
        self._runner: web.AppRunner | None = None

    @property
    def token(self) -> str:
        """The token that the bot is to use."""
        return self.sandbox.options.token

    async def start(self) -> str:
        """Listen, and return the base URL, which is also the bot's BOT_API_URL.

        Raises:
            OSError: the port is taken.
        """
        calls = Calls(self.sandbox)
        app = web.Application(middlewares=[only_from_here], client_max_size=REQUEST_LIMIT_BYTES)
        app.add_routes(BotApi(self.sandbox, calls).routes())
        app.add_routes(page_routes(self.sandbox, self._clock_control))
        self._runner = web.AppRunner(app, shutdown_timeout=SHUTDOWN_SECONDS, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self._port)
        await site.start()
        port = self._runner.addresses[0][1]
        self.base_url = f"http://{HOST}:{port}"
        delivery = WebhookDelivery(self.sandbox.updates, calls)
        self._tasks.spawn(delivery.run(), name="sandbox webhook delivery")
        return self.base_url

    async def stop(self) -> None:
        """End everything that waits, and stop listening."""
        self.sandbox.faults.release_all()
        self.sandbox.updates.close()
        await self._tasks.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
