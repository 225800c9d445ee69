"""One reminder a day of the lines that are due, to those who coordinate the event."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from partnership.calendar.times import instant, wall_of, zone_of
from partnership.checklists.model import ChecklistLine
from partnership.events import CALLED_OFF, Event, EventState
from partnership.reminders import rules
from partnership.reminders.audience import Addressee
from partnership.reminders.event_plan import NOT_AGREED
from partnership.reminders.model import Reminder, SubjectKind, key_of
from partnership.reminders.plan import Plan

KEPT = timedelta(days=3)
SILENT = NOT_AGREED | CALLED_OFF | {EventState.CLOSED}
"""States in which no line is asked for; after a visit its follow-up still is."""


def plan_checklist_reminders(
    event: Event, lines: Iterable[ChecklistLine], addressees: Iterable[Addressee], now: datetime
) -> Plan:
    """At 09:00 of each day on which something is due; the lines are read when it is sent.

    What was late from the start is not nagged about: it is shown in the card.
    """
    if event.state in SILENT:
        return Plan()
    zone = zone_of(event)
    days = sorted({line.due_on for line in lines if line.is_open and line.due_on is not None})
    rows = []
    for day in days:
        midnight = instant(datetime.combine(day, time(0)), zone)
        due = instant(datetime.combine(day, rules.MORNING), zone)
        for who in addressees:
            if who.coordinates:
                kind, rule = SubjectKind.CHECKLIST, rules.CHECKLIST
                rows.append(
                    Reminder(
                        key=key_of(kind, event.key, midnight, who.recipient, rule),
                        subject_kind=kind,
                        subject=event.key,
                        occurrence=midnight,
                        recipient=who.recipient,
                        rule=rule,
                        due_at=due,
                        ends_at=due + KEPT,
                        wall=wall_of(due, zone),
                        zone=zone,
                    )
                )
    return Plan(
        wanted=tuple(row for row in rows if row.due_at >= now),
        standing=frozenset(row.key for row in rows),
    )
