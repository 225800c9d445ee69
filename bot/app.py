"""The one place where everything is built and joined, for the command line and for the tests."""

from __future__ import annotations

import asyncio
import gc
from contextlib import suppress
from types import TracebackType
from typing import Self

import structlog
from aiogram.client.session.base import BaseSession
from aiogram.dispatcher.dispatcher import DEFAULT_BACKOFF_CONFIG
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramServerError
from aiogram.utils.backoff import Backoff

from bot.admins import Admins
from bot.backing_up import BackingUp
from bot.catalogues import load_i18n
from bot.clock import SystemClock
from bot.collecting import uncollected
from bot.conversations import KeptConversations
from bot.delivery.limiter import Limiter
from bot.delivery.limits import Limits
from bot.delivery.pacing import Pacing
from bot.dispatching import build_dispatcher
from bot.http import WEBHOOK_PATH, HttpServer
from bot.middlewares.inflight import InFlight
from bot.reminding import Reminding
from bot.services import build_services
from bot.settings import Settings
from bot.stores import Stores
from bot.tasks import Tasks
from bot.telegram import build_bot, warm_up
from handlers.menu import CommandMenu
from partnership.clock import Clock
from storage.conversations import SqlConversations

log = structlog.get_logger(__name__)

UPDATES = [
    "message",
    "edited_message",
    "callback_query",
    "inline_query",
    "chosen_inline_result",
    "my_chat_member",
]
CONCURRENT_UPDATES = 64
SUMMARY_TURNS = 3
"""The message that shows a dictation changes once while three others could be sent there."""
STOP_DEADLINE = 20.0
"""Seconds that updates being handled are given at a stop."""


def build_app(
    settings: Settings,
    *,
    session: BaseSession | None = None,
    clock: Clock | None = None,
    limits: Limits | None = None,
) -> App:
    """The whole bot, not yet opened: `async with build_app(settings) as app: await app.run()`."""
    return App(settings, session, clock or SystemClock(), limits or Limits())


class App:
    """A bot joined to its database and its clock."""

    def __init__(
        self, settings: Settings, session: BaseSession | None, clock: Clock, limits: Limits
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.tasks = Tasks()
        self._session = session
        self._limits = limits
        self._limiter = Limiter(limits)
        self.in_flight = InFlight()
        self._stop = asyncio.Event()

    async def __aenter__(self) -> Self:
        """Open the database, read the registry, build the dispatcher, begin to remind."""
        with uncollected():
            await self._open()
        self.reminding.start()
        self.backing_up.start(self.reminding.schedule)
        return self

    async def _open(self) -> None:
        settings = self.settings
        self.stores = await Stores.open(settings.database_path)
        try:
            self.i18n = load_i18n(settings.language.value)
            self.bot = build_bot(settings, self._session)
            warm_up(self.bot)
            self.bot.session.middleware(Pacing(self._limiter))
            self.menu = CommandMenu(self.bot, self.i18n)
            self.services = await build_services(self.stores, settings, self.clock, self.menu)
            self.reminding = Reminding(
                self.services, self.stores, self.bot, self._limiter, self.i18n, self.tasks
            )
            admins = Admins(self.bot, self.services.membership, self.i18n)
            self.backing_up = BackingUp(settings, self.clock, self.tasks, admins.no_backup)
            conversations = KeptConversations(SqlConversations(self.stores.database))
            await conversations.load()
            self.services.membership.groups.moved.append(conversations.load)
            self.dispatcher = build_dispatcher(
                self.services,
                self.i18n,
                conversations,
                settings.language.value,
                self.in_flight,
                self.tasks,
                SUMMARY_TURNS * self._limits.chat_pause,
            )
        except BaseException:
            await self.stores.close()
            raise

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let running updates end, then close everything in the order of dependence."""
        try:
            if not await self.in_flight.drained(STOP_DEADLINE):
                log.warning("updates were still being handled at the stop")
            await self._confirm_handled()
            await self.reminding.stop(STOP_DEADLINE)
        finally:
            await self.tasks.close()
            await self.bot.session.close()
            await self.stores.close()

    async def run(self) -> None:
        """Take updates until `stop` is called.

        Raises:
            OSError: when the HTTP port is taken.
        """
        http = HttpServer(self.settings.http_port, self._problem, self._notes)
        webhook = self.settings.webhook_url
        if webhook is not None and self.settings.webhook_secret is not None:
            secret = self.settings.webhook_secret.get_secret_value()
            http.accept_webhook(self.dispatcher, self.bot, secret)
        await http.start()
        try:
            if not await self._telegram_answers():
                return
            await self.menu.publish()
            gc.freeze()
            await (self._wait_for_calls(webhook) if webhook else self.poll())
        finally:
            await http.close()

    async def _telegram_answers(self) -> bool:
        """Wait until Telegram can be reached; False when `stop` was called before.

        Raises:
            TelegramUnauthorizedError: the token is not valid.
        """
        backoff = Backoff(config=DEFAULT_BACKOFF_CONFIG)
        while not self._stop.is_set():
            try:
                await self.bot.get_me()
            except (TelegramNetworkError, TelegramServerError) as error:
                log.warning("telegram does not answer", error=type(error).__name__)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stop.wait(), next(backoff))
            else:
                return True
        return False

    def stop(self) -> None:
        """Ask `run` or `poll` to end."""
        self._stop.set()

    async def poll(self) -> None:
        """Ask Telegram for updates until `stop` is called."""
        await self.bot.delete_webhook()
        polling = self.tasks.spawn(
            self.dispatcher.start_polling(
                self.bot,
                allowed_updates=UPDATES,
                handle_signals=False,
                close_bot_session=False,
                tasks_concurrency_limit=CONCURRENT_UPDATES,
            ),
            name="polling",
        )
        stopped = self.tasks.spawn(self._stop.wait(), name="stop")
        await asyncio.wait({polling, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if polling.done():
            polling.result()
            return
        await self.dispatcher.stop_polling()
        await polling

    async def _wait_for_calls(self, url: str) -> None:
        """Let Telegram call us; calls come in through the HTTP server."""
        secret = self.settings.webhook_secret
        await self.bot.set_webhook(
            url + WEBHOOK_PATH,
            allowed_updates=UPDATES,
            secret_token=secret.get_secret_value() if secret else None,
        )
        await self._stop.wait()

    async def _confirm_handled(self) -> None:
        """Tell Telegram what is done: polling confirms only with its next request."""
        last = self.in_flight.last_update
        if last is None or self.settings.webhook_url:
            return
        try:
            await self.bot.get_updates(offset=last + 1, limit=1, timeout=0, request_timeout=5)
        except (TelegramAPIError, TimeoutError) as error:
            log.warning("could not confirm updates", error=type(error).__name__)

    def _notes(self) -> list[str]:
        return [self.backing_up.state()]

    async def _problem(self) -> str | None:
        """What keeps the bot from working, for /healthz."""
        return await self.stores.problem()
