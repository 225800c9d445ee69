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

import asyncio
from urllib.parse import quote

from aiohttp import web

from bot.sandbox import acting, groups, pressing
from bot.sandbox.errors import bad_request
from bot.sandbox.hub import Happening
from bot.sandbox.inline import InlineAnswer
from bot.sandbox.model import Chat, Json, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.views import chat_view, message_view, messages_view, person_view
from bot.sandbox.web_clock import ClockControl
from bot.sandbox.web_events import static_routes, stream_events
from bot.sandbox.web_groups import administer
from bot.sandbox.web_requests import (
    answer,
    chat_of,
    person_of,
    refusals_as_json,
    visible_chat,
)
from bot.sandbox.web_sending import send_from_page

BOT_ANSWER_SECONDS = 10.0
ZONE = "Europe/Kyiv"


class WebApi:
    """Request handlers for the people's side."""

    def __init__(self, sandbox: Sandbox, clock: ClockControl) -> None:
        self._sandbox = sandbox
        self._clock = clock

    def routes(self) -> list[web.AbstractRouteDef]:
        """Routes for the application."""
        person, chat = "/api/people/{person}", "/api/people/{person}/chats/{chat}"
        table = [
            ("GET", "/api/world", self.world),
            ("GET", "/api/clock", self.clock),
            ("POST", "/api/clock", self.move_clock),
            ("GET", f"{person}/chats", self.chats),
            ("GET", f"{person}/events", self.events),
            ("GET", f"{person}/files/{{file}}", self.download),
            ("POST", f"{person}/start", self.start),
            ("POST", f"{person}/groups", self.create_group),
            ("POST", f"{person}/inline", self.inline),
            ("POST", f"{person}/inline/choose", self.choose_inline),
            ("GET", f"{chat}/messages", self.messages),
            ("POST", f"{chat}/messages", self.send),
            ("POST", f"{chat}/press", self.press),
            ("POST", f"{chat}/react", self.react),
            ("POST", f"{chat}/read", self.read),
            ("POST", f"{chat}/admin", self.administer),
            ("GET", f"{chat}/commands", self.commands),
        ]
        routes: list[web.AbstractRouteDef] = [
            web.route(method, path, refusals_as_json(handler)) for method, path, handler in table
        ]
        return [*routes, *static_routes()]

    async def world(self, request: web.Request) -> web.StreamResponse:
        """The bot, the people to be, the time."""
        world = self._sandbox.world
        return answer(
            {
                "bot": world.bot.as_json(),
                "people": [person_view(person) for person in world.people.values()],
                "now": world.now().isoformat(),
                "zone": ZONE,
            }
        )

    async def clock(self, request: web.Request) -> web.StreamResponse:
        """The time and the next reminder."""
        return answer(self._clock.view())

    async def move_clock(self, request: web.Request) -> web.StreamResponse:
        """Move the time forward."""
        self._clock.move(await request.json())
        view = self._clock.view()
        self._sandbox.hub.tell(Happening("clock", details=view))
        return answer(view)

    async def chats(self, request: web.Request) -> web.StreamResponse:
        """The person's chats, the private one with the bot first."""
        person = person_of(self._sandbox, request)
        shown = [
            chat
            for chat in self._sandbox.world.chats.values()
            if person.id in chat.present() and chat.migrated_to is None
        ]
        shown.sort(key=lambda chat: not chat.is_private)
        return answer([chat_view(self._sandbox, person, chat) for chat in shown])

    async def messages(self, request: web.Request) -> web.StreamResponse:
        """The messages of a chat or topic; they count as read."""
        person, chat = self._person_and_chat(request)
        thread = request.query.get("thread")
        self._mark_read(person, chat)
        return answer(messages_view(self._sandbox, chat, int(thread) if thread else None))

    async def read(self, request: web.Request) -> web.StreamResponse:
        """Mark the chat as read."""
        self._mark_read(*self._person_and_chat(request))
        return answer({"ok": True})

    async def send(self, request: web.Request) -> web.StreamResponse:
        """Send a message."""
        person, chat = self._person_and_chat(request)
        sent = await send_from_page(self._sandbox, person, chat, request)
        return answer(message_view(self._sandbox, chat, sent.message))

    async def press(self, request: web.Request) -> web.StreamResponse:
        """Press a button and wait for the bot."""
        person, chat = self._person_and_chat(request)
        body = await request.json()
        pressed = pressing.press(
            self._sandbox, person, chat, int(body["message_id"]), str(body["data"])
        )
        if not await _answered(pressed.answered):
            return answer({"timeout": True})
        return answer(pressed.answer)

    async def inline(self, request: web.Request) -> web.StreamResponse:
        """Type an inline query and wait for results."""
        person = person_of(self._sandbox, request)
        body = await request.json()
        query, offset = str(body.get("query") or ""), str(body.get("offset") or "")
        asked = pressing.ask_inline(self._sandbox, person, query, offset)
        if not isinstance(asked, InlineAnswer):
            if not await _answered(asked.answered) or asked.answer is None:
                return answer({"results": [], "next_offset": "", "timeout": True})
            asked = asked.answer
        return answer(
            {"results": asked.results, "button": asked.button, "next_offset": asked.next_offset}
        )

    async def choose_inline(self, request: web.Request) -> web.StreamResponse:
        """Send an inline result to a chat."""
        person = person_of(self._sandbox, request)
        body = await request.json()
        query = str(body.get("query") or "")
        chat = visible_chat(self._sandbox, person, body["chat"])
        result = self._sandbox.inline.shown(person.id, query, str(body["result_id"]))
        if result is None:
            raise bad_request("no such inline result")
        thread = int(body.get("thread") or 0)
        sent = pressing.choose_inline(self._sandbox, person, chat, query, result, thread)
        return answer(message_view(self._sandbox, chat, sent.message))

    async def commands(self, request: web.Request) -> web.StreamResponse:
        """The command menu here."""
        person, chat = self._person_and_chat(request)
        return answer(self._sandbox.menus.shown_to(person, chat))

    async def start(self, request: web.Request) -> web.StreamResponse:
        """Press Start, perhaps through a deep link."""
        person = person_of(self._sandbox, request)
        body: Json = await request.json()
        payload = str(body.get("payload") or "")
        chat = self._sandbox.world.chat(person.id)
        sent = acting.press_start(self._sandbox, person, payload)
        return answer(message_view(self._sandbox, chat, sent.message))

    async def create_group(self, request: web.Request) -> web.StreamResponse:
        """Create a group with the bot in it."""
        person = person_of(self._sandbox, request)
        body: Json = await request.json()
        chat = groups.create_group(
            self._sandbox,
            person,
            str(body.get("title") or ""),
            [str(topic) for topic in body.get("topics") or []],
            supergroup=bool(body.get("supergroup")),
        )
        for member in body.get("members") or []:
            chat.members.setdefault(int(member), "member")
        payload = str(body.get("payload") or "")
        groups.add_bot(self._sandbox, chat, person, payload=payload)
        return answer(chat_view(self._sandbox, person, chat))

    async def administer(self, request: web.Request) -> web.StreamResponse:
        """Change the group, its topics or the bot's place in it."""
        person, chat = self._person_and_chat(request)
        changed = administer(self._sandbox, person, chat, await request.json())
        return answer(chat_view(self._sandbox, person, changed))

    async def react(self, request: web.Request) -> web.StreamResponse:
        """Set or take back a reaction."""
        person, chat = self._person_and_chat(request)
        body: Json = await request.json()
        acting.react(self._sandbox, person, chat, int(body["message_id"]), body.get("emoji"))
        return answer({"ok": True})

    async def download(self, request: web.Request) -> web.StreamResponse:
        """A file's contents."""
        person_of(self._sandbox, request)
        file = self._sandbox.files.get(request.match_info["file"])
        headers = {
            "X-Content-Type-Options": "nosniff",
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}",
        }
        return web.Response(body=file.content, content_type=file.mime_type, headers=headers)

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-Sent Events."""
        person = person_of(self._sandbox, request)
        return await stream_events(request, self._sandbox, person.id)

    def _person_and_chat(self, request: web.Request) -> tuple[Person, Chat]:
        person = person_of(self._sandbox, request)
        return person, chat_of(self._sandbox, request, person)

    def _mark_read(self, person: Person, chat: Chat) -> None:
        chat.read_up_to[person.id] = chat.last_message_id


async def _answered(event: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(BOT_ANSWER_SECONDS):
            await event.wait()
    except TimeoutError:
        return False
    return True
