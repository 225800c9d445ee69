"""Minutes with a hundred points: the time from the button to the paper and the document."""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.standin import pin
from benchmarks.table import percentile, table
from bot.catalogues import load_i18n
from handlers.documents.minutes_paper import minutes_docx, minutes_pdf
from partnership.bilingual import Bilingual
from partnership.calendar.calendar import build_calendar
from partnership.minutes import edits
from partnership.minutes.minutes import Minutes, MinutesForm, Point, PointKind
from partnership.minutes.missing import missing
from partnership.minutes.paper import Paper
from partnership.minutes.taking import MinuteTaking
from partnership.naming import index_of
from tests.support.builders import OF_KOROSTEN, World, make_example, open_world

POINTS = 100
TURNS = 30
MARK_MS = 200
EVENT = "ev-online-2024-05-28"
WORDS = "Сторони домовилися обмінюватися досвідом і надсилати звіт про виконання щокварталу"
ENGLISH = "The parties agreed to exchange experience and to report on progress every quarter"
Act = Callable[[], Awaitable[object]]


def measure() -> str:
    """The table."""
    pin(os.getpid(), 0)
    title = f"Minutes with {POINTS} points, ms"
    return table(title, ["what", "median", "p95", "mark, p95"], asyncio.run(_rows()))


async def _rows() -> list[tuple[str, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        path = await make_example(Path(folder) / "mistok.db")
        async with open_world(path) as world:
            taking = _taking(world)
            minutes = await _written(taking)

            async def paper() -> None:
                missing(await taking.paper(minutes))

            rows = [
                await _row("bring the draft up to date", lambda: _refresh(taking, minutes)),
                await _row("change one point", lambda: _change(taking, minutes)),
                await _row("the paper, and what it lacks", paper),
            ]
            return rows + await _documents(await taking.paper(minutes))


async def _documents(paper: Paper) -> list[tuple[str, ...]]:
    """The files of it, in the form of an office and in two languages."""
    protocol = replace(paper, form=MinutesForm.PROTOCOL)
    with load_i18n("uk").context():
        return [
            await _row("protocol, DOCX", lambda: minutes_docx(protocol, "uk")),
            await _row("protocol, PDF", lambda: minutes_pdf(protocol, "uk")),
            await _row("summary in two languages, DOCX", lambda: minutes_docx(paper, "uk")),
            await _row("summary in two languages, PDF", lambda: minutes_pdf(paper, "uk")),
        ]


async def _written(taking: MinuteTaking) -> Minutes:
    """A summary in both languages with points of every kind under every item."""
    minutes = await taking.draft(OF_KOROSTEN, EVENT, MinutesForm.SUMMARY)
    kinds, items = list(PointKind), [each.id for each in minutes.agenda]
    for number in range(POINTS - len(minutes.points)):
        kind = kinds[number % len(kinds)]
        action = kind is PointKind.ACTION
        point = Point(
            kind=kind,
            text=Bilingual(f"{number}. {WORDS}", f"{number}. {ENGLISH}"),
            item=items[number % len(items)],
            speaker=None if action else "chyzhevska",
            owner="bondiuel" if action else None,
            due=date(2024, 9, 1) if action else None,
        )
        minutes = await taking.change(OF_KOROSTEN, minutes.key, edits.add_point(point))
    return minutes


async def _refresh(taking: MinuteTaking, minutes: Minutes) -> Minutes:
    return await taking.refresh(OF_KOROSTEN, minutes.key)


async def _change(taking: MinuteTaking, minutes: Minutes) -> Minutes:
    point, turn = minutes.points[-1].id, time.perf_counter_ns()
    edit = edits.set_text(point, Bilingual(f"{WORDS} {turn}", ENGLISH))
    return await taking.change(OF_KOROSTEN, minutes.key, edit)


async def _row(what: str, act: Act) -> tuple[str, ...]:
    await act()
    taken = []
    for _turn in range(TURNS):
        began = time.perf_counter()
        await act()
        taken.append((time.perf_counter() - began) * 1_000)
    median, p95 = statistics.median(taken), percentile(taken, 0.95)
    return what, f"{median:.1f}", f"{p95:.1f}", f"{MARK_MS}"


def _taking(world: World) -> MinuteTaking:
    stores, batches = world.stores, world.transfer.batches
    calendar = build_calendar(batches, stores.calendar, stores.events, world.membership)
    return MinuteTaking(
        batches,
        stores.minutes,
        stores.events,
        stores.steps,
        stores.notes,
        calendar,
        world.membership,
        index_of(world.registry.records()),
        ZoneInfo("Europe/Kyiv"),
    )
