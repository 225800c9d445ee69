"""The whole process: how it stops, what it leaves for the next one, webhook and health."""

from __future__ import annotations

import asyncio
import gc
import shutil
import socket
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiogram.client.telegram import TelegramAPIServer
from pydantic import SecretStr

from bot.app import App, build_app
from bot.delivery.limits import LIFTED
from bot.http import WEBHOOK_PATH
from bot.settings import Settings
from tests.support.clocks import StillClock
from tests.support.conversation import Conversation
from tests.support.deadlines import within
from tests.support.office import OFFICIAL, PromptSession
from tests.support.people import Human
from tests.support.shown import Shown
from tests.support.telegram import TelegramStandIn

SECRET = "s3cret"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture(autouse=True)
def nothing_stays_frozen() -> Iterator[None]:
    """`App.run` freezes what the collector knows: right for a process, not for a test run."""
    yield
    gc.unfreeze()


@pytest.fixture
def folder(tmp_path: Path, template: Path) -> Path:
    """A DATA_DIR with the example registry."""
    shutil.copy(template, tmp_path / "mistok.db")
    return tmp_path


@pytest.fixture
async def telegram(clock: StillClock) -> AsyncIterator[TelegramStandIn]:
    async with TelegramStandIn(clock) as opened:
        yield opened


@pytest.fixture
def official(telegram: TelegramStandIn) -> Human:
    return telegram.person(OFFICIAL, "Ярина")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def settings_for(telegram: TelegramStandIn, folder: Path, port: int, **more: object) -> Settings:
    return Settings(
        bot_token=SecretStr(telegram.token),
        bot_api_url=telegram.base_url,
        data_dir=folder,
        http_port=port,
        **more,
    )


@asynccontextmanager
async def process(
    telegram: TelegramStandIn, folder: Path, port: int = 0, **more: object
) -> AsyncIterator[App]:
    """One life of the bot, stopped at the end of the block as by SIGTERM."""
    settings = settings_for(telegram, folder, port, **more)
    session = PromptSession(api=TelegramAPIServer.from_base(telegram.base_url))
    async with build_app(settings, session=session, clock=telegram.clock, limits=LIFTED) as app:
        running = asyncio.create_task(app.run())
        updates = telegram.sandbox.updates
        async with within("the bot to be ready", telegram.sandbox):
            await updates.until(lambda: updates.is_polled or bool(updates.webhook_url))
        try:
            yield app
        finally:
            app.stop()
            await running


def answers_in(chat: Conversation) -> list[Shown]:
    """What the bot wrote."""
    return [each for each in chat.history if each["from"]["is_bot"]]


async def test_an_update_in_handling_is_finished_at_a_stop(
    telegram: TelegramStandIn, folder: Path, official: Human
) -> None:
    chat = official.private()
    held = telegram.faults.hang("sendMessage", chat_id=OFFICIAL)
    async with process(telegram, folder) as app:
        await chat.send("/help")
        await held.struck.wait()
        app.stop()
        asyncio.get_running_loop().call_later(0.05, held.released.set)
    assert len(answers_in(chat)) == 1
    assert telegram.sandbox.updates.pending() == []


async def test_what_was_handled_does_not_come_again(
    telegram: TelegramStandIn, folder: Path, official: Human
) -> None:
    chat = official.private()
    async with process(telegram, folder):
        await chat.ask("/help")
    async with process(telegram, folder):
        await chat.ask("/lang")
    assert len(answers_in(chat)) == 2


async def test_what_came_while_no_bot_ran_is_answered_by_the_next_one(
    telegram: TelegramStandIn, folder: Path, official: Human
) -> None:
    chat = official.private()
    async with process(telegram, folder):
        await chat.ask("/help")
    await chat.send("/lang")
    async with process(telegram, folder):
        assert "Оберіть мову" in (await chat.next()).text


