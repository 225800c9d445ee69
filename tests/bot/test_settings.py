"""Settings: what is taken from where, and how a wrong one is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import Language, Settings, WrongSettings, load_settings

TOKEN = "123456789:AAE-not-a-real-token-0123456789"


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither the environment of the tests nor a developer's `.env` plays a part."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def problems() -> list[str]:
    with pytest.raises(WrongSettings) as wrong:
        load_settings()
    return wrong.value.problems


def test_nothing_has_to_be_set() -> None:
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.database_path == Path("data/mistok.db")
    assert (settings.timezone, settings.language) == ("Europe/Kyiv", Language.UK)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "token"),
        ("BOT_API_URL", "api.telegram.org"),
        ("OWNER_IDS", "1, two"),
        ("TIMEZONE", "Europe/Kyyiv"),
        ("TIMEZONE", "../Kyiv"),
        ("LANGUAGE", "de"),
        ("HTTP_PORT", "65536"),
        ("HTTP_PORT", "http"),
        ("LOG_LEVEL", "LOUD"),
        ("LOG_FORMAT", "xml"),
        ("MISTOK_TEMPLATES", "no/such/folder"),
    ],
)
def test_a_wrong_setting_is_reported_by_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    (problem,) = problems()
    assert problem.startswith(f"{name}: ")


def test_all_wrong_settings_are_reported_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMEZONE", "Mars")
    monkeypatch.setenv("LANGUAGE", "de")
    assert {each.partition(":")[0] for each in problems()} == {"TIMEZONE", "LANGUAGE"}


def test_a_secret_that_is_wrong_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456789 AAE-mistyped")
    assert "AAE-mistyped" not in "".join(problems())


def test_a_secret_that_is_right_is_not_printed_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    settings = load_settings()
    assert TOKEN not in repr(settings)
    assert settings.bot_token is not None
    assert settings.bot_token.get_secret_value() == TOKEN


@pytest.mark.parametrize(
    ("value", "owners"),
    [("111", {111}), ("111,222", {111, 222}), (" 111 , 222, ", {111, 222}), ("", set())],
)
def test_owners_are_a_list_with_commas(
    monkeypatch: pytest.MonkeyPatch, value: str, owners: set[int]
) -> None:
    monkeypatch.setenv("OWNER_IDS", value)
    assert load_settings().owner_ids == owners


@pytest.mark.parametrize("present", ["WEBHOOK_URL", "WEBHOOK_SECRET"])
def test_half_a_webhook_is_wrong(monkeypatch: pytest.MonkeyPatch, present: str) -> None:
    monkeypatch.setenv(present, "https://bot.example.org")
    (problem,) = problems()
    assert "WEBHOOK_URL" in problem
    assert "WEBHOOK_SECRET" in problem


def test_a_secret_that_telegram_refuses_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.org")
    monkeypatch.setenv("WEBHOOK_SECRET", "with a space")
    (problem,) = problems()
    assert problem.startswith("WEBHOOK_SECRET")
    assert "with a space" not in problem


def test_a_slash_at_the_end_of_an_address_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_API_URL", "http://127.0.0.1:8081/")
    assert load_settings().bot_api_url == "http://127.0.0.1:8081"


def test_the_file_is_read_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("LANGUAGE=en\nHTTP_PORT=8081\nSOMEBODY_ELSES=1\n", "utf-8")
    monkeypatch.setenv("HTTP_PORT", "8082")
    settings = load_settings()
    assert (settings.language, settings.http_port) == (Language.EN, 8082)


def test_an_empty_value_counts_as_not_set(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_TOKEN=\nWEBHOOK_URL=\n", "utf-8")
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.webhook_url is None
