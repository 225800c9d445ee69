"""Of several overdue reminders about one thing, the latest says it all."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest

from partnership.reminders.model import Recipient, Reminder, ReminderState, SubjectKind
from partnership.reminders.overdue import superseded
from tests.support.clocks import MONDAY_MORNING as NOW
from tests.support.reminders import to_chat, to_user

DAY = timedelta(days=1)
NUMBERS = count(1)


def row(
    rule: str,
    due: datetime,
    *,
    to: Recipient | None = None,
    occurrence: datetime = NOW,
    kind: SubjectKind = SubjectKind.EVENT,
    state: ReminderState = ReminderState.PENDING,
) -> Reminder:
    number = next(NUMBERS)
    sent = state in {ReminderState.SENT, ReminderState.SENT_LATE}
    return Reminder(
        key=str(number),
        id=number,
        subject_kind=kind,
        subject="e",
        occurrence=occurrence,
        recipient=to or to_user(1),
        rule=rule,
        due_at=due,
        ends_at=NOW + 30 * DAY,
        wall=due.replace(tzinfo=None),
        zone="UTC",
        state=state,
        sent_at=due if sent else None,
    )


def rules(rows: list[Reminder]) -> list[str]:
    return [each.rule for each in rows]


@pytest.mark.parametrize(
    "said",
    [
        ["event:-7d", "event:-1d", "event:-60m"],
        ["event:now", "event:-1d"],
        ["event:-60m", "snooze:20260302T080000Z"],
        ["event:+30m:summary", "event:+1d:summary"],
        ["event:+30m:outcome", "event:+1d:outcome"],
        ["step:-7d", "step:-1d", "step:-0d"],
        ["step:+1d", "step:+7d"],
    ],
)
def test_only_the_latest_about_one_thing_is_left(said: list[str]) -> None:
    rows = [row(rule, NOW + n * DAY) for n, rule in enumerate(said)]
    assert rules(superseded(reversed(rows))) == said[-2::-1]


def test_the_questions_about_a_letter_are_one_although_each_has_its_own_day() -> None:
    days = [NOW, NOW + DAY, NOW + 2 * DAY]
    letters = [
        row(f"letter:+{n}w", day, occurrence=day, kind=SubjectKind.LETTER)
        for n, day in enumerate(days)
    ]
    assert superseded(letters) == letters[:2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (row("event:-1d", NOW), row("event:-1d", NOW + DAY, to=to_chat(-5))),
        (row("event:-1d", NOW), row("event:-1d", NOW + DAY, to=to_user(2))),
        (row("event:-1d", NOW), row("event:-1d", NOW + DAY, occurrence=NOW + 7 * DAY)),
        (row("event:-1d", NOW), row("event:-1d:link", NOW + DAY)),
        (row("event:-1d", NOW), row("event:-30m:escalation:1", NOW + DAY)),
        (row("event:-1d", NOW), row("visit:day-programme", NOW + DAY)),
        (row("event:-10m", NOW), row("event:+30m:summary", NOW + DAY)),
        (row("step:-0d", NOW), row("step:+1d", NOW + DAY)),
        (row("step:+1d", NOW), row("step:+1d:outcome", NOW + DAY)),
    ],
)
def test_whom_it_is_for_and_what_it_says_are_never_mixed(one: Reminder, other: Reminder) -> None:
    assert superseded([one, other]) == []


def test_what_was_sent_already_stands_for_what_is_older() -> None:
    late, sent = row("event:-7d", NOW), row("event:-1d", NOW + DAY, state=ReminderState.SENT)
    assert superseded([late, sent]) == [late]


@pytest.mark.parametrize("state", [ReminderState.CANCELLED, ReminderState.FAILED])
def test_what_reached_nobody_stands_for_nothing(state: ReminderState) -> None:
    late, ended = row("event:-7d", NOW), row("event:-1d", NOW + DAY, state=state)
    assert superseded([late, ended]) == []


def test_of_two_due_at_once_one_is_left() -> None:
    rows = [row("event:-1d", NOW), row("event:-2d", NOW)]
    assert len(superseded(rows)) == 1
    assert superseded([replace(rows[0])]) == []
