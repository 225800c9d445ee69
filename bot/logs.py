"""Structured logs that never hold a token, a phone number or what somebody wrote."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

from bot.settings import LogFormat, LogLevel

TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
PHONE = re.compile(r"\+?\d[\d\s()-]{8,}\d")
HIDDEN = "…"


def set_up_logs(level: LogLevel, form: LogFormat) -> None:
    """Send structlog and the libraries' logging to standard error in one form."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        hide_secrets,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(level.value),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processor=_renderer(form))
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.value)
    for chatty in ("aiogram.event", "aiogram.dispatcher", "apscheduler", "aiohttp.access"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def hide_secrets(_: Any, __: str, event: EventDict) -> EventDict:
    """Blank tokens and phone numbers in every text of a log line."""
    return {key: _clean(key, value) for key, value in event.items()}


def _clean(key: str, value: Any) -> Any:
    if not isinstance(value, str) or key == "timestamp":
        return value
    return PHONE.sub(HIDDEN, TOKEN.sub(HIDDEN, value))


def _renderer(form: LogFormat) -> Processor:
    if form is LogFormat.JSON:
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
