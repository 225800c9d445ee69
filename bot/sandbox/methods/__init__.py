"""The methods of the Bot API that the sandbox models; every other one is refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.methods import (
    answering,
    chats,
    editing,
    profile,
    receiving,
    sending,
    topics,
)
from bot.sandbox.parameters import Parameters
from bot.sandbox.sandbox import Sandbox

Method = Callable[[Sandbox, Parameters], Awaitable[Any]]

MODULES = (answering, chats, editing, profile, receiving, sending, topics)


def modelled_methods() -> dict[str, Method]:
    """Methods by lower-case name: Telegram takes any case."""
    return {name.lower(): method for module in MODULES for name, method in module.METHODS.items()}
