"""`mistok user`: let a person in from the command line."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace

from bot.clock import SystemClock
from bot.settings import Settings, WrongSettings, load_settings
from bot.stores import Stores
from partnership.access import Role, User
from partnership.places import Place
from storage.database import DATABASE_ERRORS
from storage.migrations import NewerSchemaError


def set_person(user_id: int, role: str, name: str | None, community: str | None) -> int:
    """Give a person a role, and a community where one is named. Returns the exit status."""
    try:
        settings = load_settings()
    except WrongSettings as wrong:
        print(wrong, file=sys.stderr)
        return 2
    try:
        return asyncio.run(_set_person(settings, user_id, Role(role), name, community))
    except (NewerSchemaError, *DATABASE_ERRORS) as error:
        print(f"{settings.database_path}: {error}", file=sys.stderr)
        return 2


async def _set_person(
    settings: Settings, user_id: int, role: Role, name: str | None, community: str | None
) -> int:
    stores = await Stores.open(settings.database_path)
    try:
        homes = [
            each.id
            for each in await stores.registry.load()
            if isinstance(each, Place) and each.home
        ]
        if community is not None and community not in homes:
            known = ", ".join(sorted(homes)) or "none yet: import a registry first"
            print(f"no community {community!r}; there are: {known}", file=sys.stderr)
            return 1
        present = await stores.members.user(user_id) or User(
            id=user_id, added_at=SystemClock().now()
        )
        added = (community,) if community else ()
        person = replace(
            present,
            role=role,
            name=name or present.name,
            communities=tuple(dict.fromkeys((*present.communities, *added))),
        )
        await stores.members.save_user(person)
    finally:
        await stores.close()
    print(f"{person.id} {person.name}: {role.value} {' '.join(person.communities)}".rstrip())
    return 0
