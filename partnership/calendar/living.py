"""The life of an event: states, interruptions, what was held and what came of it."""

from dataclasses import replace
from datetime import date, datetime

from partnership.access import User
from partnership.bilingual import Bilingual
from partnership.calendar.base import CalendarBase, Changed, Changing
from partnership.calendar.embargo import under_embargo
from partnership.calendar.lifecycle import Life, life_of
from partnership.calendar.series import with_change
from partnership.calendar.timing import Timing
from partnership.entities import Kind
from partnership.errors import NotFoundError
from partnership.event_parts import Interruption, InterruptionCause, OfficialOrder
from partnership.events import AHEAD, TOOK_PLACE, Event, EventFormat, EventState, Span
from partnership.identifiers import MAX_LENGTH

INTERRUPTED = "event_interrupted"
RESUMED = "event_resumed"
ENDS = {
    Life.MEETING: EventState.HELD,
    Life.OUTGOING_VISIT: EventState.RETURNED,
    Life.INCOMING_VISIT: EventState.COMPLETED,
}
"""The state that says that it took place."""


class Living(CalendarBase):
    """What happens to an event besides being moved."""

    __slots__ = ()

    async def set_state(
        self, actor: User, key: str, state: EventState, *, reason: str | None = None
    ) -> Changed:
        """Go on to a state. Raises StateRefusedError with what is missing."""
        async with self._changing(actor, key, reason) as change:
            await self._check_state(change, state, reason)
            await change.save(replace(change.event, state=state))
            await self._lift_embargo(change)
        return await self._result(change)

    async def interrupt(
        self, actor: User, key: str, cause: InterruptionCause, item: str | None = None
    ) -> Changed:
        """A meeting stops: an alert, a power cut. The time and the item of the agenda are kept."""
        async with self._changing(actor, key) as change:
            await self._begin(change)
            await self._check_state(change, EventState.INTERRUPTED)
            stopped = Interruption(at=change.now.replace(microsecond=0), cause=cause, item=item)
            state = EventState.INTERRUPTED
            await change.save(replace(change.event, state=state, interruption=stopped))
            await self._announce(change, INTERRUPTED, cause=cause.value, item=item)
        return await self._result(change)

    async def resume(self, actor: User, key: str) -> Changed:
        """The meeting goes on; why it stopped stays on record."""
        async with self._changing(actor, key) as change:
            await self._check_state(change, EventState.RUNNING)
            await change.save(replace(change.event, state=EventState.RUNNING))
            await self._announce(change, RESUMED)
        return await self._result(change)

    async def hold(
        self,
        actor: User,
        key: str,
        outcomes: tuple[Bilingual, ...] = (),
        *,
        timing: Timing | None = None,
        occurrence: datetime | None = None,
    ) -> Changed:
        """It took place, as planned or at `timing`, with these outcomes.

        Of a series one occurrence is recorded (`occurrence` is its wall time by the rule): it
        becomes an event of its own, and the series goes on.
        """
        async with self._changing(actor, key) as change:
            if change.event.series is not None and occurrence is not None:
                await self._take_out(change, occurrence)
            if change.event.state not in TOOK_PLACE:
                await self._check_state(change, ENDS[life_of(change.event)])
            await change.save(_held(change.event, outcomes, timing))
            await self._lift_embargo(change)
        return await self._result(change)

    async def waive_minutes(self, actor: User, key: str, reason: str) -> Changed:
        """No minutes are needed, and why; the event may be closed then."""
        async with self._changing(actor, key, reason) as change:
            await change.save(replace(change.event, minutes_waived=reason))
        return await self._result(change)

    async def set_whereabouts(
        self,
        actor: User,
        key: str,
        *,
        format: EventFormat | None = None,  # noqa: A002 - as the event calls it
        place: str | None = None,
    ) -> Changed:
        """How or where it took place, recorded afterwards. Raises NotFoundError for the place."""
        if place is not None and place not in self.registry.places:
            raise NotFoundError(Kind.PLACE, place)
        async with self._changing(actor, key) as change:
            known = change.event
            new = replace(known, format=format or known.format, place=place or known.place)
            await change.save(new)
        return await self._result(change)

    async def set_order(self, actor: User, key: str, number: str, issued_on: date) -> Changed:
        """The order on the trip or on the reception was issued."""
        async with self._changing(actor, key) as change:
            order = OfficialOrder(number=number, issued_on=issued_on)
            await change.save(replace(change.event, order=order))
        return await self._result(change)

    async def set_reserve_date(self, actor: User, key: str, day: date | None) -> Changed:
        """The day agreed in case the planned one fails."""
        async with self._changing(actor, key) as change:
            await change.save(replace(change.event, reserve_date=day))
        return await self._result(change)

    async def _lift_embargo(self, change: Changing) -> None:
        """Once a visit has ended its parts are no secret any more."""
        if change.event.state in TOOK_PLACE and not under_embargo(change.event):
            for part in await change.work.parts_of(change.event.key):
                await change.batch.save(replace(part, embargoed=False), part)

    async def _begin(self, change: Changing) -> None:
        """Who interrupts a meeting that nobody opened in the bot has held it until then."""
        if change.event.state in AHEAD:
            await self._check_state(change, EventState.RUNNING)
            await change.save(replace(change.event, state=EventState.RUNNING))

    async def _take_out(self, change: Changing, occurrence: datetime) -> None:
        """Make one occurrence an event of its own, which the rest of the command is about."""
        series = change.event
        await change.save(with_change(series, occurrence, None))
        suffix = f"-{occurrence:%Y%m%d}"
        single = replace(
            series,
            id=0,
            key=series.key[: MAX_LENGTH - len(suffix)].rstrip("-") + suffix,
            parent=series.key,
            series=None,
            revision=0,
            planned=_on(series.planned, occurrence),
        )
        change.before = await change.batch.save(single)
        change.event = change.before


def _held(event: Event, outcomes: tuple[Bilingual, ...], timing: Timing | None) -> Event:
    actual = timing.span if timing is not None else event.planned
    return replace(
        event,
        state=event.state if event.state in TOOK_PLACE else ENDS[life_of(event)],
        actual=event.actual if event.actual.start and timing is None else actual,
        outcomes=(*event.outcomes, *outcomes),
        outcome_known=True,
    )


def _on(planned: Span, wall: datetime) -> Span:
    """The hours of a series on the day of one occurrence."""
    first = planned.start or wall.date()
    days = (planned.end or first) - first
    return replace(planned, start=wall.date(), end=wall.date() + days)
