"""How an update finds its handler quickly, and what a handler must declare.

aiogram tries routers one after another, at some 20 µs of coroutines and copied keywords each. Ours
know their commands and button prefixes as a frozen set, and `Subjects` asks only those routers
that know the update's: a miss is one look-up. Plain words pass all of them by, and where nothing is
pending in a chat, also those routers that wait for answers.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message, TelegramObject

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
        return command_of(message) in self._commands


class PrefixAmong(Filter):
    """Passes a pressed button whose data starts with one of the router's prefixes."""

    def __init__(self, prefixes: frozenset[str]) -> None:
        self._prefixes = prefixes

    async def __call__(self, query: CallbackQuery) -> bool:
        return prefix_of(query) in self._prefixes


def command_of(message: Message) -> str | None:
    """The command that a message starts with, in lower case and without the bot's name."""
    text = message.text or message.caption
    if not text or text[0] != "/":
        return None
    return text[1:].partition(" ")[0].partition("@")[0].strip().lower()


def prefix_of(query: CallbackQuery) -> str:
    """What a button's data starts with: which kind of button it is."""
    return (query.data or "").partition(":")[0]


class Known(NamedTuple):
    """What is seen of an update before any router is asked."""

    command: str | None
    prefix: str | None
    waiting: bool
    """Whether something is pending in the chat."""


class SubjectRouter(Router):
    """A router that looks only at its own commands and its own buttons."""

    def __init__(self, name: str, commands: frozenset[str], prefixes: frozenset[str]) -> None:
        super().__init__(name=name)
        self.commands = commands
        self.prefixes = prefixes
        self.message.filter(CommandAmong(commands))
        self.callback_query.filter(PrefixAmong(prefixes))


class WaitingRouter(Router):
    """Handlers of texts that somebody was asked for: each of them waits in a state."""


class Subjects(Router):
    """Routers in the order in which they are asked, those that cannot answer left out."""

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self._answering: dict[str, tuple[Router, ...]] = {}

    async def propagate_event(self, update_type: str, event: TelegramObject, **kwargs: Any) -> Any:
        """Ask each router that may answer, until one does."""
        known = Known(
            command_of(event) if isinstance(event, Message) else None,
            prefix_of(event) if isinstance(event, CallbackQuery) else None,
            waiting=kwargs.get("raw_state") is not None,
        )
        for router in self.answering(update_type):
            if not _may_answer(router, update_type, known):
                continue
            response = await router.propagate_event(update_type, event, **kwargs)
            if response is not UNHANDLED:
                return response
        return UNHANDLED

    def answering(self, update_type: str) -> tuple[Router, ...]:
        """The routers that handle this type of update; found at the first, when all are there."""
        known = self._answering.get(update_type)
        if known is None:
            known = self._answering[update_type] = tuple(
                router
                for router in self.sub_routers
                if any(each.observers[update_type].handlers for each in router.chain_tail)
            )
        return known


def _may_answer(router: Router, update_type: str, known: Known) -> bool:
    """Whether a router, or one of those within it, has something to do with the update."""
    if isinstance(router, SubjectRouter):
        return known.command in router.commands or known.prefix in router.prefixes
    if isinstance(router, WaitingRouter):
        return known.waiting
    if isinstance(router, Subjects):
        return any(_may_answer(each, update_type, known) for each in router.answering(update_type))
    return True


def subject_router(
    name: str,
    *,
    commands: frozenset[str] = frozenset(),
    buttons: tuple[type[CallbackData], ...] = (),
) -> SubjectRouter:
    """A router for these commands and these kinds of buttons."""
    return SubjectRouter(name, commands, frozenset(kind.__prefix__ for kind in buttons))


def needs(action: Action, *, once: bool = False) -> dict[str, Any]:
    """Flags of a handler: who is let through is decided from the action before it runs.

    In a group that wants both languages a handler that needs no more than `Action.READ` runs
    once for each; `once` keeps one that writes all the same from doing so twice.
    """
    return {ACTION_FLAG: action, ONCE_FLAG: once}


def of_service() -> dict[str, Any]:
    """Flags of a handler of a service message: nobody asked, so nobody is asked who they are."""
    return {ACTION_FLAG: None}
