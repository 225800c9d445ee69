"""The daily copy of the running bot: made, missed, failed, restored."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.backing_up import BackingUp, age_of, backups_of
from bot.settings import Settings
from bot.tasks import Tasks
from storage.database import Database
from storage.restoring import restore
from tests.handlers.meetings.test_known_failures import kyiv, reminders
from tests.support.clocks import StillClock
from tests.support.office import K2, open_office
from tests.support.passing_time import deliver, pass_time
from tests.support.schedule import RecordedSchedule

DAY = timedelta(days=1)


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    """An empty database."""
    settings = Settings(data_dir=tmp_path, _env_file=None)  # type: ignore[call-arg]
    await (await Database.open(settings.database_path)).close()
    return settings


@pytest.fixture
async def tasks() -> AsyncIterator[Tasks]:
    tasks = Tasks()
    yield tasks
    await tasks.close()


class Told(list[str]):
    """What administrators were told."""

    async def __call__(self, reason: str) -> None:
        self.append(reason)


async def test_a_copy_is_made_each_night_and_its_age_is_shown(
    settings: Settings, clock: StillClock, tasks: Tasks
) -> None:
    schedule, told = RecordedSchedule(), Told()
    backing_up = BackingUp(settings, clock, tasks, told)
    backing_up.start(schedule)
    at, zone, work = schedule.daily["backup"]
    assert (at.hour, zone) == (2, ZoneInfo("Europe/Kyiv"))
    assert backing_up.state() == "backup: none yet"
    await work()
    clock.advance(timedelta(hours=31))
    assert backing_up.state() == "backup: 31 h old"
    assert told == []


async def test_a_failure_is_told_and_shown_until_a_copy_succeeds(
    settings: Settings, clock: StillClock, tasks: Tasks
) -> None:
    (settings.data_dir / "backups").write_text("not a folder")
    told = Told()
    backing_up = BackingUp(settings, clock, tasks, told)
    await backing_up.run()
    (reason,) = told
    assert "backups" in reason
    assert backing_up.state() == f"backup: none yet, the last one failed: {reason}"
    (settings.data_dir / "backups").unlink()
    await backing_up.run()
    assert backing_up.state() == "backup: 0 h old"


async def test_a_copy_that_fell_due_while_no_process_ran_is_made_after_the_start(
    settings: Settings, clock: StillClock, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.backing_up.SETTLING", 0.0)
    backups = backups_of(settings)
    for hours in (25, 23):
        await backups.make(clock.now() - timedelta(hours=hours))
        before = backups.latest()
        backing_up, running = BackingUp(settings, clock, tasks, Told()), Tasks()
        backing_up._tasks = running
        backing_up.start(RecordedSchedule())
        await asyncio.gather(*running._running)
        assert backups.latest() == (clock.now() if hours == 25 else before)
        for each in backups.folder.iterdir():
            each.unlink()


async def test_none_are_made_where_none_are_to_be_kept(
    settings: Settings, clock: StillClock, tasks: Tasks
) -> None:
    off = settings.model_copy(update={"backups_kept": 0})
    schedule = RecordedSchedule()
    backing_up = BackingUp(off, clock, tasks, Told())
    backing_up.start(schedule)
    assert schedule.daily == {}
    assert backing_up.state() == "backup: off"


@pytest.mark.parametrize(("hours", "said"), [(0, "0 h"), (47, "47 h"), (48, "2 d"), (200, "8 d")])
def test_an_age_is_said_in_hours_and_later_in_days(hours: int, said: str) -> None:
    now = datetime(2024, 6, 12, tzinfo=UTC)
    assert age_of(now - timedelta(hours=hours), now) == said


async def test_administrators_hear_that_there_is_no_backup(tmp_path: Path, template: Path) -> None:
    async with open_office(tmp_path, template, StillClock(K2)) as office:
        chat = office.admin.private()
        await chat.ask("/lang")
        (tmp_path / "backups").write_text("not a folder")
        await office.app.backing_up.run()
        text = (await chat.next()).text
        assert text.startswith("Резервну копію бази даних не створено: ")
        assert office.coordinator.private().history == []


async def test_a_restored_copy_does_not_remind_of_everything_again(
    tmp_path: Path, template: Path
) -> None:
    clock = StillClock(K2)
    async with open_office(tmp_path, template, clock) as office:
        chat = office.coordinator.private()
        await chat.ask("/meeting Бурж 2024-06-20 15:00 онлайн")
        await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
        copy = await backups_of(office.app.settings).make(clock.now())
        await pass_time(office, clock, kyiv("2024-06-24", "16:00"))
        assert len(reminders(await chat.rest())) == 6
    restore(copy, tmp_path / "mistok.db", clock.now())
    async with open_office(tmp_path, None, clock) as office:
        chat = office.coordinator.private()
        chat.chat.started = True
        await deliver(office)
        heard = [each.text for each in await chat.rest()]
        assert len([text for text in heard if "Нагадування: " in text]) == 1
        assert len([text for text in heard if "Не надіслано" in text]) == 1
        await pass_time(office, clock, kyiv("2024-06-25", "15:00"))
        assert len(reminders(await chat.rest())) == 2
