"""What a successor has to know on the first day: the state of everything that passed to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import ZonedTime
from partnership.cards import Card
from partnership.checklists.model import ChecklistLine
from partnership.contacts import Contact
from partnership.events import AHEAD, UNDER_WAY, Event
from partnership.handover.holdings import Holdings
from partnership.handover.party import Party
from partnership.overview import Overview
from partnership.queries import letters_of, posts_of
from partnership.registry import Registry
from partnership.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefEvent:
    """Something that is still ahead."""

    event: Event
    times: tuple[ZonedTime, ...]
    """By the clocks of all sides; () where no hour is agreed."""
    lines: tuple[ChecklistLine, ...]
    """What is still open in its checklists, soonest due first."""
    own: bool = False
    """Whether the one who leaves organised it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPartnership:
    """Where one partnership stands today."""

    card: Card
    contacts: tuple[Contact, ...]
    """Both sides, coordinators first, with the posts that they hold today."""
    last_contact: date | None
    """The latest day on which a meeting was held or a letter passed; None is «не внесено»."""
    events: tuple[BriefEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything, on one day."""

    leaving: Party
    successor: Party
    on: date
    made_at: datetime
    partnerships: tuple[BriefPartnership, ...]
    steps: tuple[Step, ...]
    """Open items of the one who left that belong to none of these partnerships."""
    events: tuple[BriefEvent, ...]
    """The same for events."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Gathers the facts; nothing in a brief is invented."""

    registry: Registry
    overview: Overview
    calendar: Calendar

    async def brief(
        self, leaving: Party, successor: Party, holdings: Holdings, made_at: datetime, on: date
    ) -> Brief:
        """The brief about what `leaving` held; `on` is the day where it is read."""
        ids = [each.id for each in holdings.partnerships]
        known = [each for each in ids if each in self.registry.partnerships]
        covered = set(known)
        return Brief(
            leaving=leaving,
            successor=successor,
            on=on,
            made_at=made_at,
            partnerships=tuple([await self._partnership(each, holdings, on) for each in known]),
            steps=tuple(each for each in holdings.steps if each.partnership not in covered),
            events=await self._events(
                (each for each in holdings.events if not covered & set(each.partnerships)),
                holdings,
            ),
        )

    async def _partnership(self, key: str, holdings: Holdings, on: date) -> BriefPartnership:
        card = await self.overview.card(key, on)
        agenda = await self.overview.agenda(key)
        ahead = (each for each in agenda.events if each.state in AHEAD | UNDER_WAY)
        return BriefPartnership(
            card=card,
            contacts=tuple(self._contacts(key, on)),
            last_contact=self._last_contact(key, card, on),
            events=await self._events(ahead, holdings),
        )

    async def _events(self, events: Iterable[Event], holdings: Holdings) -> tuple[BriefEvent, ...]:
        return tuple([await self._event(each, holdings) for each in events])

    async def _event(self, event: Event, holdings: Holdings) -> BriefEvent:
        lines = await self.calendar.checklist(event.key)
        return BriefEvent(
            event=event,
            times=self.calendar.clocks_of(event),
            lines=tuple(line for line in lines if line.is_open),
            own=event.key in holdings.organised,
        )

    def _contacts(self, key: str, on: date) -> Iterator[Contact]:
        """Former posts are left out; somebody who held nothing else is no contact any more."""
        for contact in self.overview.contacts(key):
            if contact.post is None or contact.post.holds_on(on):
                yield contact
                continue
            posts = posts_of(self.registry, contact.person.id, on) if contact.person else []
            if posts or contact.coordinates:
                yield replace(contact, post=posts[0] if posts else None)

    def _last_contact(self, key: str, card: Card, on: date) -> date | None:
        days = [card.last_event.ends_on] if card.last_event is not None else []
        for letter in letters_of(self.registry, key):
            days += [letter.sent_on, letter.reply_on]
        return max((day for day in days if day is not None and day <= on), default=None)
