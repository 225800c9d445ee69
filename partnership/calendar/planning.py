"""Planning an event: a meeting, a visit, a signing, a series, or a part of a visit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from partnership.access import User
from partnership.batch import Batch
from partnership.bilingual import Bilingual
from partnership.calendar.arrangement import Arrangement
from partnership.calendar.base import CalendarBase, Changed, Changing
from partnership.calendar.belonging import parties_of
from partnership.calendar.meeting_links import find_link
from partnership.calendar.series import check_rule
from partnership.calendar.stores import CalendarWork
from partnership.calendar.times import wall_of, zone_of
from partnership.calendar.timing import Timing
from partnership.checklists.instantiate import instantiate
from partnership.checklists.templates import templates_for
from partnership.entities import Kind
from partnership.errors import NotFoundError, WrongValueError
from partnership.event_parts import Series
from partnership.events import (
    Event,
    EventFormat,
    EventKind,
    EventState,
    Participant,
    VisitDirection,
)
from partnership.identifiers import MAX_LENGTH

FORMATS = {
    EventKind.ONLINE_MEETING: EventFormat.ONLINE,
    EventKind.HYBRID_MEETING: EventFormat.HYBRID,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """What is known of an event to be planned; partnerships or a community must be named."""

    kind: EventKind
    timing: Timing
    partnerships: tuple[str, ...] = ()
    community: str | None = None
    title: Bilingual | None = None
    """None names it by its parties: «Коростень – Бурж»."""
    format: EventFormat | None = None
    place: str | None = None
    direction: VisitDirection | None = None
    parent: str | None = None
    embargoed: bool = False
    participants: tuple[Participant, ...] = ()
    facilitator: str | None = None
    funder: str | None = None
    link: str | None = None


class Planning(CalendarBase):
    """The commands /meeting and /visit."""

    __slots__ = ()

    async def plan(
        self, actor: User, new: NewEvent, *, past_is_fine: bool = False, checklists: bool = True
    ) -> Changed:
        """Plan an event, with its checklists and reminders.

        Without a day it is an idea, and stays one until it is moved to a day. Raises
        InThePastError, EndBeforeStartError, ClockSkippedError, ClockRepeatedError,
        NotFoundError, NotPermittedError, WrongValueError for a rule that cannot be read.
        """
        async with self.batches.open(actor.id) as batch:
            change = await self._plan(batch, actor, new, past_is_fine, checklists)
        return await self._result(change, new=True)

    async def _plan(
        self,
        batch: Batch,
        actor: User,
        new: NewEvent,
        past_is_fine: bool = False,
        checklists: bool = True,
    ) -> Changing:
        new = replace(new, timing=new.timing.in_zone())
        self._check(new)
        work = self.store.within(batch.work)
        new.timing.check(batch.at, past_is_fine=past_is_fine)
        draft = self.draft(new)
        self._require(actor, draft)
        event = await batch.save(replace(draft, key=await self._free_key(work, draft)))
        await self._arrange(work, event, actor, new.link)
        if checklists:
            await self._prepare(work, event, batch)
        return Changing(actor, batch, work, event, event)

    def _check(self, new: NewEvent) -> None:
        for partnership in new.partnerships:
            if partnership not in self.registry.partnerships:
                raise NotFoundError(Kind.PARTNERSHIP, partnership)
        if not new.partnerships and new.community not in self.registry.places:
            raise NotFoundError(Kind.PLACE, new.community or "")
        if new.timing.rule is not None:
            if new.timing.start is None:
                raise WrongValueError("series", new.timing.rule, "needs_start")
            try:
                check_rule(new.timing.rule, new.timing.start)
            except ValueError:
                raise WrongValueError("series", new.timing.rule) from None

    def draft(self, new: NewEvent) -> Event:
        """The event as it would be planned, to be shown before it is."""
        timing = new.timing
        draft = Event(
            key="new",
            kind=new.kind,
            title=new.title or Bilingual("—", "—"),
            state=EventState.PLANNED if timing.start else EventState.IDEA,
            planned=timing.span,
            zone=timing.zone,
            fold=timing.fold or 0,
            precision=timing.precision,
            partial_date=timing.partial,
            format=new.format or FORMATS.get(new.kind),
            partnerships=new.partnerships,
            community=new.community,
            parent=new.parent,
            embargoed=new.embargoed,
            place=new.place,
            direction=new.direction,
            participants=new.participants,
            facilitator=new.facilitator,
            funder=new.funder,
            series=Series(rule=timing.rule) if timing.rule else None,
        )
        return draft if new.title else replace(draft, title=self._title(draft))

    def _title(self, event: Event) -> Bilingual:
        """Its parties, as the press writes them: «Коростень – Бурж»."""
        names = [place.name for place in parties_of(event, self.registry)]
        return Bilingual(
            " – ".join(name.text("uk") for name in names) or "—",
            " – ".join(name.text("en") for name in names) or "—",
        )

    async def _free_key(self, work: CalendarWork, event: Event) -> str:
        for key in _keys(event):
            if await work.event(key) is None:
                return key
        raise AssertionError("keys never end")

    async def _arrange(
        self, work: CalendarWork, event: Event, actor: User, link: str | None
    ) -> None:
        found = find_link(link) if link else None
        url = found.url if found else None
        await work.put_arrangement(Arrangement(event=event.key, link=url, organiser=actor.id))

    async def _prepare(self, work: CalendarWork, event: Event, batch: Batch) -> None:
        """Copy the checklists that an event of this kind needs; a part of a visit needs none."""
        if event.parent is not None:
            return
        templates = self.planner.templates | await work.edited_templates()
        today = wall_of(batch.at, zone_of(event)).date()
        for code in templates_for(event):
            await work.put_lines(instantiate(templates[code], event, today))


def _keys(event: Event) -> Iterator[str]:
    """`ev-korosten-bourges-2024-06-25`, then with a number where that is taken."""
    owner = event.partnerships[0] if event.partnerships else event.community or "event"
    day = event.starts_on.isoformat() if event.starts_on else "undated"
    for number in count(1):
        suffix = f"-{day}" if number == 1 else f"-{day}-{number}"
        yield f"ev-{owner}"[: MAX_LENGTH - len(suffix)].rstrip("-") + suffix
