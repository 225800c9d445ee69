"""Delivery of updates to the bot's webhook."""

from __future__ import annotations

import asyncio

import aiohttp
import structlog

from bot.sandbox.calls import Calls, ConnectionDropped
from bot.sandbox.errors import ApiError
from bot.sandbox.parameters import Parameters
from bot.sandbox.updates import Update, Updates

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
ANSWER_TIMEOUT_SECONDS = 60.0
MOST_CONNECTIONS = 40
RETRY_SECONDS = 0.2
"""Telegram waits longer and longer; in a sandbox nobody wants to wait."""


QueueKey = tuple[str, int]


def queue_key(update: Update) -> QueueKey:
    """What an update waits behind: presses and inline queries their person's, others the chat's."""
    kind, payload = next(item for item in update.body.items() if item[0] != "update_id")
    if kind in {"callback_query", "inline_query", "chosen_inline_result"}:
        return kind, payload["from"]["id"]
    return "chat", payload["chat"]["id"]


class WebhookDelivery:
    """Posts updates until the bot takes them: one after another in a chat, chats side by side."""

    def __init__(self, updates: Updates, calls: Calls) -> None:
        self._updates = updates
        self._calls = calls
        self._busy: set[QueueKey] = set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        timeout = aiohttp.ClientTimeout(total=ANSWER_TIMEOUT_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session, asyncio.TaskGroup() as tasks:
            while True:
                await self._updates.until(lambda: self._next() is not None)
                while (update := self._next()) is not None:
                    self._busy.add(queue_key(update))
                    tasks.create_task(self._deliver_in_turn(session, update))

    def _next(self) -> Update | None:
        """The oldest update of a chat that nothing is being delivered for."""
        if not self._updates.webhook_url or len(self._busy) >= MOST_CONNECTIONS:
            return None
        free = (one for one in self._updates.pending() if queue_key(one) not in self._busy)
        return next(free, None)

    async def _deliver_in_turn(self, session: aiohttp.ClientSession, update: Update) -> None:
        if not await self._deliver(session, update):
            await asyncio.sleep(RETRY_SECONDS)
        self._busy.discard(queue_key(update))
        self._updates.look_again()

    async def _deliver(self, session: aiohttp.ClientSession, update: Update) -> bool:
        """Whether the bot took the update: any 2xx confirms it."""
        headers = {}
        if self._updates.webhook_secret:
            headers[SECRET_HEADER] = self._updates.webhook_secret
        url = self._updates.webhook_url
        try:
            async with session.post(url, json=update.body, headers=headers) as response:
                if not response.ok:
                    self._updates.last_webhook_error = (
                        f"Wrong response from the webhook: {response.status} {response.reason}"
                    )
                    return False
                self._updates.confirm(update.id)
                await self._execute(response)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            self._updates.last_webhook_error = str(error) or type(error).__name__
            return False
        return True

    async def _execute(self, response: aiohttp.ClientResponse) -> None:
        """Carry out the method that the answer's body names, if any; its result is lost."""
        parameters = await _answered_parameters(response)
        method = parameters.values.pop("method", None)
        if method is None:
            return
        try:
            await self._calls.call(str(method), parameters)
        except ApiError as error:
            self._updates.last_webhook_error = error.description
        except ConnectionDropped:
            log.info("the answer to the webhook's method was to be lost", method=method)


async def _answered_parameters(response: aiohttp.ClientResponse) -> Parameters:
    if response.content_type == "application/json":
        body = await response.json()
        return Parameters(dict(body) if isinstance(body, dict) else {})
    if response.content_type != "multipart/form-data":
        return Parameters({})
    values = {}
    reader = aiohttp.MultipartReader.from_response(response)
    async for part in reader:
        if isinstance(part, aiohttp.BodyPartReader) and part.name is not None:
            values[part.name] = await part.text()
    return Parameters(values)
