"""Delivery of updates to the bot's webhook."""

from __future__ import annotations

import asyncio

import aiohttp

from bot.sandbox.calls import Calls
from bot.sandbox.errors import ApiError
from bot.sandbox.parameters import Parameters
from bot.sandbox.updates import Update, Updates

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
ANSWER_TIMEOUT_SECONDS = 60.0
RETRY_SECONDS = 0.2
"""Telegram waits longer and longer; in a sandbox nobody wants to wait."""


class WebhookDelivery:
    """Posts the oldest update until the bot takes it, then the next one."""

    def __init__(self, updates: Updates, calls: Calls) -> None:
        self._updates = updates
        self._calls = calls

    async def run(self) -> None:
        """Deliver until cancelled."""
        timeout = aiohttp.ClientTimeout(total=ANSWER_TIMEOUT_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                await self._updates.until(self._has_work)
                if not await self._deliver(session, self._updates.pending()[0]):
                    await asyncio.sleep(RETRY_SECONDS)

    def _has_work(self) -> bool:
        return bool(self._updates.webhook_url) and bool(self._updates.pending())

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
        except (aiohttp.ClientError, TimeoutError) as error:
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
