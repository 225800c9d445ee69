"""The page's API: JSON under /api, in which a person reads, writes and presses.

Beyond the agreed contract:

- a chat also has `is_forum`, `bot_blocked`, `role` (the person's status) and `members` (users, for
  mentions);
- a topic of a forum is asked for with `thread=ID`; `thread=1` is General; without it, everything;
- POST .../messages also takes `{edit: message_id, text}`, and returns the message;
- POST .../read marks everything as read; GET .../messages does so, too;
- POST .../react `{message_id, emoji|null}`;
- POST .../admin also knows `reopen_topic`, `create_topic` (with `title`) and `make_bot_admin`, and
  returns the chat (for `upgrade` the new one);
- POST /api/people/{p}/groups also takes `supergroup`, `members` (ids) and `payload` (what a
  `?startgroup=` link carries), and returns the chat;
- GET /api/clock also has `movable`; POST /api/clock returns the same as GET;
- a typing event has `action` and perhaps `thread`; a reaction event `message_id` and `reactions`;
- refusals are `{"error": description}` with status 400, 403 or 404.
"""

from __future__ import annotations

from aiohttp import web

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.web_clock import ClockControl
from bot.sandbox.web_doing import PageDoing
from bot.sandbox.web_events import static_routes
from bot.sandbox.web_reading import PageReading
from bot.sandbox.web_requests import refusals_as_json


def page_routes(sandbox: Sandbox, clock: ClockControl) -> list[web.AbstractRouteDef]:
    """Routes of the page and its API."""
    reading, doing = PageReading(sandbox, clock), PageDoing(sandbox, clock)
    person, chat = "/api/people/{person}", "/api/people/{person}/chats/{chat}"
    table = [
        ("GET", "/api/world", reading.world),
        ("GET", "/api/clock", reading.clock),
        ("POST", "/api/clock", doing.move_clock),
        ("GET", f"{person}/chats", reading.chats),
        ("GET", f"{person}/events", reading.events),
        ("GET", f"{person}/files/{{file}}", reading.download),
        ("POST", f"{person}/start", doing.start),
        ("POST", f"{person}/groups", doing.create_group),
        ("POST", f"{person}/inline", doing.inline),
        ("POST", f"{person}/inline/choose", doing.choose_inline),
        ("GET", f"{chat}/messages", reading.messages),
        ("POST", f"{chat}/messages", doing.send),
        ("POST", f"{chat}/press", doing.press),
        ("POST", f"{chat}/react", doing.react),
        ("POST", f"{chat}/read", reading.read),
        ("POST", f"{chat}/admin", doing.administer),
        ("GET", f"{chat}/commands", reading.commands),
    ]
    routes: list[web.AbstractRouteDef] = [
        web.route(method, path, refusals_as_json(handler)) for method, path, handler in table
    ]
    return [*routes, *static_routes()]
