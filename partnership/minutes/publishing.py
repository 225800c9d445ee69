"""Telling others: the short summary, and which meetings still have no minutes."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta

from partnership.access import User
from partnership.calendar.belonging import communities_of
from partnership.events import Event
from partnership.minutes.base import MinutesBase
from partnership.minutes.minutes import Minutes
from partnership.minutes.summarising import ShortSummary, Summarising

AWAITED = timedelta(days=60)
"""How long after a meeting minutes are asked for: of older ones nobody is reminded."""


class Publishing(MinutesBase):
    """The short summary for groups, and what is awaited."""

    __slots__ = ()

    async def short_summary(self, minutes: Minutes) -> ShortSummary:
        """What may be sent to the working groups: no names, phones, addresses, links."""
        event = await self._event(minutes.event)
        later = await self.events.event(minutes.next_event) if minutes.next_event else None
        return Summarising(self.registry, self.names).summary(minutes, event, later)

    async def published(self, actor: User, key: str) -> Minutes:
        """Keep that the short summary was sent just now."""
        async with self._changing(actor, key) as change:
            at = change.now.replace(microsecond=0)
            return await change.save(replace(change.minutes, published_at=at))

    async def awaiting_minutes(
        self, now: datetime, communities: Collection[str] | None = None
    ) -> list[Event]:
        """Meetings of the last weeks that took place and have neither minutes nor a waiver."""
        today: date = now.astimezone(self.zone).date()
        keys = await self.store.events_without(today - AWAITED, today)
        found = [await self._event(key) for key in keys]
        if communities is None:
            return found
        wanted = frozenset(communities)
        return [each for each in found if communities_of(each, self.registry) & wanted]
