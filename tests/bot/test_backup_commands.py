"""`mistok backup`, `mistok restore`, and what `mistok check` says about copies."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.backups import Backups
from storage.database import Database
from tests.bot.test_cli import Run, mistok
from tests.support.office import EXAMPLE

__all__ = ["mistok"]


def test_a_registry_comes_back_from_a_dated_copy(mistok: Run, tmp_path: Path) -> None:
    mistok("import", str(EXAMPLE))
    before = mistok("export", "-").out
    made = mistok("backup")
    assert made.status == 0
    copy = Path(made.out.strip())
    assert copy.parent == Path("data/backups")
    (tmp_path / "data" / "mistok.db").unlink()
    assert mistok("export", "-").out != before
    restored = mistok("restore", str(copy))
    assert restored.status == 0
    assert "replaced, and kept as data/mistok-replaced-" in restored.out
    assert mistok("export", "-").out == before


def test_a_copy_goes_where_it_is_told_and_over_no_file(mistok: Run, tmp_path: Path) -> None:
    mistok("import", str(EXAMPLE))
    assert mistok("backup", "copy.db").out == "copy.db\n"
    again = mistok("backup", "copy.db")
    assert again.status == 1
    assert "exists already" in again.err


def test_without_a_database_there_is_no_copy(mistok: Run) -> None:
    ended = mistok("backup")
    assert ended.status == 1
    assert "data/mistok.db" in ended.err


def test_nothing_is_restored_while_the_bot_runs(mistok: Run, tmp_path: Path) -> None:
    mistok("import", str(EXAMPLE))
    mistok("backup", "copy.db")

    async def restore_beside_it() -> str:
        running = await Database.open(tmp_path / "data" / "mistok.db")
        try:
            return (await asyncio.to_thread(mistok, "restore", "copy.db")).err
        finally:
            await running.close()

    assert "is in use: stop the bot first" in asyncio.run(restore_beside_it())


@pytest.mark.parametrize("file", ["missing.db", "pyproject.toml"])
def test_what_is_no_copy_is_refused(mistok: Run, tmp_path: Path, file: str) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    ended = mistok("restore", file)
    assert ended.status == 1
    assert ended.err.startswith(f"{file}: ")


def test_check_notices_that_copies_have_stopped(mistok: Run, tmp_path: Path) -> None:
    mistok("check")
    backups = Backups(tmp_path / "data" / "mistok.db", tmp_path / "data" / "backups", kept=7)
    asyncio.run(backups.make(datetime.now(UTC) - timedelta(days=3)))
    assert "backups    wrong: the newest in data/backups is 3 d old" in mistok("check").out
    mistok("backup")
    assert "backups    ok" in mistok("check").out
