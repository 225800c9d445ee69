"""What people do on the page: write, press, use inline mode, make groups, move the clock."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.sandbox import acting, groups, pressing
from bot.sandbox.errors import bad_request
from bot.sandbox.hub import Happening
from bot.sandbox.inline import InlineAnswer
from bot.sandbox.model import Json
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.views import chat_view, message_view
from bot.sandbox.web_clock import ClockControl
from bot.sandbox.web_groups import administer
from bot.sandbox.web_requests import answer, person_and_chat, person_of, visible_chat
from bot.sandbox.web_sending import send_from_page

BOT_ANSWER_SECONDS = 10.0


class PageDoing:
    """Handlers that do something in a person's name."""

    def __init__(self, sandbox: Sandbox, clock: ClockControl) -> None:
        self._sandbox = sandbox
        self._clock = clock

    async def move_clock(self, request: web.Request) -> web.StreamResponse:
        """Move the time forward."""
        self._clock.move(await request.json())
        view = self._clock.view()
        self._sandbox.hub.tell(Happening("clock", details=view))
        return answer(view)

    async def send(self, request: web.Request) -> web.StreamResponse:
        """Send a message."""
        person, chat = person_and_chat(self._sandbox, request)
        sent = await send_from_page(self._sandbox, person, chat, request)
        return answer(message_view(self._sandbox, chat, sent.message))

    async def press(self, request: web.Request) -> web.StreamResponse:
        """Press a button and wait for the bot."""
        person, chat = person_and_chat(self._sandbox, request)
        body = await request.json()
        pressed = pressing.press(
            self._sandbox, person, chat, int(body["message_id"]), str(body["data"])
        )
        if not await _answered(pressed.answered):
            return answer({"timeout": True})
        return answer(pressed.answer)

    async def react(self, request: web.Request) -> web.StreamResponse:
        """Set or take back a reaction."""
        person, chat = person_and_chat(self._sandbox, request)
        body: Json = await request.json()
        acting.react(self._sandbox, person, chat, int(body["message_id"]), body.get("emoji"))
        return answer({"ok": True})

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
        person, chat = person_and_chat(self._sandbox, request)
        changed = administer(self._sandbox, person, chat, await request.json())
        return answer(chat_view(self._sandbox, person, changed))


async def _answered(event: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(BOT_ANSWER_SECONDS):
            await event.wait()
    except TimeoutError:
        return False
    return True
