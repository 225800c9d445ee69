from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from partnership.reminders.announcements import KEPT, Announcement
from partnership.reminders.model import SubjectKind
from storage.announcements import SqlAnnouncements
from storage.database import Database
from storage.reminders import SqlReminders
from tests.support.clocks import MONDAY_MORNING as NOW
from tests.support.reminders import to_chat, to_user

MOVED = Announcement(kind="event_moved", facts={"event": "ev-1", "old": "15:00", "new": "13:00"})


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = await Database.open(tmp_path / "mistok.db")
    yield database
    await database.close()


async def test_each_recipient_gets_one_row_due_at_once(database: Database) -> None:
    reminders = SqlReminders(database)
    announcements = SqlAnnouncements(database, reminders)
    async with database.transaction() as transaction:
        people = [to_user(1), to_chat(-5, 7), to_user(1)]
        kept = await announcements.add(transaction, MOVED, people, NOW)
    rows = await reminders.of_subject(SubjectKind.ANNOUNCEMENT, str(kept.id))
    assert [row.recipient for row in rows] == [to_user(1), to_chat(-5, 7)]
    assert {(row.rule, row.due_at, row.ends_at) for row in rows} == {
        ("event_moved", NOW, NOW + KEPT)
    }
    assert await announcements.announcement(kept.id) == kept
    assert kept.facts == MOVED.facts


async def test_what_is_rolled_back_is_not_announced(database: Database) -> None:
    reminders = SqlReminders(database)
    announcements = SqlAnnouncements(database, reminders)

    async def fail_after_announcing() -> None:
        async with database.transaction() as transaction:
            await announcements.add(transaction, MOVED, [to_user(1)], NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail_after_announcing()
    assert await reminders.next_due() is None
    assert await announcements.announcement(1) is None
