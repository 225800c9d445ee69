"""The process of the stand-in: serves the Bot API, plays many people, counts what arrives."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Any

from bot.clock import SystemClock
from bot.sandbox import acting, pressing
from bot.sandbox.hub import Happening
from bot.sandbox.model import Chat, Json, Person
from bot.sandbox.server import SandboxServer

PEOPLE_FROM = 1
GROUPS_FROM = 10_001


class Crowd:
    """People who write, and write again as soon as the bot has answered."""

    def __init__(self, server: SandboxServer) -> None:
        self._sandbox = server.sandbox
        self._people: dict[int, Person] = {}
        self._left = 0
        self._awaited: set[int] = set()
        self._done = asyncio.Event()
        self._texts: list[str] = []
        self._presses = False
        self._first_answer: float | None = None
        self._sandbox.hub.watch(self._see)

    def people(self, people: int, groups: int) -> list[int]:
        """Let people in who have started the bot, and groups that have it; their chats."""
        world = self._sandbox.world
        for number in range(PEOPLE_FROM, PEOPLE_FROM + people):
            self._people[number] = world.add_person(Person(number, f"P{number}"))
            world.chats[number].started = True
        chats = [*self._people]
        for number in range(groups):
            group = world.add_group(f"G{number}", {1: "creator"}, supergroup=True, forum=False)
            group.bot_status = "member"
            chats.append(group.id)
        return chats

    def sends(self) -> list[tuple[float, int, bool]]:
        """When each message came (monotonic seconds), to which chat, and whether it was taken."""
        return [
            (one.monotonic, int(one.parameters["chat_id"]), one.error_code is None)
            for one in self._sandbox.requests.of("sendMessage")
        ]

    async def talk(self, texts: list[str], count: int, at_once: int) -> float:
        """Have `count` messages answered, `at_once` under way; how many seconds it took."""
        self._texts, self._presses = texts, False
        return await self._run(count, at_once)

    async def press(self, count: int, at_once: int) -> float:
        """Press the first button of the latest message, again and again."""
        self._presses = True
        return await self._run(count, at_once)

    def write(self, text: str) -> float:
        """One person writes, whether or not the bot is there; when."""
        self._first_answer = None
        self._write(1, text)
        return time.monotonic()

    def first_answer(self) -> float | None:
        """When the bot first wrote after `write`."""
        return self._first_answer

    async def _run(self, count: int, at_once: int) -> float:
        self._left = count
        self._done.clear()
        begin = time.monotonic()
        self._awaited = set(list(self._people)[:at_once])
        for number in tuple(self._awaited):
            self._next(number)
        await self._done.wait()
        return time.monotonic() - begin

    def _see(self, happening: Happening) -> None:
        chat, message = happening.chat, happening.message
        if chat is None or message is None or not message["from"]["is_bot"]:
            return
        if self._first_answer is None:
            self._first_answer = time.monotonic()
        if chat.id in self._awaited and happening.kind == (
            "edited" if self._presses else "message"
        ):
            asyncio.get_running_loop().call_soon(self._next, chat.id)

    def _next(self, number: int) -> None:
        if self._left <= 0:
            self._awaited.discard(number)
            if not self._awaited:
                self._done.set()
            return
        self._left -= 1
        if self._presses:
            self._press(number)
        else:
            self._write(number, self._texts[self._left % len(self._texts)])

    def _write(self, number: int, text: str) -> None:
        chat = self._sandbox.world.chats[number]
        acting.send_text(self._sandbox, self._people[number], chat, text)

    def _press(self, number: int) -> None:
        chat = self._sandbox.world.chats[number]
        message, data = _button(chat)
        pressing.press(self._sandbox, self._people[number], chat, message, data)


def _button(chat: Chat) -> tuple[int, str]:
    """The first button of the latest message that has one: the message's id and the data."""
    latest: Json = next(one for one in reversed(chat.messages.values()) if "reply_markup" in one)
    rows = latest["reply_markup"]["inline_keyboard"]
    data = next(one["callback_data"] for row in rows for one in row if "callback_data" in one)
    return latest["message_id"], data


async def serve() -> None:
    """Serve until standard input ends; every line is a wish, every answer a line."""
    server = SandboxServer(SystemClock())
    base_url = await server.start()
    crowd = Crowd(server)
    _say({"base_url": base_url, "token": server.token})
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        wish: dict[str, Any] = json.loads(line)
        result = getattr(crowd, wish.pop("do"))(**wish)
        _say(await result if asyncio.iscoroutine(result) else result)
        server.sandbox.requests.all[:-50_000] = []
    await server.stop()


def _say(answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve())
