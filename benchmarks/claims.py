"""Claiming 100 due rows out of a million."""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.standin import pin
from benchmarks.table import table
from storage.database import Database
from storage.reminder_claims import SqlReminderClaims

ROWS = 1_000_000
ROUNDS = 30
FILL = """
INSERT INTO reminder ("key", subject_kind, subject, recipient_kind, recipient, rule, due_at,
    ends_at, wall, zone, priority, state, attempts)
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
SELECT 'event|' || n, 'event', 'e' || (n / 10), 'user', n % 50000, 'event:-1d',
    strftime('%Y-%m-%dT%H:%M:%S+00:00', ?, '+' || n || ' seconds'), '2999-01-01T00:00:00+00:00',
    '2026-01-01T10:00:00', 'Europe/Kyiv', 10, 'pending', 0
FROM numbers
"""
"""One row a second from a day on."""


def measure() -> str:
    """The table."""
    pin(os.getpid(), 0)
    few, many = asyncio.run(_claims(1_000 * ROUNDS // 10)), asyncio.run(_claims(ROWS))
    rows = [
        (f"{1_000 * ROUNDS // 10:,} rows", *few, ""),
        (f"{ROWS:,} rows", *many, "10"),
    ]
    return table("Claiming 100 due rows", ["out of", "median, ms", "worst, ms", "mark, ms"], rows)


async def fill(database: Database, rows: int, first_due: datetime) -> None:
    """Plan rows for a time to come, one a second."""
    async with database.transaction() as transaction:
        await transaction.execute(FILL, (rows, first_due.strftime("%Y-%m-%d %H:%M:%S")))


async def _claims(rows: int) -> tuple[str, str]:
    begin = datetime(2026, 3, 2, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mistok.db"
        database = await Database.open(path)
        await fill(database, rows, begin)
        # Closed and opened again, so that no claim pays for writing a million rows back.
        await database.close()
        database = await Database.open(path)
        claims, took = SqlReminderClaims(database, "bench"), []
        for number in range(1, ROUNDS + 1):
            now = begin + timedelta(seconds=100 * number)
            before = time.perf_counter()
            claimed = await claims.claim(now, timedelta(days=3_000))
            took.append(time.perf_counter() - before)
            assert len(claimed) == 100
        await database.close()
    return f"{statistics.median(took) * 1000:.2f}", f"{max(took) * 1000:.2f}"
