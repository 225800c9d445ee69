"""The programme of a visit, by day and hour, and the meetings that are part of it."""

from dataclasses import replace
from datetime import date, datetime, time

from partnership.access import User
from partnership.calendar.base import Changed, Changing
from partnership.calendar.embargo import under_embargo
from partnership.calendar.planning import NewEvent, Planning
from partnership.entities import Kind
from partnership.errors import NotFoundError, WrongValueError
from partnership.event_parts import ProgrammeItem
from partnership.events import VISITS, Event


class Visiting(Planning):
    """Programme items and child events of a visit."""

    __slots__ = ()

    async def add_item(self, actor: User, key: str, item: ProgrammeItem) -> Changed:
        """Add a line to the programme; raises WrongValueError outside the days of the visit."""
        async with self._changing(actor, key) as change:
            _check_day(change.event, item.day)
            items = sorted((*change.event.programme, item), key=_order)
            await change.save(replace(change.event, programme=tuple(items)))
        return await self._result(change)

    async def replace_item(
        self, actor: User, key: str, position: int, item: ProgrammeItem | None
    ) -> Changed:
        """Change the line at `position` (from 0, in order of time), or take it out (None)."""
        async with self._changing(actor, key) as change:
            items = list(change.event.programme)
            if not 0 <= position < len(items):
                raise WrongValueError("programme", str(position), "no_such_item")
            if item is None:
                del items[position]
            else:
                _check_day(change.event, item.day)
                items[position] = item
            await change.save(replace(change.event, programme=tuple(sorted(items, key=_order))))
        return await self._result(change)

    async def set_partnerships(
        self, actor: User, key: str, partnerships: tuple[str, ...]
    ) -> Changed:
        """Several partners in one visit; a title made of their names follows.

        Raises NotFoundError, and WrongValueError where none is left.
        """
        if not partnerships:
            raise WrongValueError("partnerships", "", "needs_one")
        for each in partnerships:
            if each not in self.registry.partnerships:
                raise NotFoundError(Kind.PARTNERSHIP, each)
        async with self._changing(actor, key) as change:
            event = change.event
            new = replace(event, partnerships=partnerships)
            named_by_parties = event.title == self._title(event)
            await change.save(replace(new, title=self._title(new)) if named_by_parties else new)
        return await self._result(change)

    async def plan_part(self, actor: User, visit: str, part: NewEvent) -> Changed:
        """Plan a meeting within a visit, of the visit's partnerships unless others are named.

        A part of an incoming visit is under embargo as the visit is.
        """
        async with self._changing(actor, visit) as change:
            whole = change.event
            partnerships = part.partnerships or whole.partnerships
            child = replace(
                part,
                parent=visit,
                partnerships=partnerships,
                community=whole.community,
                direction=whole.direction,
                embargoed=under_embargo(whole),
            )
            new: Changing = await self._plan(change.batch, actor, child)
        return await self._result(new, new=True)


def programme_on(event: Event, day: date) -> tuple[ProgrammeItem, ...]:
    """The lines of one day, in order of time."""
    return tuple(item for item in event.programme if item.day == day)


def _check_day(event: Event, day: date) -> None:
    first, last = event.starts_on, event.ends_on
    outside = first is not None and last is not None and not first <= day <= last
    if event.kind not in VISITS or outside:
        raise WrongValueError("programme", day.isoformat(), "outside_visit")


def _order(item: ProgrammeItem) -> datetime:
    return datetime.combine(item.day, item.start or time(0))
