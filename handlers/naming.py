"""Roles and communities as people name them in a command."""

from __future__ import annotations

from partnership.access import Role
from partnership.language.names import NameIndex, NameKind, Sure, verdict
from partnership.places import Place
from partnership.registry import Registry

USER_ID_END = 2**52
USER_ID_DIGITS = 16

ROLE_NAMES = {
    Role.OFFICIAL: ("official", "посадова", "посадовець", "посадова особа"),
    Role.COORDINATOR: ("coordinator", "координатор", "координаторка"),
    Role.ADMIN: ("admin", "administrator", "адмін", "адміністратор", "адміністраторка"),
}


def role_named(word: str) -> Role | None:
    """The role a word means, in either language."""
    folded = word.casefold()
    return next((role for role, names in ROLE_NAMES.items() if folded in names), None)


def user_id_named(text: str) -> int | None:
    """A Telegram id, which has at most 52 significant bits."""
    text = text.strip()
    found = int(text) if text.isdecimal() and len(text) <= USER_ID_DIGITS else None
    return found if found and found < USER_ID_END else None


def communities_named(text: str, registry: Registry, names: NameIndex) -> list[Place] | None:
    """Home communities with commas between them; None where one is not known."""
    found = [community_named(each, registry, names) for each in text.split(",")]
    known = [place for place in found if place is not None]
    return known if len(known) == len(found) else None


def community_named(text: str, registry: Registry, names: NameIndex) -> Place | None:
    """The home community meant by an id or a name in any form."""
    direct = registry.places.get(text.strip())
    if direct is not None and direct.home:
        return direct
    matches = [
        match
        for match in names.look_up(text, {NameKind.PLACE})
        if registry.places[match.name_id].home
    ]
    found = verdict(matches)
    return registry.places[found.match.name_id] if isinstance(found, Sure) else None
