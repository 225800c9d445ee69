"""Command menus by scope and language, and which one a person sees."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.model import Chat, Json, Person

COMMANDS_LIMIT = 100
NAME = re.compile(r"[a-z0-9_]{1,32}")
DESCRIPTION_LIMIT = 256
ADMINISTRATORS = frozenset({"creator", "administrator"})

ScopeKey = tuple[Any, ...]


class CommandMenus:
    """Menus as the bot set them."""

    def __init__(self) -> None:
        self._menus: dict[tuple[ScopeKey, str], list[Json]] = {}

    def set(self, scope: Json | None, language: str, commands: list[Json]) -> None:
        """Replace a menu.

        Raises:
            ApiError: BOT_COMMAND_INVALID and the like.
        """
        _check(commands)
        self._menus[scope_key(scope), language] = commands

    def get(self, scope: Json | None, language: str) -> list[Json]:
        """Exactly this menu; empty where none was set."""
        return self._menus.get((scope_key(scope), language), [])

    def delete(self, scope: Json | None, language: str) -> None:
        """Fall back to wider scopes."""
        self._menus.pop((scope_key(scope), language), None)

    def shown_to(self, person: Person, chat: Chat) -> list[Json]:
        """The menu of the narrowest scope that has one, in the person's language if it has that."""
        for scope in _scopes(person, chat):
            for language in (person.language_code or "", ""):
                if (scope, language) in self._menus:
                    return self._menus[scope, language]
        return []


def scope_key(scope: Json | None) -> ScopeKey:
    """What makes two scopes the same."""
    if scope is None:
        return ("default",)
    return tuple(
        scope[name] for name in ("type", "chat_id", "user_id") if scope.get(name) is not None
    )


def _scopes(person: Person, chat: Chat) -> list[ScopeKey]:
    if chat.is_private:
        return [("chat", chat.id), ("all_private_chats",), ("default",)]
    administers = chat.members.get(person.id) in ADMINISTRATORS
    scopes: list[ScopeKey] = [("chat_member", chat.id, person.id)]
    if administers:
        scopes.append(("chat_administrators", chat.id))
    scopes.append(("chat", chat.id))
    if administers:
        scopes.append(("all_chat_administrators",))
    return [*scopes, ("all_group_chats",), ("default",)]


def _check(commands: list[Json]) -> None:
    if len(commands) > COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not NAME.fullmatch(command.get("command", "").removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= DESCRIPTION_LIMIT:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
