"""Planning anew, in the transaction of each change that concerns a reminder."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from partnership.batch import Batch
from partnership.calendar.series import occurrences
from partnership.calendar.stores import CalendarReader, CalendarStore, CalendarWork
from partnership.changes import Change, ChangeKind
from partnership.checklists.instantiate import reschedule
from partnership.checklists.model import ChecklistLine, Template, TemplateCode
from partnership.checklists.reminders import plan_checklist_reminders
from partnership.clock import Clock
from partnership.entities import Kind
from partnership.events import Event
from partnership.reminders.audience import Addressee
from partnership.reminders.digests import DigestKind, plan_digests, usual_readers, wanted_digests
from partnership.reminders.event_plan import LOOKING_BACK, EventFacts, plan_reminders
from partnership.reminders.finding_people import People
from partnership.reminders.letter_plan import plan_letter_reminders
from partnership.reminders.model import Recipient, RecipientKind, SubjectKind
from partnership.reminders.plan import Plan, replan
from partnership.reminders.rules import MINUTES_AFTER
from partnership.reminders.settings import settings_of
from partnership.reminders.step_plan import plan_step_reminders
from partnership.stores import RegistryStore

HORIZON = timedelta(days=45)
"""Occurrences of a series are planned so far ahead; `roll` moves the horizon once a day."""
FAR = timedelta(days=3653)
TIMES = frozenset({"planned", "actual", "zone", "series", "state", "fold"})
"""Fields after whose change somebody may need a reminder at once."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Keeps the rows of reminders in step with events, steps, letters and subscriptions.

    `follow` is joined to every batch (`Batches.followers`), so that no way of changing an
    event can forget its reminders: commands, edits, imports, taking back.
    """

    store: CalendarStore
    people: People
    clock: Clock
    templates: dict[TemplateCode, Template]
    minutes_after: timedelta = MINUTES_AFTER
    """How long after a meeting missing minutes are asked for again."""

    async def follow(self, batch: Batch) -> None:
        """Plan anew what the batch changed."""
        work = self.store.within(batch.work)
        for key, changes in _by_record(batch.changes, Kind.EVENT).items():
            late = not batch.id.startswith("import-") and any(_moves(each) for each in changes)
            await self.plan_event(work, key, catch_up=late)
        for key in _events_of_minutes(batch.changes):
            await self.plan_event(work, key)
        for key in _by_record(batch.changes, Kind.STEP):
            await self.plan_step(work, key)
        for key in _by_record(batch.changes, Kind.LETTER):
            await self.plan_letter(work, key)

    async def plan_event(self, work: CalendarWork, key: str, *, catch_up: bool = False) -> None:
        """Plan the reminders of an event and of its checklists anew."""
        event, now = await work.event(key), self._now()
        if event is None:
            await self._cancel(work, key)
            return
        lines = await self._rescheduled(work, event)
        ahead = occurrences(event, now - LOOKING_BACK, now + _horizon(event))
        arrangement, people = await work.arrangement(key), list[Addressee]()
        if ahead or any(line.is_open for line in lines):
            answers = await work.attendance(key)
            settings = await work.settings()
            people = await self.people.of_event(event, arrangement, answers, settings)
        facts = EventFacts(
            offsets=arrangement.offsets,
            has_link=arrangement.link is not None,
            has_minutes=await work.has_minutes(key),
            minutes_after=self.minutes_after,
        )
        plan = plan_reminders(event, ahead, people, now, facts=facts, catch_up=catch_up)
        await self._apply(work, SubjectKind.EVENT, key, plan, now)
        due = plan_checklist_reminders(event, lines, people, now)
        await self._apply(work, SubjectKind.CHECKLIST, key, due, now)

    async def plan_step(self, work: CalendarWork, key: str) -> None:
        """Plan the reminders of a step anew."""
        step, now = await work.step(key), self._now()
        plan = Plan()
        if step is not None:
            people = await self.people.of_step(step, await work.settings())
            plan = plan_step_reminders(step, people, now)
        await self._apply(work, SubjectKind.STEP, key, plan, now)

    async def plan_letter(self, work: CalendarWork, key: str) -> None:
        """Plan the questions about a letter without a reply anew."""
        letter, now, plan = await work.letter(key), self._now(), Plan()
        partnership = self.people.registry.partnerships.get(letter.partnership) if letter else None
        if letter is not None and partnership is not None:
            communities, settings = frozenset({partnership.home}), await work.settings()
            people = await self.people.coordinators(communities, settings)
            plan = plan_letter_reminders(letter, people, now)
        await self._apply(work, SubjectKind.LETTER, key, plan, now)

    async def plan_digests(self, work: CalendarWork) -> None:
        """Plan the next digests of all who subscribed, or did not refuse what is usual."""
        wanted, now = await self.digests_in(work), self._now()
        settings = await work.settings()
        quiet = {each: settings_of(settings, each).quiet for each in wanted}
        for kind in DigestKind:
            subscribed = {each: quiet[each] for each, kinds in wanted.items() if kind in kinds}
            plan = plan_digests(kind, subscribed, now)
            await self._apply(work, SubjectKind.DIGEST, kind, plan, now)

    async def digests_in(self, calendar: CalendarReader) -> dict[Recipient, frozenset[DigestKind]]:
        """Who gets which digests, those included who get some without asking.

        Somebody who lost access gets none, whatever they subscribed to.
        """
        users, groups = await self.people.users(), self.people.membership.groups.all()
        subscribed = [
            each
            for each in await calendar.subscriptions()
            if each.recipient.kind is RecipientKind.CHAT or each.recipient.id in users
        ]
        return wanted_digests(subscribed, usual_readers(users.values(), groups))

    async def roll(self, registry: RegistryStore) -> None:
        """Plan everything anew: once a day and at the start, and when groups or people change.

        Each subject has a transaction of its own, so that others may write in between.
        """
        for key in await self.store.planned_events():
            async with registry.transaction() as work:
                await self.plan_event(self.store.within(work), key)
        for key in await self.store.open_steps():
            async with registry.transaction() as work:
                await self.plan_step(self.store.within(work), key)
        for key in await self.store.awaited_letters():
            async with registry.transaction() as work:
                await self.plan_letter(self.store.within(work), key)
        async with registry.transaction() as work:
            await self.plan_digests(self.store.within(work))

    async def _rescheduled(self, work: CalendarWork, event: Event) -> list[ChecklistLine]:
        """The lines of its checklists, with due dates that follow from where it is now."""
        lines = await work.checklist(event.key)
        moved = {line.line: line for line in reschedule(lines, self.templates, event)}
        if moved:
            await work.put_lines(moved.values())
        return [moved.get(line.line, line) for line in lines]

    async def _apply(
        self, work: CalendarWork, kind: SubjectKind, subject: str, plan: Plan, now: datetime
    ) -> None:
        changed = replan(await work.reminders_of(kind, subject), plan, now)
        if changed.to_cancel:
            await work.cancel_reminders(changed.to_cancel, "replanned")
        if changed.to_add:
            await work.put_reminders(changed.to_add)

    async def _cancel(self, work: CalendarWork, key: str) -> None:
        for kind in (SubjectKind.EVENT, SubjectKind.CHECKLIST):
            await self._apply(work, kind, key, Plan(), self._now())

    def _now(self) -> datetime:
        return self.clock.now().replace(microsecond=0)


def _horizon(event: Event) -> timedelta:
    return FAR if event.series is None else HORIZON


def _by_record(changes: Iterable[Change], kind: Kind) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for change in changes:
        if change.kind == kind:
            found.setdefault(change.entity, []).append(change)
    return found


def _events_of_minutes(changes: Iterable[Change]) -> set[str]:
    """Keys of events whose minutes came or went."""
    minutes = (each for each in changes if each.kind == Kind.MINUTES and each.field is None)
    return {(each.new or each.old)["event"] for each in minutes}


def _moves(change: Change) -> bool:
    return change.what == ChangeKind.CREATED or change.field in TIMES
