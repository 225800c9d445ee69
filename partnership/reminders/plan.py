"""A plan of reminders, and what must change in the rows for it to hold."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from partnership.calendar.times import wall_of
from partnership.reminders.model import Recipient, Reminder, ReminderState
from partnership.reminders.rules import IMMEDIATE, is_call, is_snooze

STAYS_CANCELLED = frozenset({"acknowledged", "by_hand"})
"""Reasons for which a cancelled reminder is not brought back by planning anew."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What should be sent about one subject.

    `wanted` are reminders still to come; `standing` are the keys that hold, those of past due
    times included: such a row, if still open, waits for the sender and must not be dropped.
    """

    wanted: tuple[Reminder, ...] = ()
    standing: frozenset[str] = frozenset()
    starts: frozenset[datetime] = frozenset()
    """Starts of the occurrences planned for: a snooze holds while its occurrence does."""
    recipients: frozenset[Recipient] = frozenset()


@dataclass(frozen=True, slots=True)
class Replanned:
    """Rows to write (new ones, and known ones with new times), and keys to cancel."""

    to_add: tuple[Reminder, ...] = ()
    to_cancel: tuple[str, ...] = ()


def replan(existing: Iterable[Reminder], plan: Plan, now: datetime) -> Replanned:
    """How the rows of a subject become its plan.

    `existing` are all its rows, ended ones too: what was sent is not sent again, what a former
    plan cancelled comes back, who was reminded before is not reminded «at once». Doing it twice
    changes nothing the second time.
    """
    rows = {row.key: row for row in existing}
    served = {
        (row.recipient, row.occurrence)
        for row in rows.values()
        if is_call(row.rule) and row.key in plan.standing and _reaches(row)
    }
    wanted = {
        each.key: each
        for each in plan.wanted
        if each.rule != IMMEDIATE or (each.recipient, each.occurrence) not in served
    }
    added = [each for key, each in wanted.items() if _is_news(rows.get(key), each)]
    hurried, cancelled = [], []
    for key, row in rows.items():
        if not row.is_open or key in wanted:
            continue
        if not _stands(row, plan):
            cancelled.append(key)
        elif row.due_at > now and row.rule != IMMEDIATE and not is_snooze(row.rule):
            hurried.append(replace(row, due_at=now, wall=wall_of(now, row.zone)))
    again = [_pending(row) for row in rows.values() if _comes_back(row, plan, now)]
    return Replanned((*added, *hurried, *again), tuple(cancelled))


def _is_news(row: Reminder | None, wanted: Reminder) -> bool:
    if row is None:
        return True
    if row.state == ReminderState.CANCELLED:
        return row.reason not in STAYS_CANCELLED
    return row.is_open and (row.due_at, row.ends_at) != (wanted.due_at, wanted.ends_at)


def _comes_back(row: Reminder, plan: Plan, now: datetime) -> bool:
    """A snooze that a former plan cancelled: its occurrence is where it was again."""
    cancelled = row.state == ReminderState.CANCELLED and row.reason not in STAYS_CANCELLED
    return cancelled and is_snooze(row.rule) and row.due_at > now and _stands(row, plan)


def _pending(row: Reminder) -> Reminder:
    return replace(row, state=ReminderState.PENDING, reason=None)


def _reaches(row: Reminder) -> bool:
    """Whether somebody got this reminder, or is about to."""
    return row.is_open or row.sent_at is not None


def _stands(row: Reminder, plan: Plan) -> bool:
    if is_snooze(row.rule):
        return row.occurrence in plan.starts and row.recipient in plan.recipients
    return row.key in plan.standing
