"""One person's view of one chat: what is written, and what the bot shows there."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.sandbox import acting, membership
from bot.sandbox.files import document_json
from bot.sandbox.hub import Happening
from bot.sandbox.methods.sending import forwarded
from bot.sandbox.model import Chat, Json
from bot.sandbox.parameters import Upload
from tests.support.deadlines import DEADLINE_SECONDS, within
from tests.support.shown import Shown

if TYPE_CHECKING:
    from tests.support.people import Human


class Conversation:
    """Sends as a person, and hands out the bot's messages and edits in their order."""

    def __init__(
        self, human: Human, chat: Chat, thread_id: int = 0, *, anonymous: bool = False
    ) -> None:
        self.human = human
        self.telegram = human.telegram
        self.chat = chat
        self.thread_id = thread_id
        self._anonymous = anonymous
        self._unseen: deque[Shown] = deque()
        self._arrived = asyncio.Event()
        self.telegram.sandbox.hub.watch(self._watch)

    def _watch(self, happening: Happening) -> None:
        message = happening.message
        if happening.chat is not self.chat or message is None or not self._is_here(message):
            return
        if message["from"]["id"] == self.telegram.sandbox.world.bot.id:
            edited = happening.kind == "edited"
            self._unseen.append(Shown(self, message, edited=edited))
            self._arrived.set()

    def _is_here(self, message: Json) -> bool:
        return self.thread_id in {0, message.get("message_thread_id", 0)}

    async def send(self, text: str, *, reply_to: Shown | None = None) -> Shown:
        """Write a text."""
        sent = acting.send_text(
            self.telegram.sandbox, self.human.person, self.chat, text, self._where(reply_to)
        )
        return Shown(self, sent.message)

    async def send_body(self, body: Json, *, reply_to: Shown | None = None) -> Shown:
        """Send any content, in the fields of the Bot API's Message."""
        where = self._where(reply_to)
        sent = acting.send(self.telegram.sandbox, self.human.person, self.chat, body, where)
        return Shown(self, sent.message)

    async def send_document(self, name: str, content: bytes, caption: str = "") -> Shown:
        """Send a file."""
        sandbox = self.telegram.sandbox
        file = sandbox.files.store(Upload(name, "", content), "documents")
        body = sandbox.texts.caption(caption, "", [], sandbox.world.now())
        return await self.send_body({"document": document_json(file)} | body)

    async def send_contact(self, phone_number: str, first_name: str, **more: str | int) -> Shown:
        """Send a contact."""
        contact = {"phone_number": phone_number, "first_name": first_name, **more}
        return await self.send_body({"contact": contact})

    async def share_own_contact(self, phone_number: str) -> Shown:
        """Answer a request_contact button."""
        person = self.human.person
        return await self.send_contact(phone_number, person.first_name, user_id=person.id)

    async def forward(self, message: Shown) -> Shown:
        """Forward a message here."""
        return await self.send_body(forwarded(message.body))

    async def edit(self, message: Shown, text: str) -> Shown:
        """Edit an own message."""
        person = self.human.person
        sent = acting.edit_text(self.telegram.sandbox, person, self.chat, message.id, text)
        return Shown(self, sent.message, edited=True)

    async def next(self, deadline: float = DEADLINE_SECONDS) -> Shown:
        """The bot's next message or edit here that was not handed out yet."""
        async with within(f"the bot to write in {self}", self.telegram.sandbox, deadline):
            while not self._unseen:
                self._arrived.clear()
                await self._arrived.wait()
        return self._unseen.popleft()

    async def ask(self, text: str) -> Shown:
        """Write a text; the first thing that the bot shows after it."""
        self._unseen.clear()
        await self.send(text)
        return await self.next()

    async def ask_all(self, text: str) -> list[Shown]:
        """Write a text; all that the bot showed here by the time it had settled (none: [])."""
        self._unseen.clear()
        await self.send(text)
        return await self.rest()

    async def rest(self) -> list[Shown]:
        """Wait until the bot has settled; all that it showed here and nobody took yet."""
        await self.telegram.settled()
        shown = list(self._unseen)
        self._unseen.clear()
        return shown

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Fail when the bot has shown anything here by the end of the block (settle in it)."""
        self._unseen.clear()
        yield
        assert not self._unseen, f"the bot was to keep silent, and showed {list(self._unseen)}"

    @property
    def history(self) -> list[Shown]:
        """All messages that stand here, oldest first."""
        messages = [one for one in self.chat.messages.values() if self._is_here(one)]
        return [Shown(self, one) for one in messages]

    @property
    def last(self) -> Shown:
        """The latest message."""
        return self.history[-1]

    def commands(self) -> list[str]:
        """The names in the command menu that Telegram shows here."""
        menus = self.telegram.sandbox.menus
        return [one["command"] for one in menus.shown_to(self.human.person, self.chat)]

    async def block_bot(self, *, blocked: bool = True) -> None:
        """Block the bot (or unblock it), and wait until it has seen that."""
        sandbox = self.telegram.sandbox
        update_id = membership.change_bot_block(sandbox, self.chat, blocked=blocked)
        await self.telegram.confirmed(update_id)

    def _where(self, reply_to: Shown | None) -> acting.Where:
        return acting.Where(self.thread_id, reply_to.id if reply_to else 0, self._anonymous)

    def __repr__(self) -> str:
        return f"the chat {self.chat.id} of {self.human.person.first_name}"
