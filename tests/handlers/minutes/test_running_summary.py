"""The message that shows a dictation changes at once, then at most once in three seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, cast
from zoneinfo import ZoneInfo

from aiogram import Bot

from bot.catalogues import load_i18n
from handlers.minutes.running_summary import Onlookers, RunningSummaries
from handlers.reader import Reader
from partnership.access import User
from partnership.minutes.dictating import Dictating
from partnership.minutes.dictation import DictatedPoint, Dictation
from partnership.naming import index_of
from partnership.notes.note import Note, NoteKind
from partnership.overview import Overview
from partnership.registry import Registry
from tests.support.builders import an_event
from tests.support.jumping_loop import run_jumping

AT = datetime(2024, 6, 12, 6, tzinfo=UTC)


class FakeDictating:
    """A dictation whose points are given by the test."""

    def __init__(self) -> None:
        self.current = Dictation(
            chat=1, thread=0, event="ev-1", started_by=1, started_at=AT, heard_at=AT, id=1
        )
        self.count = 0

    def running_in(self, _chat: int, _thread: int) -> Dictation:
        return self.current

    async def event(self, _dictation: Dictation) -> object:
        return an_event()

    async def points(self, _dictation: Dictation) -> list[DictatedPoint]:
        return [DictatedPoint(number, 0, _note(number)) for number in range(1, self.count + 1)]

    async def show_at(self, dictation: Dictation, summary: int | None, shown: int) -> Dictation:
        self.current = Dictation(
            chat=1,
            thread=0,
            event="ev-1",
            started_by=1,
            started_at=AT,
            heard_at=AT,
            id=1,
            summary=summary,
            shown=shown,
        )
        return self.current


class FakeBot:
    """Remembers when what was shown, by the loop's clock."""

    def __init__(self) -> None:
        self.shown: list[tuple[float, int]] = []

    async def send_message(self, _chat: int, text: str, **_more: Any) -> Any:
        self._remember(text)
        return type("Sent", (), {"message_id": 7})()

    async def edit_message_text(self, text: str, **_more: Any) -> None:
        self._remember(text)

    def _remember(self, text: str) -> None:
        self.shown.append((asyncio.get_running_loop().time(), text.count("пункт")))


def _note(number: int) -> Note:
    text = f"пункт {number}"
    return Note(
        key=f"n-{number}", kind=NoteKind.NOTE, text=text, author=1, author_name="", at=AT, id=number
    )


async def _ten_points_a_second_apart() -> list[tuple[float, int]]:
    dictating, bot = FakeDictating(), FakeBot()
    registry, i18n = Registry(), load_i18n("uk")
    tasks: set[asyncio.Task[None]] = set()

    def spawn(work: Coroutine[Any, Any, None]) -> None:
        tasks.add(asyncio.ensure_future(work))

    summaries = RunningSummaries(
        cast(Dictating, dictating), index_of(registry.records()), i18n, 3.0, spawn
    )
    reader = Reader(
        user=User(id=1),
        language="uk",
        now=AT,
        zone=ZoneInfo("Europe/Kyiv"),
        registry=registry,
        overview=cast(Overview, None),
    )
    with i18n.context(), i18n.use_locale("uk"):
        for _ in range(10):
            dictating.count += 1
            onlookers = Onlookers(reader, None)
            await summaries.refresh(cast(Bot, bot), dictating.current, onlookers)
            await asyncio.sleep(1)
        await asyncio.gather(*tasks)
    return bot.shown


def test_ten_points_within_ten_seconds_are_shown_five_times_and_all_of_them_at_last() -> None:
    shown = run_jumping(_ten_points_a_second_apart())
    moments = [at for at, _count in shown]
    apart = [later - before for before, later in pairwise(moments)]
    assert shown[0][1] == 1
    assert shown[-1][1] == 10
    assert all(each >= 3.0 for each in apart)
    assert len(shown) <= 5
