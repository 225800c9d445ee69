"""Telling others: the short summary, and which meetings still have no minutes."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, timedelta

from partnership.access import User
from partnership.calendar.belonging import communities_of
from partnership.events import Event
from partnership.membership_records import BoundChat
from partnership.minutes.base import MinutesBase
from partnership.minutes.minutes import Minutes
from partnership.minutes.summarising import ShortSummary, Summarising
from partnership.reminders.announcements import Announcement
from partnership.reminders.model import Recipient, RecipientKind

PUBLISHED = "minutes_published"
"""The kind of announcement that carries the short summary."""
AWAITED = timedelta(days=60)
"""How long after a meeting minutes are asked for: of older ones nobody is reminded."""


class Publishing(MinutesBase):
    """The short summary for groups, and what is awaited."""

    __slots__ = ()

    async def short_summary(self, minutes: Minutes) -> ShortSummary:
        """What may be sent to the working groups: no names, phones, addresses, links."""
        event = await self._event(minutes.event)
        later = await self._next_event(minutes)
        return Summarising(self.registry, self.names).summary(minutes, event, later)

    def groups_of(self, minutes: Minutes) -> list[BoundChat]:
        """The working groups of its partnerships; of its community where it has none."""
        wanted = set(minutes.partnerships)
        bound = self.membership.groups.all()
        if wanted:
            return [each for each in bound if each.partnership in wanted]
        return [each for each in bound if minutes.community == each.community is not None]

    async def publish(self, actor: User, key: str) -> tuple[Minutes, int]:
        """Put the short summary into the outbox of every working group; to how many it goes.

        What is sent is found out when it is sent, in the language of each group.
        """
        async with self._changing(actor, key) as change:
            groups = [
                Recipient(RecipientKind.CHAT, each.chat, each.thread)
                for each in self.groups_of(change.minutes)
            ]
            facts = {"minutes": key, "event": change.event.key}
            if groups:
                work = self.calendar.store.within(change.batch.work)
                await work.announce(Announcement(kind=PUBLISHED, facts=facts), groups, change.now)
                at = change.now.replace(microsecond=0)
                await change.save(replace(change.minutes, published_at=at))
            return change.minutes, len(groups)

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
