"""Builds the core's use cases over the stores."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.settings import Settings
from bot.stores import Stores
from handlers.menu import CommandMenu
from handlers.services import Services
from partnership.clock import Clock
from partnership.membership import Membership
from partnership.registry import Registry


async def build_services(
    stores: Stores, settings: Settings, clock: Clock, menu: CommandMenu
) -> Services:
    """Read the registry into memory and join the use cases to it."""
    registry = Registry()
    for record in await stores.registry.load():
        registry.put(record)
    membership = Membership(stores.members, stores.chats, clock, settings.owner_ids)
    await membership.load()
    return Services(
        registry=registry,
        membership=membership,
        clock=clock,
        zone=ZoneInfo(settings.timezone),
        command_menu=menu,
    )
