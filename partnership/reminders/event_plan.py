"""Which reminders an event needs: a pure function of the event, its addressees and the clock."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from partnership.calendar.embargo import under_embargo
from partnership.calendar.series import Occurrence
from partnership.calendar.times import instant, is_online, wall_of, zone_of
from partnership.events import (
    AHEAD,
    MEETINGS,
    MILESTONES,
    TOOK_PLACE,
    UNDER_WAY,
    VISITS,
    Event,
    EventState,
)
from partnership.reminders import rules
from partnership.reminders.audience import Addressee
from partnership.reminders.model import Priority, Recipient, Reminder, SubjectKind, key_of
from partnership.reminders.offsets import Offset, at_time
from partnership.reminders.plan import Plan

NOT_AGREED = frozenset({EventState.IDEA, EventState.DATES_PROPOSED, EventState.POSTPONED})
REMINDED = (AHEAD | UNDER_WAY) - NOT_AGREED
"""States in which people are reminded: what is only an idea, or is over, is left alone."""
LOOKING_BACK = rules.ASKED_UNTIL + timedelta(days=2)
"""Occurrences that are over no longer than this are planned for too: a question about the
summary that waits for the sender must not be dropped by planning anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """What planning must know of an event besides the event itself."""

    offsets: tuple[Offset, ...] | None = None
    """Set for this event alone; None leaves the choice to each recipient."""
    has_link: bool = False
    has_minutes: bool = False
    minutes_after: timedelta = rules.MINUTES_AFTER
    """How long after the end missing minutes are asked for again."""


def plan_reminders(
    event: Event,
    occurrences: Sequence[Occurrence],
    addressees: Iterable[Addressee],
    now: datetime,
    *,
    facts: EventFacts | None = None,
    catch_up: bool = False,
) -> Plan:
    """The reminders of an event, none of them due in the past.

    Offsets that are past already are skipped. With `catch_up` (the event is new, or was moved)
    somebody who would get none at all before an occurrence gets one at once.
    """
    wants_minutes = _wants_minutes(event, facts or EventFacts())
    if event.state not in REMINDED and not wants_minutes:
        return Plan()
    people = list(addressees)
    planner = _Planner(event, facts or EventFacts(), now)
    rows = [
        row
        for occurrence in occurrences
        for who in people
        for row in (
            planner.minutes(occurrence, who)
            if wants_minutes
            else planner.rows(occurrence, who, catch_up=catch_up)
        )
    ]
    return Plan(
        wanted=tuple(row for row in rows if row.due_at >= now),
        standing=frozenset(row.key for row in rows),
        starts=frozenset(occurrence.starts_at for occurrence in occurrences),
        recipients=frozenset(who.recipient for who in people if who.attends),
    )


def _wants_minutes(event: Event, facts: EventFacts) -> bool:
    """Whether it was a meeting that took place, and nobody wrote or waived its minutes."""
    held = event.state in TOOK_PLACE - {EventState.CLOSED} and event.kind in MEETINGS
    return held and not facts.has_minutes and event.minutes_waived is None


