"""Keeps other web sites out: a browser on this machine could be led to the sandbox by them."""

from __future__ import annotations

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@web.middleware
async def only_from_here(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse requests for another host name, and those that another site's page makes."""
    origin = request.headers.get("Origin", "")
    if urlsplit(f"//{request.host}").hostname not in LOOPBACK:
        raise web.HTTPForbidden(text="The sandbox answers on this machine only.")
    if origin and urlsplit(origin).netloc != request.host:
        raise web.HTTPForbidden(text="The sandbox answers its own page only.")
    return await handler(request)
