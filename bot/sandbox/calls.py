"""One call of the Bot API: recorded, struck by ordered faults, carried out."""

from __future__ import annotations

import copy
import time
from typing import Any

from bot.sandbox.errors import ApiError
from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.methods import modelled_methods
from bot.sandbox.parameters import Parameters
from bot.sandbox.recording import Request
from bot.sandbox.sandbox import Sandbox


class ConnectionDropped(Exception):
    """The request was carried out, and its answer is to be lost on the way."""


class Calls:
    """Carries out what the bot asks for."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._methods = modelled_methods()

    async def call(self, name: str, parameters: Parameters) -> Any:
        """The result of a method.

        Raises:
            ApiError: what Telegram refuses, and a method that the sandbox does not model.
            ConnectionDropped: as a test ordered.
        """
        request = self._record(name, parameters)
        try:
            fault = await self._strike(name, parameters)
            result = copy.deepcopy(await self._carry_out(name, parameters))
        except ApiError as error:
            request.error_code, request.description = error.code, error.description
            raise
        finally:
            request.answered = True
        request.result = result
        if fault is not None and fault.kind is FaultKind.DROP_AFTER_APPLYING:
            raise ConnectionDropped
        return result

    def _record(self, name: str, parameters: Parameters) -> Request:
        request = Request(
            name,
            parameters.decoded(),
            tuple(parameters.uploads),
            self._sandbox.world.now(),
            time.monotonic(),
        )
        self._sandbox.requests.add(request)
        return request

    async def _strike(self, name: str, parameters: Parameters) -> Fault | None:
        given = str(parameters.values.get("chat_id", ""))
        chat_id = int(given) if given.lstrip("-").isdigit() else None
        fault = self._sandbox.faults.take(name, chat_id)
        if fault is not None and fault.error is not None:
            raise fault.error
        if fault is not None and fault.kind is FaultKind.HANG:
            await fault.released.wait()
        return fault

    async def _carry_out(self, name: str, parameters: Parameters) -> Any:
        method = self._methods.get(name.lower())
        if method is None:
            self._sandbox.requests.unmodelled.append(name)
            raise ApiError(404, f"Not Found: method not found ({name} is not modelled)")
        return await method(self._sandbox, parameters)
