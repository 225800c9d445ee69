"""Where an action item stands: in work, waiting, done, given back, closed, cancelled."""

from dataclasses import replace

from partnership.access import User
from partnership.steps import Step, StepState
from partnership.tasks.base import TasksBase, does, kept, refuse_unless
from partnership.tasks.errors import TaskProblem
from partnership.tasks.making import in_its_language
from partnership.tasks.telling import TaskNews


class Finishing(TasksBase):
    """All raise NotPermittedError, RestrictedTextError."""

    __slots__ = ()

    async def work_on(self, actor: User, task: Step) -> Step:
        """It is being done, is no longer waiting for the partner, or was not done after all.

        Raises TaskRefusedError: NOT_OPEN; the last only those who do it say.
        """
        return await self._moved(actor, task, StepState.IN_PROGRESS)

    async def wait_for_partner(self, actor: User, task: Step) -> Step:
        """Nothing more can be done before the partner reacts. Raises TaskRefusedError: NOT_OPEN."""
        return await self._moved(actor, task, StepState.WAITING_PARTNER)

    async def report_done(self, actor: User, task: Step, result: str | None = None) -> Step:
        """The doer says that it is done, and what came of it.

        Raises TaskRefusedError: NOT_OPEN.
        """
        self.require_report(actor, task)
        told = kept(result) if result else ""
        async with self._changing(actor, task) as change:
            refuse_unless(change.task.is_open, TaskProblem.NOT_OPEN)
            outcome = in_its_language(told) if told else None
            done = replace(_ended(change.task, StepState.DONE), result=outcome)
            saved = await change.save(done)
            await self.telling.tell(TaskNews.DONE, saved, change.batch, actor, told or None)
            return saved

    async def give_back(self, actor: User, task: Step, reason: str) -> Step:
        """What was reported as done is not: the doer goes on with it.

        Raises TaskRefusedError: NOT_DONE, NEEDS_REASON; ControlledByError.
        """
        await self.require_close(actor, task)
        refuse_unless(bool(reason.strip()), TaskProblem.NEEDS_REASON)
        async with self._changing(actor, task, reason) as change:
            refuse_unless(change.task.state is StepState.DONE, TaskProblem.NOT_DONE)
            saved = await change.save(replace(change.task, state=StepState.IN_PROGRESS))
            await self.telling.tell(
                TaskNews.RETURNED, saved, change.batch, actor, change.batch.reason
            )
            return saved

    async def close(self, actor: User, task: Step) -> Step:
        """The controller takes it off control.

        Raises TaskRefusedError: NOT_DONE; ControlledByError.
        """
        await self.require_close(actor, task)
        async with self._changing(actor, task) as change:
            refuse_unless(change.task.state is StepState.DONE, TaskProblem.NOT_DONE)
            return await change.save(replace(change.task, state=StepState.CLOSED))

    async def cancel(self, actor: User, task: Step, reason: str) -> Step:
        """Nobody has to do it any more. Raises TaskRefusedError: ENDED, NEEDS_REASON."""
        self.require_manage(actor, task)
        refuse_unless(bool(reason.strip()), TaskProblem.NEEDS_REASON)
        async with self._changing(actor, task, reason) as change:
            refuse_unless(change.task.is_under_control, TaskProblem.ENDED)
            saved = await change.save(_ended(change.task, StepState.CANCELLED))
            await self.telling.tell(
                TaskNews.CANCELLED, saved, change.batch, actor, change.batch.reason
            )
            return saved

    async def _moved(self, actor: User, task: Step, state: StepState) -> Step:
        self.require_report(actor, task)
        async with self._changing(actor, task) as change:
            taken_back = (
                state is StepState.IN_PROGRESS
                and change.task.state is StepState.DONE
                and does(actor, change.task)
            )
            refuse_unless(change.task.is_open or taken_back, TaskProblem.NOT_OPEN)
            return await change.save(replace(change.task, state=state))


def _ended(task: Step, state: StepState) -> Step:
    """In this state; a request to extend it does not outlive the work."""
    return replace(task, state=state, asked_until=None, asked_why=None)
