"""Looking things up: the card of an event, and what is ahead."""

import asyncio
from datetime import date, datetime, time, timedelta

from partnership.access import User
from partnership.calendar.base import CalendarBase
from partnership.calendar.belonging import communities_of, parties_of
from partnership.calendar.cards import EventCard, ZonedTime
from partnership.calendar.clocks import clocks_at, clocks_of, next_or_last
from partnership.calendar.embargo import under_embargo, visible_to
from partnership.calendar.holidays import Holiday, holidays_in
from partnership.calendar.lifecycle import next_states
from partnership.calendar.series import Occurrence, occurrences
from partnership.calendar.times import HOME_ZONE, instant, wall_of, zone_of
from partnership.checklists.model import Progress, TemplateCode, progress_of
from partnership.entities import Kind
from partnership.errors import NotFoundError
from partnership.events import CALLED_OFF, Event
from partnership.places import HOME_COUNTRY
from partnership.reminders.model import Recipient, SubjectKind


class Reading(CalendarBase):
    """Everything that only reads; `user` None is a group, which sees what everybody may."""

    __slots__ = ()

    async def card(self, user: User | None, key: str) -> EventCard:
        """The facts of an event. Raises NotFoundError."""
        event = await self.store.event(key)
        if event is None:
            raise NotFoundError(Kind.EVENT, key)
        return await self._card(user, event)

    async def card_by_number(self, user: User | None, number: int) -> EventCard:
        """The same by the number that people use."""
        event = await self.events.event_by_number(number)
        if event is None:
            raise NotFoundError(Kind.EVENT, str(number))
        return await self._card(user, event)

    async def ahead(
        self,
        user: User | None,
        since: date,
        until: date,
        *,
        partnership: str | None = None,
        zone: str = HOME_ZONE,
    ) -> list[tuple[Occurrence, Event]]:
        """What takes place from one day to another, inclusive, by the clock.

        Series are given occurrence by occurrence; what was called off is left out.
        """
        first = instant(datetime.combine(since, time(0)), zone)
        last = instant(datetime.combine(until + timedelta(days=1), time(0)), zone)
        # A day earlier or later elsewhere: the clock decides below.
        dated = await self.events.events(
            since=since - timedelta(days=1),
            until=until + timedelta(days=1),
            partnership=partnership,
        )
        series = [
            each
            for each in await self.store.series()
            if partnership is None or partnership in each.partnerships
        ]
        found = {event.key: event for event in (*dated, *series)}
        pairs = [
            (each, self._visible(user, event))
            for event in found.values()
            if event.state not in CALLED_OFF
            for each in occurrences(event, first, last - timedelta(seconds=1))
        ]
        return sorted(pairs, key=lambda pair: (pair[0].starts_at, pair[1].id))

    async def coordinators_of(self, key: str) -> list[Recipient]:
        """Who is asked about an event: its organiser, else the coordinators; () if unknown."""
        event = await self.store.event(key)
        if event is None:
            return []
        arrangement, settings = await self.store.arrangement(key), await self.store.settings()
        people = await self.planner.people.of_event(event, arrangement, (), settings)
        return [each.recipient for each in people if each.coordinates]

    def clocks_of(self, event: Event) -> tuple[ZonedTime, ...]:
        """When it is by the clocks of all parties; also of an event that is not planned yet."""
        return clocks_of(event, self.registry, self.batches.clock.now())

    async def holidays_of(self, event: Event) -> list[Holiday]:
        """Public holidays of all its countries on its days, Ukraine's included."""
        first, last = event.starts_on, event.ends_on
        if first is None or last is None:
            return []
        countries = {place.country for place in parties_of(event, self.registry)} | {HOME_COUNTRY}
        if event.country is not None:
            countries.add(event.country)
        # The first call reads a large package: out of the event loop with it.
        return await asyncio.to_thread(holidays_in, sorted(countries), first, last)

    def _visible(self, user: User | None, event: Event) -> Event:
        return visible_to(event, user, communities_of(event, self.registry))

    async def _card(self, user: User | None, event: Event) -> EventCard:
        now = self.batches.clock.now()
        shown = self._visible(user, event)
        arrangement = await self.store.arrangement(event.key)
        polls = [poll for poll in await self.store.polls_of(event.key) if poll.is_open]
        occurrence = next_or_last(shown, now)
        rows = await self.store.reminders_of(SubjectKind.EVENT, event.key)
        return EventCard(
            event=shown,
            communities=communities_of(event, self.registry),
            parties=tuple(parties_of(event, self.registry)),
            occurrence=occurrence,
            times=clocks_at(shown, occurrence, self.registry) if occurrence else (),
            hidden=under_embargo(event) and shown != event,
            parent=await self.store.event(event.parent) if event.parent else None,
            parts=tuple(self._visible(user, each) for each in await self.store.parts_of(event.key)),
            has_link=arrangement.link is not None,
            organiser=arrangement.organiser,
            answers=tuple(await self.store.attendance(event.key)),
            progress=await self._progress(event, now),
            poll=polls[0] if polls else None,
            reminders=tuple(row for row in rows if row.is_open),
            holidays=tuple(await self.holidays_of(event)),
            next_states=next_states(event),
        )

    async def _progress(self, event: Event, now: datetime) -> dict[TemplateCode, Progress]:
        lines, today = await self.store.checklist(event.key), wall_of(now, zone_of(event)).date()
        codes = dict.fromkeys(line.template for line in lines)
        return {
            code: progress_of((line for line in lines if line.template == code), today)
            for code in codes
        }
