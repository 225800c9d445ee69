"""Those who were told that an event moved or was called off hear when that is taken back."""

from typing import Any

from partnership.batch import Batch
from partnership.calendar.base import CalendarBase, announcement_of
from partnership.calendar.moving import MOVED
from partnership.changes import UNDOING, Change
from partnership.entities import Kind
from partnership.events import CALLED_OFF, Event, EventState
from partnership.exchange.codec import from_plain, to_plain
from partnership.reminders.model import Recipient, RecipientKind

RESTORED = "event_restored"
SERIES_RESTORED = "series_restored"
NOT_HELD = CALLED_OFF | {EventState.POSTPONED, EventState.INTERRUPTED}


class TellingBack(CalendarBase):
    """Joined to the batches of the calendar."""

    __slots__ = ()

    async def tell_taken_back(self, batch: Batch) -> None:
        """Announce what /undo did to events that people knew of."""
        if not batch.id.startswith(UNDOING):
            return
        fields: dict[str, dict[str, Any]] = {}
        for change in batch.changes:
            if _is_of_event(change):
                fields.setdefault(change.entity, {})[change.field or ""] = change.old
        work = self.store.within(batch.work)
        for key, former in fields.items():
            event = await self._event(work, key)
            before: Event = from_plain(Kind.EVENT, to_plain(event, complete=True) | former)
            kind = _kind(before, event)
            told = [
                each
                for each in await self._told(work, key)
                if each != Recipient(RecipientKind.USER, batch.actor or 0)
            ]
            if kind is not None and told:
                announcement = announcement_of(kind, before, event)
                await work.announce(announcement, told, batch.at)


def _is_of_event(change: Change) -> bool:
    return change.kind is Kind.EVENT and change.field is not None and not change.is_beside


def _kind(before: Event, event: Event) -> str | None:
    """What those who knew are to hear; None where it is none of what they were told."""
    if before.state in NOT_HELD and event.state not in NOT_HELD:
        return RESTORED
    if before.planned != event.planned and event.planned.start is not None:
        return MOVED
    return SERIES_RESTORED if before.series != event.series else None
