"""How an update finds its handler quickly, and what a handler must declare.

aiogram tries routers one after another. Each of ours has one filter over a frozen set of its
commands or button prefixes, so that a miss costs one look-up and skips the whole router.
"""

from __future__ import annotations

from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from partnership.access import Action

ACTION_FLAG = "action"
ANSWERS_ITSELF = "answers_itself"
"""Flag of a handler that answers its pressed buttons itself, as those of aiogram-dialog do."""
ONCE_FLAG = "once"


class CommandAmong(Filter):
    """Passes a message that starts with one of the router's commands."""

    def __init__(self, commands: frozenset[str]) -> None:
        self._commands = commands

    async def __call__(self, message: Message) -> bool:
        text = message.text or message.caption
        if not text or text[0] != "/":
            return False
        return text[1:].partition(" ")[0].partition("@")[0].strip().lower() in self._commands


class PrefixAmong(Filter):
    """Passes a pressed button whose data starts with one of the router's prefixes."""

    def __init__(self, prefixes: frozenset[str]) -> None:
        self._prefixes = prefixes

    async def __call__(self, query: CallbackQuery) -> bool:
        return (query.data or "").partition(":")[0] in self._prefixes


def subject_router(
    name: str,
    *,
    commands: frozenset[str] = frozenset(),
    buttons: tuple[type[CallbackData], ...] = (),
) -> Router:
    """A router that looks only at its own commands and its own buttons."""
    router = Router(name=name)
    router.message.filter(CommandAmong(commands))
    router.callback_query.filter(PrefixAmong(frozenset(kind.__prefix__ for kind in buttons)))
    return router


def needs(action: Action, *, once: bool = False) -> dict[str, Any]:
    """Flags of a handler: who is let through is decided from the action before it runs.

    In a group that wants both languages a handler that needs no more than `Action.READ` runs
    once for each; `once` keeps one that writes all the same from doing so twice.
    """
    return {ACTION_FLAG: action, ONCE_FLAG: once}


def of_service() -> dict[str, Any]:
    """Flags of a handler of a service message: nobody asked, so nobody is asked who they are."""
    return {ACTION_FLAG: None}
