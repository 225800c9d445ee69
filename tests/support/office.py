"""The real bot on the stand-in server, with the example registry and people of every role."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aiogram.client.telegram import TelegramAPIServer
from pydantic import SecretStr

from bot.app import App, build_app
from bot.delivery.limits import LIFTED
from bot.json_session import JsonSession
from bot.settings import Settings
from bot.stores import Stores
from partnership.access import Role, User
from partnership.batch import Batches
from partnership.clock import Clock
from partnership.exchange.transfer import Transfer
from partnership.registry import Registry
from tests.support.clocks import StillClock
from tests.support.people import Human
from tests.support.telegram import TelegramStandIn

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "registry.json"

K1 = datetime(2023, 1, 20, 8, 0, tzinfo=UTC)
"""Friday, 10:00 in Kyiv: the first clock of the labelled messages."""
K2 = datetime(2024, 6, 12, 6, 0, tzinfo=UTC)
"""Wednesday, 09:00 in Kyiv: the second clock of the labelled messages."""

ADMIN, COORDINATOR, NEIGHBOUR, OFFICIAL, STRANGER = 101, 102, 105, 103, 104
MEMBERS = (
    User(id=ADMIN, name="Дарина", username="daryna", role=Role.ADMIN, added_at=K1),
    User(
        id=COORDINATOR,
        name="Тарас",
        username="taras",
        role=Role.COORDINATOR,
        communities=("korosten",),
        added_at=K1,
    ),
    User(
        id=NEIGHBOUR,
        name="Орест",
        username="orest",
        role=Role.COORDINATOR,
        communities=("zhytomyr",),
        added_at=K1,
    ),
    User(
        id=OFFICIAL,
        name="Ярина",
        username="yaryna",
        role=Role.OFFICIAL,
        communities=("zhytomyr",),
        added_at=K1,
    ),
)


class PromptSession(JsonSession):
    """Closes at once: aiogram gives TLS a quarter of a second, and there is none on loopback."""

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()


@dataclass
class Office:
    """The bot at work, and the people who talk to it."""

    app: App
    telegram: TelegramStandIn
    clock: Clock
    admin: Human
    coordinator: Human
    """Of Korosten."""
    neighbour: Human
    """Coordinator of Zhytomyr."""
    official: Human
    """Of Zhytomyr."""
    stranger: Human


async def make_template(path: Path) -> None:
    """A database with the example registry and `MEMBERS`, to be copied for each test."""
    stores = await Stores.open(path)
    try:
        batches = Batches(stores.registry, Registry(), StillClock(K1))
        await Transfer(batches, stores.events, stores.steps, stores.minutes).read(
            EXAMPLE.read_text("utf-8")
        )
        for member in MEMBERS:
            await stores.members.save_user(member)
    finally:
        await stores.close()


@asynccontextmanager
async def open_office(
    folder: Path, template: Path | None, clock: Clock, *, language_code: str = "uk"
) -> AsyncIterator[Office]:
    """Run the bot in `folder` until the block ends."""
    if template is not None:
        shutil.copy(template, folder / "mistok.db")
    async with TelegramStandIn(clock) as telegram:
        settings = Settings(
            bot_token=SecretStr(telegram.token), bot_api_url=telegram.base_url, data_dir=folder
        )
        session = PromptSession(api=TelegramAPIServer.from_base(telegram.base_url))
        async with build_app(settings, session=session, clock=clock, limits=LIFTED) as app:
            telegram.idle = lambda: app.in_flight.drained(5)
            await app.menu.publish()
            polling = asyncio.create_task(app.poll())
            try:
                await telegram.polled()
                yield _staffed(app, telegram, clock, language_code)
            finally:
                app.stop()
                await polling


def _staffed(app: App, telegram: TelegramStandIn, clock: Clock, code: str) -> Office:
    def person(number: int, name: str, username: str | None = None) -> Human:
        return telegram.person(number, name, username=username, language_code=code)

    return Office(
        app=app,
        telegram=telegram,
        clock=clock,
        admin=person(ADMIN, "Дарина", "daryna"),
        coordinator=person(COORDINATOR, "Тарас", "taras"),
        neighbour=person(NEIGHBOUR, "Орест", "orest"),
        official=person(OFFICIAL, "Ярина", "yaryna"),
        stranger=person(STRANGER, "Alex"),
    )
