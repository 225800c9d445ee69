"""What a person may do with an action item as it stands: the deeds that get a button."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.tasks.task_buttons import TaskDeed
from partnership.access import User
from partnership.agreements import Side
from partnership.steps import Step, StepState
from partnership.tasks.base import does
from partnership.tasks.tasks import Tasks


async def allowed(task: Step, user: User, tasks: Tasks) -> frozenset[TaskDeed]:
    """The deeds that this person may do now."""
    found = {*_reporting(task, user, tasks), *_managing(task, user, tasks)}
    if task.is_open and tasks.may_extend(user, task):
        found |= {TaskDeed.DUE}
        found |= {TaskDeed.GRANT, TaskDeed.REFUSE} if task.asked_until is not None else set()
    if task.state is StepState.DONE and await tasks.may_close(user, task):
        found |= {TaskDeed.CLOSE, TaskDeed.RETURN}
    return frozenset(found)


def _reporting(task: Step, user: User, tasks: Tasks) -> Iterator[TaskDeed]:
    if task.state is StepState.DONE and does(user, task):
        yield TaskDeed.START
    if not (task.is_open and tasks.may_report(user, task)):
        return
    yield TaskDeed.DONE
    if task.state is not StepState.IN_PROGRESS:
        yield TaskDeed.START
    if task.state is not StepState.WAITING_PARTNER:
        yield TaskDeed.WAIT
    if not tasks.may_extend(user, task):
        yield TaskDeed.ASK


def _managing(task: Step, user: User, tasks: Tasks) -> Iterator[TaskDeed]:
    if not (task.is_under_control and tasks.may_manage(user, task)):
        return
    yield TaskDeed.CANCEL
    if task.is_open:
        yield from (TaskDeed.PASS_ON, TaskDeed.HELPERS, TaskDeed.CONTROLLER)
        if _is_elsewhere(task):
            yield TaskDeed.LETTER


def _is_elsewhere(task: Step) -> bool:
    """Whether the partner, or somebody else who is not ours, has to act."""
    if task.partnership is None or task.owner_side is Side.HOME:
        return task.state is StepState.WAITING_PARTNER
    return task.owner_side is not None or task.owner_person is not None
