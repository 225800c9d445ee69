"""What groups and people choose: reminder times, quiet hours, digests."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from partnership.access import Action, User, may
from partnership.batch import Batches
from partnership.calendar.stores import CalendarStore, CalendarWork
from partnership.calendar.times import HOME_ZONE, wall_of
from partnership.errors import NotPermittedError
from partnership.events import EventKind
from partnership.membership import Membership
from partnership.reminders.digests import DigestKind, Subscription, next_digest
from partnership.reminders.model import Recipient, RecipientKind
from partnership.reminders.offsets import Offset
from partnership.reminders.planner import Planner
from partnership.reminders.quiet import QuietHours
from partnership.reminders.settings import OffsetGroup, ReminderSettings


@dataclass(frozen=True, slots=True)
class Preferences:
    """The commands /reminders and /digest; times already past are skipped, nobody is blasted."""

    batches: Batches
    store: CalendarStore
    planner: Planner
    membership: Membership

    async def of(self, recipient: Recipient) -> ReminderSettings:
        """What a group or a person chose; the usual where they chose nothing."""
        found = await self.store.settings()
        return found.get(recipient) or ReminderSettings(recipient=recipient)

    async def set_offsets(
        self,
        actor: User,
        recipient: Recipient,
        what: OffsetGroup | EventKind,
        offsets: tuple[Offset, ...] | None,
    ) -> ReminderSettings:
        """When to remind of events of a kind or group; None goes back to the usual."""
        async with self._changing(actor, recipient) as work:
            old = (await work.settings()).get(recipient) or ReminderSettings(recipient=recipient)
            chosen = {name: each for name, each in old.offsets.items() if name != what}
            if offsets is not None:
                chosen[what.value] = tuple(dict.fromkeys(offsets))
            new = replace(old, offsets=chosen)
            await work.put_settings(new)
        await self.planner.roll(self.batches.store)
        return new

    async def set_quiet_hours(
        self, actor: User, recipient: Recipient, quiet: QuietHours
    ) -> ReminderSettings:
        """When nobody is to be written to; equal ends mean never."""
        async with self._changing(actor, recipient) as work:
            old = (await work.settings()).get(recipient) or ReminderSettings(recipient=recipient)
            new = replace(old, quiet=quiet)
            await work.put_settings(new)
        await self.planner.roll(self.batches.store)
        return new

    async def subscribe(self, actor: User, recipient: Recipient, kind: DigestKind) -> datetime:
        """Send a digest from now on; the instant of the first one is given back, in UTC."""
        async with self._changing(actor, recipient) as work:
            now = self.batches.clock.now()
            since = wall_of(now, HOME_ZONE).date()
            await work.put_subscription(Subscription(recipient=recipient, kind=kind, since=since))
            await self.planner.plan_digests(work)
        return next_digest(kind, now)

    async def unsubscribe(self, actor: User, recipient: Recipient, kind: DigestKind) -> None:
        """Send a digest no more."""
        async with self._changing(actor, recipient) as work:
            refused = Subscription(recipient=recipient, kind=kind, wanted=False)
            await work.put_subscription(refused)
            await self.planner.plan_digests(work)

    async def subscriptions_of(self, recipient: Recipient) -> list[DigestKind]:
        """Which digests a group or a person gets, asked for or usual."""
        kinds = (await self.planner.digests_in(self.store)).get(recipient, frozenset())
        return [kind for kind in DigestKind if kind in kinds]

    @asynccontextmanager
    async def _changing(self, actor: User, recipient: Recipient) -> AsyncIterator[CalendarWork]:
        self._require(actor, recipient)
        async with self.batches.open(actor.id) as batch:
            yield self.store.within(batch.work)

    def _require(self, actor: User, recipient: Recipient) -> None:
        """One's own are anybody's; a group's are its coordinator's."""
        if recipient == Recipient(RecipientKind.USER, actor.id):
            allowed, community = may(actor, Action.READ), None
        else:
            community = self._community_of(recipient)
            allowed = may(actor, Action.SET_REMINDERS, community)
        if not allowed:
            raise NotPermittedError(Action.SET_REMINDERS, community)

    def _community_of(self, recipient: Recipient) -> str | None:
        chat = self.membership.groups.chat_of(recipient.id, recipient.thread)
        if chat is None or chat.community is not None:
            return chat.community if chat else None
        partnership = self.batches.registry.partnerships.get(chat.partnership or "")
        return partnership.home if partnership else None
