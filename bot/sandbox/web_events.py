"""The page's files and its stream of events."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from aiohttp import web

from bot.sandbox.hub import Happening
from bot.sandbox.model import Json
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.views import event_view

STATIC = Path(__file__).parent / "static"
KEEP_ALIVE_SECONDS = 15.0
POLICY = "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'"


async def index(request: web.Request) -> web.StreamResponse:
    """The page."""
    page = STATIC / "index.html"
    if not page.exists():
        raise web.HTTPNotFound
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"}
    return web.FileResponse(page, headers=headers)


def static_routes() -> list[web.AbstractRouteDef]:
    """The page and what it loads."""
    routes: list[web.AbstractRouteDef] = [web.get("/", index)]
    if STATIC.is_dir():
        routes.append(web.static("/static", STATIC))
    return routes


async def stream_events(
    request: web.Request, sandbox: Sandbox, person_id: int
) -> web.StreamResponse:
    """Send what this person can see as Server-Sent Events until the page goes away."""
    events: asyncio.Queue[Json] = asyncio.Queue()

    def watch(happening: Happening) -> None:
        if happening.concerns(person_id):
            events.put_nowait(event_view(sandbox, happening))

    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await response.prepare(request)
    with sandbox.hub.watched_by(watch):
        await response.write(b"retry: 1000\n\n")
        while True:
            try:
                async with asyncio.timeout(KEEP_ALIVE_SECONDS):
                    event = await events.get()
            except TimeoutError:
                line = ": still here\n\n"
            else:
                line = f"data: {json.dumps(event, ensure_ascii=False)}\n\n"
            try:
                await response.write(line.encode())
            except ConnectionResetError:
                return response
