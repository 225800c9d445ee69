"""A calendar over a world with the example registry, and builders of its records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from partnership.bilingual import Bilingual
from partnership.calendar.calendar import Calendar, build_calendar
from partnership.calendar.planning import NewEvent
from partnership.calendar.timing import Timing
from partnership.events import Event, EventKind, EventState, Precision, Span
from partnership.membership_records import BoundChat
from partnership.reminders.audience import Addressee
from partnership.reminders.model import Recipient, RecipientKind, Reminder
from partnership.reminders.settings import ReminderSettings
from tests.support.builders import ADMIN, OF_KOROSTEN, OF_ZHYTOMYR, OFFICIAL, World

KYIV = "Europe/Kyiv"
GROUP = Recipient(RecipientKind.CHAT, -1001)
BOURGES = "korosten-bourges"


@dataclass(frozen=True)
class Desk:
    """A world, its calendar, and a group bound to Korosten – Bourges."""

    world: World
    calendar: Calendar

    async def plan_call(self, wall: datetime, **given: Any) -> Event:
        """An online meeting with Bourges, planned by the coordinator of Korosten."""
        return (await self.calendar.plan(OF_KOROSTEN, a_call(wall, **given))).event

    async def due(self, event: str) -> list[tuple[str, datetime, int]]:
        """Rule, due time and recipient of the open reminders of an event."""
        rows = await self.calendar.reminders_to_come(event)
        return [(row.rule, row.due_at, row.recipient.id) for row in rows]


async def open_desk(world: World) -> Desk:
    """Let people in, bind the group, and join the planner to the batches of the world."""
    for user in (ADMIN, OF_KOROSTEN, OF_ZHYTOMYR, OFFICIAL):
        await world.stores.members.save_user(user)
    await world.membership.load()
    chat = BoundChat(chat=GROUP.id, title="Бурж", partnership=BOURGES, bound_at=world.clock.now())
    await world.stores.chats.save_chat(chat)
    await world.membership.groups.load()
    calendar = build_calendar(
        world.transfer.batches, world.stores.calendar, world.stores.events, world.membership
    )
    return Desk(world, calendar)


def a_call(wall: datetime, **given: Any) -> NewEvent:
    """An online meeting with Bourges at a wall time in Kyiv."""
    usual: dict[str, Any] = {
        "kind": EventKind.ONLINE_MEETING,
        "timing": Timing.at(wall, KYIV),
        "partnerships": (BOURGES,),
    }
    return NewEvent(**usual | given)


def an_event(wall: datetime | None = None, **given: Any) -> Event:
    """An online meeting that is planned, at a wall time in Kyiv."""
    planned = Span(wall.date(), wall.date(), wall.time()) if wall else Span()
    usual: dict[str, Any] = {
        "key": "ev-call",
        "kind": EventKind.ONLINE_MEETING,
        "title": Bilingual("Коростень – Бурж", "Korosten – Bourges"),
        "state": EventState.PLANNED,
        "planned": planned,
        "zone": KYIV,
        "precision": Precision.DAY,
    }
    return Event(**usual | given)


def a_visit(first: date, last: date, **given: Any) -> Event:
    """A study visit without hours."""
    usual: dict[str, Any] = {
        "key": "ev-visit",
        "kind": EventKind.STUDY_VISIT,
        "planned": Span(first, last),
    }
    return an_event(**usual | given)


def addressee(recipient: Recipient = GROUP, **given: Any) -> Addressee:
    """A recipient with the usual settings."""
    usual: dict[str, Any] = {"settings": ReminderSettings(recipient=recipient)}
    return Addressee(recipient=recipient, **usual | given)


def person(number: int = 7) -> Recipient:
    """A user, in private."""
    return Recipient(RecipientKind.USER, number)


def kyiv(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A naive wall time."""
    return datetime.combine(date(year, month, day), time(hour, minute))


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """An instant."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def rules_of(rows: Iterable[Reminder]) -> dict[str, datetime]:
    """Due times by rule; a rule that stands twice fails."""
    found: dict[str, datetime] = {}
    for row in rows:
        assert row.rule not in found
        found[row.rule] = row.due_at
    return found
