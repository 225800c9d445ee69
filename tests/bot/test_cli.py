"""The `mistok` command: what it prints, and with which exit status it ends."""

from __future__ import annotations

import asyncio
import json
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.cli import build_cli
from bot.settings import Settings
from partnership.access import Role
from tests.support.office import EXAMPLE
from tests.support.telegram import TelegramStandIn

HELP = "from bot.cli import main; main()"
ORDINARY_START = "import asyncio, argparse"
HEAVY = {"aiogram", "aiohttp", "aiosqlite", "apscheduler", "babel", "pydantic", "structlog"}


class Ended(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def mistok(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs a command in an empty folder."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Ended:
        with pytest.raises(SystemExit) as ended:
            build_cli()(list(arguments))
        printed = capsys.readouterr()
        return Ended(int(ended.value.code or 0), printed.out, printed.err)

    return run


def child(code: str, *arguments: str) -> tuple[str, float]:
    """What a Python process prints, and its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, spent


def test_help_names_every_command(mistok: Run) -> None:
    ended = mistok("--help")
    assert ended.status == 0
    for command in (
        "run",
        "sandbox",
        "check",
        "import",
        "export",
        "backup",
        "restore",
        "user",
        "explain",
    ):
        assert f" {command} " in ended.out


def test_help_comes_at_once() -> None:
    ordinary = min(child(ORDINARY_START)[1] for _ in range(3))
    help_ = min(child(HELP, "--help")[1] for _ in range(3))
    assert help_ < 8 * ordinary


def test_help_imports_nothing_heavy() -> None:
    code = f"import atexit, sys; atexit.register(lambda: print(*sys.modules)); {HELP}"
    printed, _ = child(code, "--help")
    assert HEAVY.isdisjoint(printed.split())


def test_check_says_ok_or_what_is_wrong(mistok: Run) -> None:
    ended = mistok("check")
    settings, database, backups, token = ended.out.splitlines()
    assert settings.split() == ["settings", "ok"]
    assert database.split() == ["database", "ok"]
    assert backups.split() == ["backups", "ok"]
    assert token.startswith("token      wrong: BOT_TOKEN is not set")
    assert ended.status == 1


def test_check_reports_a_wrong_setting_by_its_name(
    mistok: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMEZONE", "Mars")
    ended = mistok("check")
    assert ended.out.startswith("settings   wrong: TIMEZONE: ")
    assert ended.status == 1


@pytest.mark.parametrize("command", [("run",), ("import", str(EXAMPLE)), ("export", "-")])
def test_a_wrong_setting_stops_a_command_before_it_starts(
    mistok: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("TIMEZONE", "Mars")
    ended = mistok(*command)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("TIMEZONE: ")
    assert list(tmp_path.iterdir()) == []


async def test_check_asks_telegram_for_the_token(
    mistok: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with TelegramStandIn() as telegram:
        monkeypatch.setenv("BOT_API_URL", telegram.base_url)
        monkeypatch.setenv("BOT_TOKEN", telegram.token)
        right = await asyncio.to_thread(mistok, "check")
        monkeypatch.setenv("BOT_TOKEN", "123456789:AAE-somebody-elses-token-012345")
        wrong = await asyncio.to_thread(mistok, "check")
    assert (right.status, right.out.splitlines()[-1].split()) == (0, ["token", "ok"])
    assert wrong.status == 1
    assert "Unauthorized" in wrong.out
    assert "AAE-somebody" not in wrong.out


def test_import_twice_changes_nothing(mistok: Run) -> None:
    first, second = mistok("import", str(EXAMPLE)), mistok("import", str(EXAMPLE))
    assert (first.status, second.status) == (0, 0)
    assert first.out.startswith("163 new, 0 changed")
    assert second.out == "0 new, 0 changed, 163 unchanged\n"


def test_what_is_exported_is_imported_as_the_same(
    mistok: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mistok("import", str(EXAMPLE))
    assert mistok("export", "copy.json").status == 0
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "other"))
    mistok("import", "copy.json")
    printed = mistok("export", "-").out
    assert printed == (tmp_path / "copy.json").read_text("utf-8")
    assert len(json.loads(printed)["partnerships"]) > 5


def test_a_wrong_file_is_refused_as_a_whole(mistok: Run, tmp_path: Path) -> None:
    document = json.loads(EXAMPLE.read_text("utf-8"))
    document["partnerships"][3]["stage"] = "friendship"
    (tmp_path / "wrong.json").write_text(json.dumps(document), "utf-8")
    ended = mistok("import", "wrong.json")
    assert ended.status == 1
    assert "partnerships[3].stage" in ended.err
    assert json.loads(mistok("export", "-").out).get("partnerships", []) == []


@pytest.mark.parametrize("command", [("import", "missing.json"), ("export", "no/such/folder.json")])
def test_a_file_that_cannot_be_used_is_named(mistok: Run, command: tuple[str, str]) -> None:
    ended = mistok(*command)
    assert ended.status == 1
    assert command[1] in ended.err


def test_a_person_is_let_in(mistok: Run, tmp_path: Path) -> None:
    mistok("import", str(EXAMPLE))
    ended = mistok("user", "42", "--role", "coordinator", "--community", "korosten")
    assert (ended.status, ended.out) == (0, "42 : coordinator korosten\n")
    mistok("user", "42", "--role", "admin", "--name", "Олена")
    with sqlite3.connect(tmp_path / "data" / "mistok.db") as database:
        rows = database.execute("SELECT id, role, name FROM member").fetchall()
    database.close()
    assert rows == [(42, Role.ADMIN.value, "Олена")]


def test_a_user_is_linked_to_one_person_of_the_registry(mistok: Run) -> None:
    mistok("import", str(EXAMPLE))
    ended = mistok("user", "42", "--role", "official", "--person", "chyzhevska")
    assert (ended.status, "(chyzhevska)" in ended.out) == (0, True)
    taken = mistok("user", "43", "--role", "official", "--person", "chyzhevska")
    assert (taken.status, "already linked to 42" in taken.err) == (1, True)
    unknown = mistok("user", "43", "--role", "official", "--person", "nobody")
    assert (unknown.status, "no person 'nobody'" in unknown.err) == (1, True)


def test_an_unknown_community_is_answered_with_the_known_ones(mistok: Run) -> None:
    mistok("import", str(EXAMPLE))
    ended = mistok("user", "42", "--role", "official", "--community", "atlantis")
    assert ended.status == 1
    assert "korosten, kropyvnytskyi, lutsk, zhytomyr" in ended.err


def test_a_database_of_a_newer_version_is_left_alone(mistok: Run, tmp_path: Path) -> None:
    mistok("import", str(EXAMPLE))
    with sqlite3.connect(tmp_path / "data" / "mistok.db") as database:
        database.execute("INSERT INTO schema_version (version) VALUES (9999)")
    database.close()
    assert "9999" in mistok("check").out
    for command in (("import", str(EXAMPLE)), ("export", "-"), ("user", "1", "--role", "admin")):
        ended = mistok(*command)
        assert (ended.status, ended.out) == (2, "")
        assert "update Mistok" in ended.err
