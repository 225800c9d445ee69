"""Everything a test of the page needs: server, people, a scripted bot, a browser's page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.async_api import Browser, Page, expect

from bot.sandbox import groups
from bot.sandbox.model import Person
from bot.sandbox.server import SandboxServer
from tests.sandbox.page.scripted_bot import ScriptedBot
from tests.support.screenshots import open_place

OLENA = 11
ANDRII = 12


@dataclass
class SteppedClock:
    """A clock that stands until it is moved."""

    instant: datetime = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
    reminder: datetime | None = field(default=datetime(2026, 11, 18, 7, 0, tzinfo=UTC))

    def now(self) -> datetime:
        return self.instant

    def advance(self, step: timedelta) -> None:
        self.instant += step


@dataclass
class Stage:
    """A running sandbox and a page that looks at it."""

    page: Page
    server: SandboxServer
    bot: ScriptedBot
    clock: SteppedClock
    group_id: int

    async def open(self, **place: Any) -> None:
        """Show the page at a place of its address: person, chat, thread, lang, theme."""
        place = {"person": OLENA, "lang": "uk", "theme": "light"} | place
        await open_place(self.page, self.server.base_url, **place)

    async def say(self, text: str) -> None:
        """Write into the open chat as a person would."""
        field_ = self.page.locator(".composer-field")
        await field_.fill(text)
        await field_.press("Enter")

    async def start(self, **place: Any) -> None:
        """Open the private chat with the bot and press its Start button."""
        await self.open(chat=OLENA, **place)
        await self.page.locator(".button.wide").click()
        await expect(self.page.locator(".message.in")).to_have_count(1)

    def bubbles(self) -> Any:
        """The bubbles of the open chat."""
        return self.page.locator(".bubble")


def people() -> list[Person]:
    """Two people to be."""
    return [
        Person(
            OLENA,
            "Олена",
            "Бойчук",
            "olena_b",
            "uk",
            {"uk": "координаторка Коростеня", "en": "coordinator of Korosten"},
        ),
        Person(
            ANDRII, "Andrii", "Melnyk", "andrii_m", "en", {"uk": "сторонній", "en": "a stranger"}
        ),
    ]


@asynccontextmanager
async def staged(browser: Browser, **options: Any) -> AsyncIterator[Stage]:
    """Set the stage; `options` are those of a browser context, such as the viewport."""
    clock = SteppedClock()
    server = SandboxServer(clock, advance=clock.advance, next_reminder=lambda: clock.reminder)
    base_url = await server.start()
    sandbox = server.sandbox
    crew = [sandbox.world.add_person(person) for person in people()]
    group = groups.create_group(sandbox, crew[0], "Коростень – Бурж", ["Молодь", "Візит"])
    group.members[ANDRII] = "member"
    groups.add_bot(sandbox, group, crew[0], status="administrator")
    context = await browser.new_context(**{"locale": "uk-UA"} | options)
    context.set_default_timeout(5000)
    try:
        page = await context.new_page()
        async with ScriptedBot(base_url, server.token, sandbox.world.bot.username) as bot:
            yield Stage(page, server, bot, clock, group.id)
    finally:
        await context.close()
        await server.stop()
