"""Which reminders a step with a due date needs, and whom they go to."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from partnership.calendar.times import HOME_ZONE, instant, wall_of
from partnership.reminders import rules
from partnership.reminders.audience import Addressee
from partnership.reminders.model import Recipient, Reminder, SubjectKind, key_of
from partnership.reminders.plan import Plan
from partnership.steps import Step, StepKind

NAGGED = frozenset({StepKind.ACTION, StepKind.AWAIT_REPLY})
"""Only what somebody was asked to do once is nagged (domain document, 1.7)."""
OVERDUE_DAYS = (1, 7)
KEPT = timedelta(days=30)
"""How long a word about something overdue is worth sending."""


def plan_step_reminders(
    step: Step, addressees: Iterable[Addressee], now: datetime, zone: str = HOME_ZONE
) -> Plan:
    """Reminders at 09:00 before the due date to the doers, and after it to the controllers.

    A controller is an addressee that coordinates. Of a milestone only the result is asked.
    """
    if not step.is_open or step.due is None:
        return Plan()
    rows = [row for who in addressees for row in _rows(step, step.due, who, zone)]
    return Plan(
        wanted=tuple(row for row in rows if row.due_at >= now),
        standing=frozenset(row.key for row in rows),
    )


def _rows(step: Step, due: date, who: Addressee, zone: str) -> Iterator[Reminder]:
    if step.kind in NAGGED and who.attends:
        over = _morning(due + timedelta(days=1), zone, time(0))
        for offset in dict.fromkeys(who.settings.offsets_for_steps()):
            day = due - timedelta(days=offset.days)
            yield _row(step, who.recipient, rules.step_rule(offset), day, over, zone)
    if step.kind in NAGGED and who.coordinates:
        for days, rule in zip(OVERDUE_DAYS, rules.STEP_OVERDUE, strict=True):
            yield _after(step, who.recipient, rule, due + timedelta(days=days), zone)
    if step.kind == StepKind.MILESTONE and who.coordinates:
        yield _after(step, who.recipient, rules.STEP_OUTCOME, due + timedelta(days=1), zone)


def _after(step: Step, recipient: Recipient, rule: str, day: date, zone: str) -> Reminder:
    return _row(step, recipient, rule, day, _morning(day, zone) + KEPT, zone)


def _row(
    step: Step, recipient: Recipient, rule: str, day: date, ends: datetime, zone: str
) -> Reminder:
    about = instant(datetime.combine(step.due or day, time(0)), zone)
    due = _morning(day, zone)
    return Reminder(
        key=key_of(SubjectKind.STEP, step.key, about, recipient, rule),
        subject_kind=SubjectKind.STEP,
        subject=step.key,
        occurrence=about,
        recipient=recipient,
        rule=rule,
        due_at=due,
        ends_at=ends,
        wall=wall_of(due, zone),
        zone=zone,
    )


def _morning(day: date, zone: str, hour: time = rules.MORNING) -> datetime:
    return instant(datetime.combine(day, hour), zone)
