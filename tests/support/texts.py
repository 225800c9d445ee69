"""TDLib's own parser, for texts that are checked without a server."""

from __future__ import annotations

from functools import cache

from bot.sandbox.tdlib import TextParser


@cache
def parser() -> TextParser:
    """One parser for all tests."""
    return TextParser()


def shown_text(marked_up: str, parse_mode: str = "HTML") -> str:
    """What a person reads; fails as Telegram does where the markup is broken."""
    return parser().parse(marked_up, parse_mode)[0]
