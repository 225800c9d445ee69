"""What the page reads: people, chats, messages, menus, files, the clock, events."""

from __future__ import annotations

from urllib.parse import quote

from aiohttp import web

from bot.sandbox.model import Chat, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.views import chat_view, messages_view, person_view
from bot.sandbox.web_clock import ClockControl
from bot.sandbox.web_events import stream_events
from bot.sandbox.web_requests import answer, person_and_chat, person_of

ZONE = "Europe/Kyiv"


class PageReading:
    """Handlers that change nothing but what counts as read."""

    def __init__(self, sandbox: Sandbox, clock: ClockControl) -> None:
        self._sandbox = sandbox
        self._clock = clock

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
        person, chat = person_and_chat(self._sandbox, request)
        thread = request.query.get("thread")
        self._mark_read(person, chat)
        return answer(messages_view(self._sandbox, chat, int(thread) if thread else None))

    async def read(self, request: web.Request) -> web.StreamResponse:
        """Mark the chat as read."""
        self._mark_read(*person_and_chat(self._sandbox, request))
        return answer({"ok": True})

    async def commands(self, request: web.Request) -> web.StreamResponse:
        """The command menu here."""
        person, chat = person_and_chat(self._sandbox, request)
        return answer(self._sandbox.menus.shown_to(person, chat))

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

    def _mark_read(self, person: Person, chat: Chat) -> None:
        chat.read_up_to[person.id] = chat.last_message_id