@dataclass(frozen=True, slots=True)
class _Planner:
    event: Event
    facts: EventFacts
    now: datetime

    def rows(self, at: Occurrence, who: Addressee, *, catch_up: bool) -> Iterator[Reminder]:
        """Everything for one recipient about one occurrence, past due times included."""
        if who.comes_to(at.starts_at):
            coming = [*self._before(at, who), *self._programme(at, who)]
            yield from coming
            late = catch_up and not any(row.due_at >= self.now for row in coming)
            yield self._at_once(at, who, wanted=late)
            yield from self._to_deputy(at, who)
        if who.coordinates:
            yield from self._questions(at, who)

    def minutes(self, at: Occurrence, who: Addressee) -> Iterator[Reminder]:
        """What a coordinator is asked once it took place: the minutes, the next day and later."""
        if not who.coordinates:
            return
        last = wall_of(at.ends_at - timedelta(seconds=1), self._zone)
        later = max(self.facts.minutes_after, timedelta(days=2))
        asked = ((rules.MINUTES_NEXT_DAY, timedelta(days=1)), (rules.MINUTES_LATE, later))
        for rule, after in asked:
            due = instant(at_time(last + after, rules.MORNING), self._zone)
            yield self._row(at, who.recipient, rule, due, due + rules.ASKED_UNTIL)

    def _before(self, at: Occurrence, who: Addressee) -> Iterator[Reminder]:
        """By offsets. Whoever may not know the hour gets no hint of it: the morning will do."""
        by_day = self.event.all_day or self._hidden(who)
        for offset in dict.fromkeys(who.settings.offsets_for(self.event, self.facts.offsets)):
            if offset.minutes and by_day:
                continue
            due = offset.before(at.starts_at, self._zone, all_day=by_day)
            imminent = 0 < offset.minutes <= rules.IMMINENT_MINUTES
            yield self._row(
                at,
                who.recipient,
                rules.event_rule(offset),
                due if imminent else who.settings.quiet.before(due),
                at.ends_at,
                Priority.IMMINENT if imminent else Priority.USUAL,
            )

    def _programme(self, at: Occurrence, who: Addressee) -> Iterator[Reminder]:
        """The programme of each day of a visit, at 08:00 of that day."""
        if self.event.kind not in VISITS or self._hidden(who):
            return
        first = wall_of(at.starts_at, self._zone)
        days = sorted({item.day for item in self.event.programme}) or [first.date()]
        for day in days:
            midnight = datetime.combine(day, datetime.min.time())
            due = instant(at_time(midnight, rules.PROGRAMME_AT), self._zone)
            ends = instant(midnight + timedelta(days=1), self._zone)
            about = Occurrence(instant(midnight, self._zone), ends, midnight)
            yield self._row(about, who.recipient, rules.DAY_PROGRAMME, due, ends)

    def _at_once(self, at: Occurrence, who: Addressee, *, wanted: bool) -> Reminder:
        """The one reminder of an event planned too late for others; else only its key matters."""
        soon = who.settings.quiet.after(self.now)
        due = soon if soon < at.starts_at else self.now
        before = self.now - timedelta(seconds=1)
        use = wanted and at.starts_at > self.now
        return self._row(at, who.recipient, rules.IMMEDIATE, due if use else before, at.ends_at)

    def _to_deputy(self, at: Occurrence, who: Addressee) -> Iterator[Reminder]:
        if who.deputy is not None and not (self.event.all_day or self._hidden(who)):
            due = at.starts_at - rules.ESCALATION_BEFORE
            rule = rules.escalation(who.recipient.id)
            yield self._row(at, who.deputy, rule, due, at.ends_at, Priority.IMMINENT)

    def _questions(self, at: Occurrence, who: Addressee) -> Iterator[Reminder]:
        """What a coordinator is asked: the missing link, and afterwards the summary or result."""
        quiet = who.settings.quiet
        if is_online(self.event) and not self.facts.has_link:
            day_before = Offset(days=1).before(at.starts_at, self._zone, all_day=self.event.all_day)
            due = quiet.before(day_before)
            yield self._row(at, who.recipient, rules.MISSING_LINK, due, at.starts_at)
        milestone = self.event.kind in MILESTONES
        if not self.event.all_day:
            rule = rules.OUTCOME_SOON if milestone else rules.SUMMARY_SOON
            due = quiet.after(at.ends_at + rules.SUMMARY_AFTER)
            yield self._row(at, who.recipient, rule, due, due + rules.ASKED_UNTIL)
        rule = rules.OUTCOME_NEXT_DAY if milestone else rules.SUMMARY_NEXT_DAY
        last = wall_of(at.ends_at - timedelta(seconds=1), self._zone)
        due = instant(at_time(last + timedelta(days=1), rules.MORNING), self._zone)
        yield self._row(at, who.recipient, rule, due, due + rules.ASKED_UNTIL)

    def _row(
        self,
        at: Occurrence,
        recipient: Recipient,
        rule: str,
        due: datetime,
        ends: datetime,
        priority: int = Priority.USUAL,
    ) -> Reminder:
        due = due.replace(microsecond=0)
        return Reminder(
            key=key_of(SubjectKind.EVENT, self.event.key, at.starts_at, recipient, rule),
            subject_kind=SubjectKind.EVENT,
            subject=self.event.key,
            occurrence=at.starts_at,
            recipient=recipient,
            rule=rule,
            due_at=due,
            ends_at=ends,
            wall=wall_of(due, self._zone),
            zone=self._zone,
            priority=priority,
        )

    def _hidden(self, who: Addressee) -> bool:
        return under_embargo(self.event) and not who.sees_embargoed

    @property
    def _zone(self) -> str:
        return zone_of(self.event)
