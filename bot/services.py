"""Builds the core's use cases over the stores."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from zoneinfo import ZoneInfo

from bot.settings import Settings
from bot.stores import Stores
from handlers.menu import CommandMenu
from handlers.services import Services
from partnership.batch import Batches
from partnership.calendar.calendar import build_calendar
from partnership.clock import Clock
from partnership.editing import Editing
from partnership.entities import Entity, Kind
from partnership.gazetteer import Gazetteer
from partnership.handover.handovers import build_handovers
from partnership.language.names import NameIndex, NameKind
from partnership.membership import Membership
from partnership.minutes.dictating import Dictating
from partnership.minutes.taking import MinuteTaking
from partnership.naming import index_of, name_of
from partnership.notes.notes import Notes
from partnership.overview import Overview
from partnership.progress_reports import ProgressReports
from partnership.registry import Registry
from partnership.reminders.preferences import Preferences
from partnership.tasks.tasks import build_tasks

NAMED = {
    Kind.PLACE: NameKind.PLACE,
    Kind.PERSON: NameKind.PERSON,
    Kind.ORGANISATION: NameKind.ORGANISATION,
    Kind.AREA: NameKind.AREA,
}


async def build_services(
    stores: Stores, settings: Settings, clock: Clock, menu: CommandMenu
) -> Services:
    """Read the registry into memory and join the use cases to it."""
    registry = Registry()
    for record in await stores.registry.load():
        registry.put(record)
    batches = Batches(stores.registry, registry, clock)
    names = _index(registry)
    membership = Membership(stores.members, stores.chats, clock, settings.owner_ids)
    await membership.load()
    calendar = build_calendar(
        batches, stores.calendar, stores.events, membership, timedelta(days=settings.minutes_days)
    )
    zone = ZoneInfo(settings.timezone)
    notes = Notes(
        batches,
        stores.notes,
        stores.search,
        stores.events,
        stores.steps,
        stores.minutes,
        names,
        zone,
    )
    dictating = Dictating(batches, stores.dictations, notes, stores.calendar)
    await dictating.load()
    registry.listeners.append(dictating.forget_event)
    membership.groups.moved.append(dictating.load)
    return Services(
        registry=registry,
        names=names,
        gazetteer=cache(Gazetteer.load),
        editing=Editing(batches, stores.events, stores.steps, stores.changes, stores.minutes),
        overview=Overview(registry, stores.events, stores.steps, stores.minutes),
        membership=membership,
        calendar=calendar,
        handovers=build_handovers(batches, calendar, stores.steps, membership, names),
        notes=notes,
        tasks=build_tasks(batches, stores.steps, stores.changes, names, zone, calendar),
        progress=ProgressReports(registry, stores.steps, stores.changes, clock, zone),
        minute_taking=MinuteTaking(
            batches,
            stores.minutes,
            stores.events,
            stores.steps,
            stores.notes,
            calendar,
            membership,
            names,
            zone,
        ),
        dictating=dictating,
        preferences=Preferences(batches, stores.calendar, calendar.planner, membership),
        reminders=stores.reminders,
        clock=clock,
        zone=zone,
        command_menu=menu,
        office_templates=settings.mistok_templates,
    )


def _index(registry: Registry) -> NameIndex:
    """The names of the registry, kept up to date as records come and go."""
    index = index_of(registry.records())

    def follow(kind: Kind, key: str, record: Entity | None) -> None:
        name = name_of(record) if record is not None else None
        if name is not None:
            index.add(name)
        elif kind in NAMED:
            index.remove(key, NAMED[kind])

    registry.listeners.append(follow)
    return index
