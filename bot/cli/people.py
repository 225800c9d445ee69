"""`mistok user`: let a person in from the command line."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace

from bot.clock import SystemClock
from bot.settings import Settings, WrongSettings, load_settings
from bot.stores import Stores
from partnership.access import Role, User
from partnership.people import Person
from partnership.places import Place
from storage.database import DATABASE_ERRORS
from storage.migrations import NewerSchemaError


def set_person(
    user_id: int,
    role: str,
    name: str | None,
    community: str | None,
    person: str | None = None,
) -> int:
    """Give a user a role, a community, a person of the registry. Returns the exit status."""
    try:
        settings = load_settings()
    except WrongSettings as wrong:
        print(wrong, file=sys.stderr)
        return 2
    try:
        return asyncio.run(_set_person(settings, user_id, Role(role), name, community, person))
    except (NewerSchemaError, *DATABASE_ERRORS) as error:
        print(f"{settings.database_path}: {error}", file=sys.stderr)
        return 2


async def _set_person(
    settings: Settings,
    user_id: int,
    role: Role,
    name: str | None,
    community: str | None,
    person: str | None,
) -> int:
    stores = await Stores.open(settings.database_path)
    try:
        problem = await _problem(stores, user_id, community, person)
        if problem is not None:
            print(problem, file=sys.stderr)
            return 1
        present = await stores.members.user(user_id) or User(
            id=user_id, added_at=SystemClock().now()
        )
        added = (community,) if community else ()
        user = replace(
            present,
            role=role,
            name=name or present.name,
            communities=tuple(dict.fromkeys((*present.communities, *added))),
            person=person or present.person,
        )
        await stores.members.save_user(user)
    finally:
        await stores.close()
    linked = f"({user.person})" if user.person else ""
    communities = " ".join(user.communities)
    print(" ".join(f"{user.id} {user.name}: {role.value} {communities} {linked}".split()))
    return 0


async def _problem(
    stores: Stores, user: int, community: str | None, person: str | None
) -> str | None:
    """What is wrong with the community or the person that was named; None where nothing is."""
    records = await stores.registry.load()
    homes = {each.id for each in records if isinstance(each, Place) and each.home}
    if community is not None and community not in homes:
        known = ", ".join(sorted(homes)) or "none yet: import a registry first"
        return f"no community {community!r}; there are: {known}"
    people = {each.id for each in records if isinstance(each, Person)}
    if person is not None and person not in people:
        known = ", ".join(sorted(people)) or "none yet: import a registry first"
        return f"no person {person!r}; there are: {known}"
    taken = await stores.members.user_of_person(person) if person is not None else None
    if taken is not None and taken.id != user:
        return f"{person} is already linked to {taken.id} {taken.name}".rstrip()
    return None
