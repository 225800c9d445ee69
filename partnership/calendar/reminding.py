"""What a person does with a reminder that came: puts it off, or says that they saw it."""

from dataclasses import replace
from datetime import datetime

from partnership.access import Action, User
from partnership.calendar.base import CalendarBase
from partnership.calendar.times import wall_of
from partnership.errors import NotPermittedError, WrongValueError
from partnership.reminders import rules
from partnership.reminders.model import Recipient, RecipientKind, Reminder, ReminderState, key_of


class Reminding(CalendarBase):
    """The buttons under a personal reminder."""

    __slots__ = ()

    async def plan_anew(self) -> None:
        """Plan all reminders anew: once a day, and when groups or people come or go."""
        await self.planner.roll(self.batches.store)

    async def snooze(self, user: User, reminder: Reminder, until: datetime) -> Reminder:
        """Remind once more at `until`, of this occurrence only.

        Raises WrongValueError where that is past, or after the end of what it is about.
        """
        _require_own(user, reminder)
        async with self.batches.open(user.id) as batch:
            due = until.replace(microsecond=0)
            if not batch.at < due < reminder.ends_at:
                raise WrongValueError("until", until.isoformat(), "too_late")
            rule = f"{rules.SNOOZE}:{due:%Y%m%dT%H%M%SZ}"
            again = replace(
                _fresh(reminder),
                key=key_of(
                    reminder.subject_kind,
                    reminder.subject,
                    reminder.occurrence,
                    reminder.recipient,
                    rule,
                ),
                rule=rule,
                due_at=due,
                wall=wall_of(due, reminder.zone),
            )
            await self.store.within(batch.work).put_reminders([again])
        return again

    async def acknowledge(self, user: User, reminder: Reminder) -> None:
        """The person saw it: no deputy is asked in their place.

        That they saw it is kept by the store of reminders, which knows what was sent.
        """
        _require_own(user, reminder)
        async with self.batches.open(user.id) as batch:
            work = self.store.within(batch.work)
            rows = await work.reminders_of(reminder.subject_kind, reminder.subject)
            rule = rules.escalation(user.id)
            keys = [
                row.key
                for row in rows
                if row.rule == rule and row.occurrence == reminder.occurrence
            ]
            await work.cancel_reminders(keys, "acknowledged")


def _fresh(reminder: Reminder) -> Reminder:
    return replace(
        reminder,
        id=0,
        state=ReminderState.PENDING,
        attempts=0,
        next_try_at=None,
        lease_until=None,
        lease_owner=None,
        sent_at=None,
        message_id=None,
        acknowledged_at=None,
        reason=None,
    )


def _require_own(user: User, reminder: Reminder) -> None:
    if reminder.recipient != Recipient(RecipientKind.USER, user.id):
        raise NotPermittedError(Action.READ)
