"""Log lines hold neither tokens, nor phone numbers, nor what somebody wrote."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import structlog

from bot.logs import set_up_logs
from bot.settings import LogFormat, LogLevel
from partnership.overview import Overview
from tests.support.office import Office

TOKEN = "123456789:AAE-not-a-real-token-0123456789"


@contextmanager
def logging_as(form: LogFormat, level: LogLevel = LogLevel.INFO) -> Iterator[None]:
    """Log as the bot does, and put the process's logging back."""
    root = logging.getLogger()
    handlers, before, configured = root.handlers[:], root.level, structlog.get_config()
    set_up_logs(level, form)
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(before)
        structlog.configure(**configured)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.mark.parametrize("form", list(LogFormat))
@pytest.mark.parametrize(
    "secret", [TOKEN, "+380 41 222-33-44", "+380412223344", "(0412) 22-33-44 55", "+49 231 5022345"]
)
def test_secrets_are_blanked_wherever_they_stand(
    capsys: pytest.CaptureFixture[str], form: LogFormat, secret: str
) -> None:
    with logging_as(form):
        structlog.get_logger("mistok").info(f"said {secret}", detail=f"and {secret} again")
        logging.getLogger("a.library").warning("calls https://example.org/bot%s/getMe", secret)
    written = capsys.readouterr().err
    assert "again" in written
    assert "getMe" in written
    assert secret not in written


def test_secrets_in_a_traceback_are_blanked(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_as(LogFormat.JSON):
        try:
            raise ValueError(f"no such bot: {TOKEN}")
        except ValueError as error:
            structlog.get_logger("mistok").error("failed", exc_info=error)
    (line,) = lines(capsys)
    assert "ValueError" in line["exception"]
    assert TOKEN not in json.dumps(line)


def test_a_line_says_when_and_how_important_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_as(LogFormat.JSON):
        structlog.get_logger("mistok").warning("reminder late", minutes=5)
    (line,) = lines(capsys)
    assert (line["event"], line["level"], line["minutes"]) == ("reminder late", "warning", 5)
    assert line["timestamp"].endswith("Z")


def test_what_is_less_important_is_not_written(capsys: pytest.CaptureFixture[str]) -> None:
    with logging_as(LogFormat.JSON, LogLevel.WARNING):
        structlog.get_logger("mistok").info("quiet")
        logging.getLogger("a.library").info("quiet")
    assert capsys.readouterr().err == ""


async def test_what_people_write_is_not_logged(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    with logging_as(LogFormat.JSON):
        chat = office.official.private()
        await chat.ask("що там з Дортмундом, мій телефон +380412223344")
        await chat.ask("щось зовсім незрозуміле про фіолетовий кавун")
    written = capsys.readouterr().err
    assert not any(word in written for word in ("Дортмунд", "0412223344", "кавун"))
    assert office.telegram.token not in written


async def test_a_failure_is_logged_with_the_code_that_the_person_sees(
    office: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a mistake of ours")

    with logging_as(LogFormat.JSON):
        monkeypatch.setattr(Overview, "card", broken)
        answer = await office.official.private().ask("/partner Дортмунд")
    failed = next(line for line in lines(capsys) if line["event"] == "update failed")
    assert failed["code"] in answer.text
    assert "a mistake of ours" in failed["exception"]
    assert "a mistake of ours" not in answer.text
    assert "Дортмунд" not in json.dumps(failed, ensure_ascii=False)