async def test_a_handler_that_never_ends_does_not_hold_the_stop_for_ever(
    telegram: TelegramStandIn, folder: Path, official: Human, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.STOP_DEADLINE", 0.05)
    held = telegram.faults.hang("sendMessage", chat_id=OFFICIAL)
    async with asyncio.timeout(5):
        async with process(telegram, folder) as app:
            await official.private().send("/help")
            await held.struck.wait()
    assert not await app.in_flight.drained(0)
    held.released.set()
    assert await app.in_flight.drained(5)
    await app.bot.session.close()


async def test_with_a_webhook_the_bot_is_called_and_never_asks(
    telegram: TelegramStandIn, folder: Path, official: Human
) -> None:
    port = free_port()
    hook = {"webhook_url": f"http://127.0.0.1:{port}", "webhook_secret": SecretStr(SECRET)}
    async with process(telegram, folder, port, **hook):
        reply = await official.private().ask("що там з Дортмундом")
        assert "Дортмунд" in reply.text
    assert telegram.requests.of("getUpdates") == []
    assert telegram.sandbox.updates.pending() == []
    (call,) = telegram.requests.of("setWebhook")
    assert call.parameters["secret_token"] == SECRET


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "guessed"}])
async def test_a_webhook_call_without_the_secret_is_refused(
    telegram: TelegramStandIn, folder: Path, official: Human, headers: dict[str, str]
) -> None:
    port = free_port()
    hook = {"webhook_url": f"http://127.0.0.1:{port}", "webhook_secret": SecretStr(SECRET)}
    sender = {"id": OFFICIAL, "is_bot": False, "first_name": "x"}
    chat = {"id": OFFICIAL, "type": "private"}
    message = {"message_id": 1, "date": 0, "chat": chat, "from": sender, "text": "/help"}
    url, body = f"http://127.0.0.1:{port}{WEBHOOK_PATH}", {"update_id": 1, "message": message}
    async with (
        process(telegram, folder, port, **hook),
        aiohttp.ClientSession() as client,
        client.post(url, json=body, headers=headers) as response,
    ):
        assert response.status == 401
    assert telegram.requests.of("sendMessage") == []


async def test_going_back_to_polling_deletes_the_webhook(
    telegram: TelegramStandIn, folder: Path, official: Human
) -> None:
    telegram.sandbox.updates.set_webhook("http://127.0.0.1:9", "")
    async with process(telegram, folder):
        async with within("the webhook to go", telegram.sandbox):
            await telegram.sandbox.updates.until(lambda: telegram.sandbox.updates.is_polled)
        assert telegram.sandbox.updates.webhook_url == ""


async def health(port: int) -> tuple[int, str]:
    url = f"http://127.0.0.1:{port}/healthz"
    async with aiohttp.ClientSession() as client, client.get(url) as response:
        return response.status, await response.text()


async def test_health_is_good_while_the_bot_runs(telegram: TelegramStandIn, folder: Path) -> None:
    port = free_port()
    async with process(telegram, folder, port):
        assert await health(port) == (200, "ok\nbackup: none yet")
    with pytest.raises(aiohttp.ClientConnectionError):
        await health(port)


def mislay_a_table(path: Path) -> None:
    """Damage a database that is in use."""
    database = sqlite3.connect(path)
    database.execute("ALTER TABLE schema_version RENAME TO mislaid")
    database.close()


async def test_health_is_bad_when_the_database_cannot_be_read(
    telegram: TelegramStandIn, folder: Path
) -> None:
    port = free_port()
    async with process(telegram, folder, port):
        await asyncio.to_thread(mislay_a_table, folder / "mistok.db")
        status, reason = await health(port)
    assert status == 503
    assert reason.startswith("database: ")


async def test_a_taken_port_is_an_error_and_not_a_silent_bot(
    telegram: TelegramStandIn, folder: Path
) -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        settings = settings_for(telegram, folder, taken.getsockname()[1])
        session = PromptSession(api=TelegramAPIServer.from_base(telegram.base_url))
        async with build_app(settings, session=session, clock=telegram.clock) as app:
            with pytest.raises(OSError, match="in use"):
                await app.run()
