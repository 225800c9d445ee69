"""Settings from the environment and from ``.env``; a wrong one is reported by its name."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Language(StrEnum):
    """The languages in which the bot speaks."""

    UK = "uk"
    EN = "en"


class LogFormat(StrEnum):
    """How a log line looks: for people in a console, or JSON for a collector."""

    CONSOLE = "console"
    JSON = "json"


class LogLevel(StrEnum):
    """The least important line that is still written."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


class Settings(BaseSettings):
    """Everything an operator can set. ``docs/settings.md`` explains each one."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: SecretStr | None = Field(default=None, description="token given by BotFather")
    bot_api_url: str = Field("https://api.telegram.org", description="base of the Bot API server")
    data_dir: Path = Field(Path("data"), description="folder of mistok.db")
    backup_dir: Path | None = Field(
        default=None, description="folder of the daily copies of the database"
    )
    backup_hour: int = Field(2, ge=0, le=23, description="hour of the daily copy")
    backups_kept: int = Field(
        7, ge=0, le=1000, description="how many copies are kept; 0: none are made"
    )
    owner_ids: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(), description="Telegram ids of people who are always admins"
    )
    timezone: str = Field("Europe/Kyiv", description="IANA zone in which people mean their hours")
    minutes_days: int = Field(
        5, ge=2, le=14, description="days after a meeting when missing minutes are asked for again"
    )
    language: Language = Field(Language.UK, description="language when nobody has chosen one")
    webhook_url: str | None = Field(default=None, description="public address for the webhook")
    webhook_secret: SecretStr | None = Field(
        None, description="secret checked at each webhook call"
    )
    http_port: int = Field(8080, ge=0, le=65535, description="port of /healthz and the webhook")
    log_level: LogLevel = Field(LogLevel.INFO, description="least level that is logged")
    log_format: LogFormat = Field(LogFormat.CONSOLE, description="console or json")
    mistok_templates: Path | None = Field(
        default=None, description="folder of the office's own templates of documents"
    )

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _split_commas(cls, value: object) -> object:
        if isinstance(value, int):
            return [value]
        if isinstance(value, str):
            return [part.strip() for part in value.split(",") if part.strip()]
        return value

    @field_validator("bot_token")
    @classmethod
    def _looks_like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("a token looks like 123456789:AAE… (from @BotFather)")
        return value

    @field_validator("bot_api_url", "webhook_url")
    @classmethod
    def _is_an_address(cls, value: str | None) -> str | None:
        if value is not None and not re.match(r"https?://[^/\s]+", value):
            raise ValueError("an address starts with http:// or https://")
        return value.rstrip("/") if value else value

    @field_validator("mistok_templates")
    @classmethod
    def _is_a_folder(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_dir():
            raise ValueError("there is no such folder")
        return value

    @field_validator("timezone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("not an IANA zone such as Europe/Kyiv") from error
        return value

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Settings:
        if (self.webhook_url is None) != (self.webhook_secret is None):
            raise ValueError("WEBHOOK_URL and WEBHOOK_SECRET are set together or not at all")
        secret = self.webhook_secret
        if secret is not None and not WEBHOOK_SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("WEBHOOK_SECRET may have up to 256 of A-Z a-z 0-9 _ -")
        return self

    @property
    def database_path(self) -> Path:
        """Where the SQLite file lies."""
        return self.data_dir / "mistok.db"

    @property
    def backup_path(self) -> Path:
        """Where the copies of the database lie."""
        return self.backup_dir or self.data_dir / "backups"


class WrongSettings(Exception):
    """Settings that cannot be used; `problems` has one line for each, led by its name."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def load_settings() -> Settings:
    """Settings of this process.

    Raises:
        WrongSettings: with the name of each wrong setting, never with a secret value.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise WrongSettings([_explain(e["loc"], e["msg"]) for e in error.errors()]) from None


def _explain(location: tuple[int | str, ...], message: str) -> str:
    message = message.removeprefix("Value error, ")
    return f"{str(location[0]).upper()}: {message}" if location else message
