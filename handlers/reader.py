"""Who reads an answer, and with what: given to every handler as `reader`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from partnership.access import User
from partnership.calendar.embargo import visible_to
from partnership.cards import Card
from partnership.events import Event
from partnership.overview import Overview
from partnership.queries import communities_of
from partnership.registry import Registry


@dataclass(frozen=True, slots=True)
class Reader:
    """The person, their language and their time, and the registry they read."""

    user: User
    language: str
    now: datetime
    """Aware, UTC."""
    zone: ZoneInfo
    registry: Registry
    overview: Overview
    private: bool = True
    """Whether nobody else reads along: personal details are shown only then."""

    @property
    def today(self) -> date:
        """The day on the reader's wall."""
        return self.now.astimezone(self.zone).date()

    @property
    def viewer(self) -> User | None:
        """Through whose eyes an event is shown: None in a group, where everybody reads along."""
        return self.user if self.private else None

    def sees(self, event: Event) -> Event:
        """The event without what is under embargo for this reader; a group sees the least."""
        communities = communities_of(self.registry, event)
        return visible_to(event, self.user if self.private else None, communities)

    async def card(self, partner: str) -> Card:
        """The card of a partnership as this reader may see it.

        Raises:
            NotFoundError: there is no such partnership any more.
        """
        card = await self.overview.card(partner, self.today)
        return replace(
            card,
            next_event=self.sees(card.next_event) if card.next_event else None,
            last_event=self.sees(card.last_event) if card.last_event else None,
        )
