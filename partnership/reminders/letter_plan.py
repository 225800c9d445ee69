"""When the coordinator is asked about a letter that nobody answered (domain document, 1.5)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from partnership.calendar.times import HOME_ZONE, instant, wall_of
from partnership.letters import Letter
from partnership.reminders import rules
from partnership.reminders.audience import Addressee
from partnership.reminders.model import Reminder, SubjectKind, key_of
from partnership.reminders.plan import Plan

WORKING_DAYS = (15, 25, 40)
"""After sending; the last one proposes to close the matter or to try another channel."""
SATURDAY = 5
KEPT = timedelta(days=30)


def plan_letter_reminders(
    letter: Letter, addressees: Iterable[Addressee], now: datetime, zone: str = HOME_ZONE
) -> Plan:
    """Three nudges at 09:00 to those who coordinate; where a day for the reply was set, the
    first comes on that day and the others as long after it as usual.

    A letter without a day of sending is not nagged about: nobody knows since when.
    """
    first = letter.reply_due_on or _later(letter.sent_on, WORKING_DAYS[0])
    if not letter.awaits_reply or first is None:
        return Plan()
    rows = [
        _row(letter, who, days, _later(first, days - WORKING_DAYS[0]) or first, zone)
        for who in addressees
        if who.coordinates
        for days in WORKING_DAYS
    ]
    return Plan(
        wanted=tuple(row for row in rows if row.due_at >= now),
        standing=frozenset(row.key for row in rows),
    )


def _later(day: date | None, working_days: int) -> date | None:
    """So many working days later; in Ukraine public holidays are such days at present."""
    if day is None:
        return None
    while working_days:
        day += timedelta(days=1)
        working_days -= day.weekday() < SATURDAY
    return day


def _row(letter: Letter, who: Addressee, days: int, day: date, zone: str) -> Reminder:
    due = instant(datetime.combine(day, rules.MORNING), zone)
    rule, kind = f"letter:+{days}w", SubjectKind.LETTER
    return Reminder(
        key=key_of(kind, letter.id, due, who.recipient, rule),
        subject_kind=kind,
        subject=letter.id,
        occurrence=due,
        recipient=who.recipient,
        rule=rule,
        due_at=due,
        ends_at=due + KEPT,
        wall=wall_of(due, zone),
        zone=zone,
    )
