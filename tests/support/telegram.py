"""Plays Telegram and the people who use it, around the real bot.

    async with TelegramStandIn(idle=lambda: app.in_flight.drained(5)) as telegram:
        olena = telegram.person(11, "Олена", username="olena")
        chat = olena.private()
        reply = await chat.ask("/partners")
        answer = await reply.press("Німеччина")
        edited = await chat.next()

Nothing here sleeps or polls: everything waits for events, with a deadline. Leaving the block fails
the test when the bot broke the Bot API schema or called a method that the sandbox does not model.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any, Self

from bot.sandbox import groups
from bot.sandbox.faults import Faults
from bot.sandbox.model import Person
from bot.sandbox.recording import Requests
from bot.sandbox.sandbox import SandboxOptions
from bot.sandbox.server import SandboxServer
from partnership.clock import Clock
from tests.support.clocks import StillClock
from tests.support.deadlines import within
from tests.support.group import Group
from tests.support.people import Human
from tests.support.schema import SchemaCheck

Idle = Callable[[], Awaitable[Any]]


class TelegramStandIn:
    """The sandbox on a free port, with the schema check.

    Args:
        clock: stands still unless the test brings its own.
        idle: returns when the bot handles no update; needed by everything that settles.
        strict_rates: refuse what exceeds Telegram's limits with 429.
        privacy: the bot sees in groups only what is meant for it.
        inline_feedback: tell the bot which inline results are chosen.
    """

    def __init__(
        self,
        clock: Clock | None = None,
        *,
        idle: Idle | None = None,
        strict_rates: bool = False,
        privacy: bool = True,
        inline_feedback: bool = False,
    ) -> None:
        self.clock = clock or StillClock()
        self.idle = idle
        self._check = SchemaCheck()
        options = SandboxOptions(
            strict_rates=strict_rates, privacy=privacy, inline_feedback=inline_feedback
        )
        self._server = SandboxServer(self.clock, options=options, on_request=self._check)
        self.sandbox = self._server.sandbox
        self._humans: dict[int, Human] = {}

    async def __aenter__(self) -> Self:
        await self._server.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._server.stop()
        if error is None:
            self.assert_proper()

    @property
    def base_url(self) -> str:
        """The bot's BOT_API_URL."""
        return self._server.base_url

    @property
    def token(self) -> str:
        """The bot's BOT_TOKEN."""
        return self._server.token

    @property
    def requests(self) -> Requests:
        """Everything that the bot asked for."""
        return self.sandbox.requests

    @property
    def faults(self) -> Faults:
        """Order faults here."""
        return self.sandbox.faults

    @property
    def violations(self) -> list[str]:
        """Where the bot broke the schema."""
        return self._check.violations

    def assert_proper(self) -> None:
        """Fail when the bot broke the schema or called a method that is not modelled."""
        assert not self.violations, "the bot broke the Bot API schema: " + "; ".join(
            self.violations
        )
        unmodelled = self.requests.unmodelled
        assert not unmodelled, f"the sandbox does not model {', '.join(unmodelled)}"

    def person(
        self,
        id: int,  # noqa: A002 - as Telegram calls it
        first_name: str,
        *,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "uk",
    ) -> Human:
        """Let somebody in."""
        person = Person(id, first_name, last_name, username, language_code)
        human = Human(self, self.sandbox.world.add_person(person))
        self._humans[id] = human
        return human

    def group(
        self,
        title: str,
        *,
        owner: Human,
        members: tuple[Human, ...] = (),
        admins: tuple[Human, ...] = (),
        topics: tuple[str, ...] = (),
        supergroup: bool = True,
    ) -> Group:
        """Make a group, without the bot yet; with topics it is a forum."""
        chat = groups.create_group(
            self.sandbox, owner.person, title, list(topics), supergroup=supergroup
        )
        chat.members |= {human.id: "member" for human in members}
        chat.members |= {human.id: "administrator" for human in admins}
        return Group(self, chat)

    async def polled(self) -> None:
        """Wait until the bot has begun to ask for updates."""
        updates = self.sandbox.updates
        async with within("the bot's first getUpdates", self.sandbox):
            await updates.until(lambda: updates.is_polled)

    async def confirmed(self, update_id: int | None) -> None:
        """Wait until the bot has fetched an update and confirmed it."""
        async with within(f"update {update_id} to be confirmed", self.sandbox):
            await self.sandbox.updates.confirmed(update_id)

    async def settled(self) -> None:
        """Wait until every update is confirmed and the bot is idle.

        Raises:
            RuntimeError: no `idle` was given.
        """
        if self.idle is None:
            raise RuntimeError("settled() needs TelegramStandIn(idle=...)")
        updates = self.sandbox.updates
        async with within("the bot to settle", self.sandbox):
            while updates.pending():
                await updates.until(lambda: not updates.pending())
                await self.idle()
            await self.idle()
