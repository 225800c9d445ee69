"""`make run` without a token: the bot, the stand-in server and its page in one process."""

from __future__ import annotations

import asyncio
import signal
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from pydantic import SecretStr

from bot.app import App, build_app
from bot.clock import MovableClock
from bot.logs import set_up_logs
from bot.reminding import Reminding
from bot.sandbox.cast import ADMIN_ID, COORDINATOR_ID, OFFICIAL_ID, invite_cast
from bot.sandbox.server import SandboxServer
from bot.settings import LogFormat, LogLevel, Settings
from bot.stores import Stores
from partnership.access import Role, User
from partnership.batch import Batches
from partnership.exchange.transfer import Transfer
from partnership.registry import Registry

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "registry.json"
MEMBERS = (
    (ADMIN_ID, "Дарина Верхогляд", Role.ADMIN, ()),
    (COORDINATOR_ID, "Тарас Лісничук", Role.COORDINATOR, ("korosten",)),
    (OFFICIAL_ID, "Ярина Тетерівська", Role.OFFICIAL, ("zhytomyr",)),
)


async def serve_sandbox(port: int) -> int:
    """Serve until Ctrl-C. The registry is the example, in a folder that goes with the process."""
    set_up_logs(LogLevel.WARNING, LogFormat.CONSOLE)
    clock = MovableClock()
    reminders = _SandboxReminders(clock)
    server, address = await _listen(clock, port, reminders)
    try:
        with tempfile.TemporaryDirectory(prefix="mistok-sandbox-") as folder:
            settings = Settings(
                bot_token=SecretStr(server.token),
                bot_api_url=address,
                data_dir=Path(folder),
                backups_kept=0,
            )
            await _fill(settings, clock)
            async with build_app(settings, clock=clock) as app:
                reminders.reminding = app.reminding
                invite_cast(server.sandbox)
                await _serve(app, address)
    finally:
        await server.stop()
    return 0


class _SandboxReminders:
    """What the page's clock control does to the bot's schedule, once there is a bot."""

    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock
        self.reminding: Reminding | None = None

    def advance(self, by: timedelta) -> None:
        """Move the clock; reminders that it passes are sent."""
        self._clock.advance(by)
        if self.reminding is not None:
            self.reminding.schedule.wake()

    def next(self) -> datetime | None:
        """When the next reminder is due."""
        return self.reminding.delivery.next_due if self.reminding else None


async def _listen(
    clock: MovableClock, port: int, reminders: _SandboxReminders
) -> tuple[SandboxServer, str]:
    """A listening server; on a free port when the usual one is taken."""
    advance, due = reminders.advance, reminders.next
    server = SandboxServer(clock, port=port, advance=advance, next_reminder=due)
    try:
        return server, await server.start()
    except OSError:
        await server.stop()
        server = SandboxServer(clock, advance=advance, next_reminder=due)
        return server, await server.start()


async def _fill(settings: Settings, clock: MovableClock) -> None:
    """Load the example registry and give the cast their roles."""
    stores = await Stores.open(settings.database_path)
    try:
        registry = Registry()
        batches = Batches(stores.registry, registry, clock)
        await Transfer(batches, stores.events, stores.steps, stores.minutes).read(
            EXAMPLE.read_text("utf-8")
        )
        for user, name, role, communities in MEMBERS:
            member = User(id=user, name=name, role=role, communities=communities)
            await stores.members.save_user(member)
    finally:
        await stores.close()


async def _serve(app: App, address: str) -> None:
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, app.stop)
    print(f"Mistok sandbox: {address}  (Ctrl-C ends it)", flush=True)
    await app.menu.publish()
    await app.poll()
