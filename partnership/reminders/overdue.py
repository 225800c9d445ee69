"""What is overdue: of several reminders about one thing, the latest says it all."""

from collections.abc import Hashable, Iterable
from datetime import datetime

from partnership.reminders import rules
from partnership.reminders.model import Reminder, SubjectKind

SUPERSEDED = "superseded"
"""Why a reminder was called off: a later one about the same thing is sent instead."""

_SAME = {
    rules.SUMMARY_SOON: "summary",
    rules.SUMMARY_NEXT_DAY: "summary",
    rules.MINUTES_NEXT_DAY: "minutes",
    rules.MINUTES_LATE: "minutes",
    rules.OUTCOME_SOON: "outcome",
    rules.OUTCOME_NEXT_DAY: "outcome",
    **dict.fromkeys(rules.STEP_OVERDUE, "step overdue"),
}
"""Rules that ask the same question once more."""


def superseded(rows: Iterable[Reminder]) -> list[Reminder]:
    """Open rows after which another about the same thing was due as well, or was sent already.

    `rows` have come due, all of them; those that were cancelled or failed stand for nothing.
    """
    standing = [row for row in rows if row.is_open or row.sent_at is not None]
    latest: dict[Hashable, Reminder] = {}
    for row in sorted(standing, key=_age):
        latest[_matter(row)] = row
    return [row for row in standing if row.is_open and row.id != latest[_matter(row)].id]


def _age(row: Reminder) -> tuple[datetime, int]:
    return row.due_at, row.id


def _matter(row: Reminder) -> Hashable:
    """What a reminder says, and to whom, whenever it says it."""
    # A letter is nagged about on several days, and each day stands in the row as its occurrence.
    occurrence = None if row.subject_kind is SubjectKind.LETTER else row.occurrence
    return row.subject_kind, row.subject, occurrence, row.recipient, _saying(row.rule)


def _saying(rule: str) -> str:
    if rules.is_call(rule) or rules.is_snooze(rule) or rule == rules.IMMEDIATE:
        return "call"
    if rule.startswith(("step:-", "letter:")):
        return rule.partition(":")[0]
    return _SAME.get(rule, rule)
