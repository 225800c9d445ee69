"""Shared by the page's request handlers: who asks, about which chat, and how refusals look."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.sandbox.acting import Where
from bot.sandbox.errors import ApiError
from bot.sandbox.model import Chat, Json, Person
from bot.sandbox.sandbox import Sandbox

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def answer(body: Any, status: int = 200) -> web.Response:
    """JSON with readable Ukrainian."""
    return web.json_response(
        body, status=status, dumps=lambda value: json.dumps(value, ensure_ascii=False)
    )


def refusals_as_json(handler: Handler) -> Handler:
    """Turn a refusal into `{"error": description}` with its status."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except ApiError as error:
            return answer({"error": error.description, **error.parameters}, error.code)
        except (KeyError, ValueError) as error:
            return answer({"error": f"Bad Request: {error!r}"}, 400)

    return guarded


def person_of(sandbox: Sandbox, request: web.Request) -> Person:
    """The person in the path."""
    person = sandbox.world.people.get(int(request.match_info["person"]))
    if person is None:
        raise ApiError(404, "Not Found: no such person")
    return person


def person_and_chat(sandbox: Sandbox, request: web.Request) -> tuple[Person, Chat]:
    """The person and the chat in the path; the person must be in the chat."""
    person = person_of(sandbox, request)
    return person, visible_chat(sandbox, person, request.match_info["chat"])


def visible_chat(sandbox: Sandbox, person: Person, reference: Any) -> Chat:
    """A chat that the person is in."""
    chat = sandbox.world.chat(reference)
    if person.id not in chat.present():
        raise ApiError(404, "Not Found: no such chat")
    return chat


def where_of(body: Json) -> Where:
    """Topic and answered message of something that the page sends."""
    return Where(int(body.get("thread") or 0), int(body.get("reply_to") or 0))
