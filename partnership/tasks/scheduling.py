"""Until when an action item is due: set, extended with a reason, and asked to be extended."""

from dataclasses import replace
from datetime import date

from partnership.access import User
from partnership.steps import Step, StepState
from partnership.tasks.base import TasksBase, kept, refuse_unless
from partnership.tasks.errors import TaskProblem
from partnership.tasks.telling import TaskNews


class Scheduling(TasksBase):
    """All raise NotPermittedError, RestrictedTextError."""

    __slots__ = ()

    async def set_due(self, actor: User, task: Step, day: date, reason: str | None = None) -> Step:
        """Say until when; a later day than the one before is an extension, with a reason.

        Raises TaskRefusedError: NOT_OPEN, PAST, NEEDS_REASON.
        """
        self.require_extend(actor, task)
        refuse_unless(day >= self.today, TaskProblem.PAST)
        async with self._changing(actor, task, reason) as change:
            before = change.task
            refuse_unless(before.is_open, TaskProblem.NOT_OPEN)
            extended = needs_reason(before, day)
            refuse_unless(bool(reason) or not extended, TaskProblem.NEEDS_REASON)
            dated = replace(before, due=day, due_text=None, asked_until=None, asked_why=None)
            # «Extended» leads back to work (domain document, 1.7).
            new = replace(dated, state=StepState.IN_PROGRESS) if extended else dated
            saved = await change.save(new)
            if saved.due != before.due:
                await self.telling.tell(
                    TaskNews.DUE_CHANGED, saved, change.batch, actor, change.batch.reason
                )
            return saved

    async def ask_extension(self, actor: User, task: Step, day: date, reason: str) -> Step:
        """A doer asks for a later day; the controllers hear of it and decide.

        Raises TaskRefusedError: NOT_OPEN, PAST, NOT_LATER, NEEDS_REASON.
        """
        self.require_report(actor, task)
        refuse_unless(day >= self.today, TaskProblem.PAST)
        refuse_unless(bool(reason.strip()), TaskProblem.NEEDS_REASON)
        async with self._changing(actor, task) as change:
            before = change.task
            refuse_unless(before.is_open, TaskProblem.NOT_OPEN)
            refuse_unless(before.due is None or day > before.due, TaskProblem.NOT_LATER)
            new = replace(before, asked_until=day, asked_why=kept(reason))
            saved = await change.save(new)
            if saved != before:
                await self.telling.tell(
                    TaskNews.EXTENSION_ASKED, saved, change.batch, actor, saved.asked_why
                )
            return saved

    async def grant_extension(self, actor: User, task: Step) -> Step:
        """The day that was asked for, with the reason that was given.

        Raises TaskRefusedError: NOTHING_ASKED, and as `set_due`.
        """
        present = await self.task(task.id)
        if present.asked_until is None:
            refuse_unless(False, TaskProblem.NOTHING_ASKED)
            return present
        return await self.set_due(actor, present, present.asked_until, present.asked_why)

    async def refuse_extension(self, actor: User, task: Step) -> Step:
        """The due date stays. Raises TaskRefusedError: NOTHING_ASKED."""
        self.require_extend(actor, task)
        async with self._changing(actor, task) as change:
            refuse_unless(change.task.asked_until is not None, TaskProblem.NOTHING_ASKED)
            saved = await change.save(replace(change.task, asked_until=None, asked_why=None))
            await self.telling.tell(TaskNews.EXTENSION_REFUSED, saved, change.batch, actor)
            return saved


def needs_reason(task: Step, day: date) -> bool:
    """Whether this due date would be an extension."""
    return task.due is not None and day > task.due
