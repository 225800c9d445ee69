"""Finding a date together: options, votes, and one tap that schedules the best."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from partnership.access import Action, User
from partnership.calendar.base import Changed
from partnership.calendar.beside import record_poll
from partnership.calendar.errors import InThePastError, PollClosedError
from partnership.calendar.moving import WITHOUT_DATE, Moving
from partnership.calendar.polls import Poll, Vote, distinct
from partnership.calendar.stores import CalendarReader
from partnership.calendar.times import check_wall, instant, zone_of
from partnership.calendar.timing import Timing
from partnership.events import EventState


class Polling(Moving):
    """An availability poll of an event that has no date yet, or needs another."""

    __slots__ = ()

    async def open_poll(self, actor: User, key: str, options: Iterable[datetime]) -> Poll:
        """Ask when people can; options are naive wall times in the event's zone."""
        async with self._changing(actor, key) as change:
            zone, walls = zone_of(change.event), distinct(options)
            for wall in walls:
                check_wall(wall, zone, wall.fold)
                if instant(wall, zone) <= change.now:
                    raise InThePastError(wall, zone)
            poll = Poll(id=0, event=key, zone=zone, options=walls, opened_by=actor.id)
            poll = await change.work.add_poll(poll)
            await record_poll(change.batch, None, poll)
            if change.event.state in WITHOUT_DATE:
                state = EventState.DATES_PROPOSED
                await change.save(replace(change.event, state=state))
        return poll

    async def vote(self, user: User, poll: int, option: int, vote: Vote) -> Poll:
        """A person's own vote. Raises PollClosedError."""
        async with self.batches.open(user.id) as batch:
            work = self.store.within(batch.work)
            found = await _open(work, poll)
            self._require(user, await self._event(work, found.event), Action.READ)
            if not 0 <= option < len(found.options):
                raise PollClosedError(poll)
            await work.put_vote(poll, user.id, option, vote)
        return await _open(self.store, poll)

    async def close_poll(self, actor: User, poll: int) -> Poll:
        """Take no more votes, without planning anything. Raises PollClosedError."""
        found = await _open(self.store, poll)
        async with self._changing(actor, found.event) as change:
            closed = replace(found, closed_at=change.now)
            await change.work.put_poll(closed)
            await record_poll(change.batch, found, closed)
        return closed

    async def schedule(self, actor: User, poll: int, option: int) -> Changed:
        """Plan the event for one of the options, and close the poll."""
        found = await _open(self.store, poll)
        if not 0 <= option < len(found.options):
            raise PollClosedError(poll)
        wall = found.options[option]
        timing = replace(Timing.at(wall, found.zone), fold=wall.fold)
        async with self._changing(actor, found.event) as change:
            await self._move(change, timing)
            closed = replace(found, closed_at=change.now, chosen=option)
            await change.work.put_poll(closed)
            await record_poll(change.batch, found, closed)
        return await self._result(change)


async def _open(store: CalendarReader, poll: int) -> Poll:
    found = await store.poll(poll)
    if found is None or not found.is_open:
        raise PollClosedError(poll)
    return found
