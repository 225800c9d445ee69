"""A person of a test: writes, presses, uses inline mode."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from bot.sandbox import acting, pressing
from bot.sandbox.inline import InlineAnswer
from bot.sandbox.model import Json, Person
from tests.support.conversation import Conversation
from tests.support.deadlines import within
from tests.support.shown import Shown

if TYPE_CHECKING:
    from tests.support.group import Group
    from tests.support.telegram import TelegramStandIn


@dataclass(frozen=True)
class InlineResult:
    """One line of the list that inline mode shows."""

    query: str
    body: Json

    @property
    def id(self) -> str:
        """The result's id."""
        return str(self.body["id"])

    @property
    def title(self) -> str:
        """The first line."""
        return str(self.body.get("title") or self.body.get("first_name") or "")

    @property
    def description(self) -> str:
        """The second line."""
        return str(self.body.get("description") or "")

    @property
    def text(self) -> str:
        """The text that choosing it sends."""
        return str(self.body["message"].get("text") or "")


class InlineResults(list[InlineResult]):
    """The list itself.

    Attributes:
        button: the button above the list, if any.
        next_offset: what the client asks for when one scrolls down; empty at the end.
    """

    def __init__(self, query: str, answer: InlineAnswer) -> None:
        super().__init__(InlineResult(query, body) for body in answer.results)
        self.button = answer.button
        self.next_offset = answer.next_offset


class Human:
    """Somebody who uses Telegram."""

    def __init__(self, telegram: TelegramStandIn, person: Person) -> None:
        self.telegram = telegram
        self.person = person
        self._conversations: dict[tuple[int, int, bool], Conversation] = {}

    @property
    def id(self) -> int:
        """The Telegram id."""
        return self.person.id

    def private(self) -> Conversation:
        """The private chat with the bot."""
        return self._conversation(self.id)

    def in_group(
        self, group: Group, *, topic: str | None = None, anonymous: bool = False
    ) -> Conversation:
        """The person's view of a group, or of one topic; anonymous writes as the group."""
        thread_id = group.topic(topic).id if topic else 0
        return self._conversation(group.id, thread_id, anonymous=anonymous)

    def _conversation(
        self, chat_id: int, thread_id: int = 0, *, anonymous: bool = False
    ) -> Conversation:
        key = (chat_id, thread_id, anonymous)
        if key not in self._conversations:
            chat = self.telegram.sandbox.world.chat(chat_id)
            self._conversations[key] = Conversation(self, chat, thread_id, anonymous=anonymous)
        return self._conversations[key]

    async def inline(
        self, query: str, *, offset: str = "", chat: Conversation | None = None
    ) -> InlineResults:
        """Type `@bot query` and wait for the list."""
        sandbox = self.telegram.sandbox
        asked = pressing.ask_inline(
            sandbox, self.person, query, offset, chat.chat if chat else None
        )
        if isinstance(asked, InlineAnswer):
            return InlineResults(query, asked)
        async with within(f"results of the inline query {query!r}", sandbox):
            await asked.answered.wait()
        assert asked.answer is not None
        return InlineResults(query, asked.answer)

    async def choose(self, result: InlineResult, chat: Conversation) -> Shown:
        """Send an inline result to a chat."""
        sandbox = self.telegram.sandbox
        sent = pressing.choose_inline(
            sandbox, self.person, chat.chat, result.query, result.body, chat.thread_id
        )
        return Shown(chat, sent.message)

    async def follow(self, url: str) -> Shown:
        """Follow a t.me/<bot>?start= link: press Start in the private chat."""
        parts = urlsplit(url)
        payload = parse_qs(parts.query)["start"][0]
        username = self.telegram.sandbox.world.bot.username
        assert parts.path.strip("/") == username, f"{url} leads elsewhere"
        return await self.start(payload)

    async def start(self, payload: str = "") -> Shown:
        """Press Start, perhaps with the payload of a deep link."""
        sent = acting.press_start(self.telegram.sandbox, self.person, payload)
        return Shown(self.private(), sent.message)
