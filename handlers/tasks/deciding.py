"""What those who control an action item decide: the due date, off control, back to the doer."""

from __future__ import annotations

from datetime import date

from handlers.screens import Screen
from handlers.tasks import asking
from handlers.tasks.task_desk import TaskDesk
from handlers.tasks.task_screens import changed_screen, due_screen, task_screen
from partnership.steps import Step, StepState
from partnership.tasks.scheduling import needs_reason


async def set_due(task: Step, detail: str, desk: TaskDesk) -> Screen:
    """Until when, and why where it is an extension: what is missing is asked."""
    desk.tasks.require_extend(desk.reader.user, task)
    day, _sep, reason = detail.partition(".")
    if not day:
        return await desk.worded(lambda here: asking.ask_day(task, here))
    why = asking.reasons()[int(reason)] if reason else None
    return await date_it(task, date.fromisoformat(day), why, desk)


async def date_it(task: Step, until: date, reason: str | None, desk: TaskDesk) -> Screen:
    """Save the due date; a later one only with a reason, which is asked for."""
    if needs_reason(task, until) and not reason:
        return await desk.worded(lambda here: asking.ask_why_later(task, until, here))
    changed = await desk.tasks.set_due(desk.reader.user, task, until, reason)
    await desk.state.clear()
    return await desk.worded(lambda here: due_screen(changed, here))


async def grant(task: Step, _detail: str, desk: TaskDesk) -> Screen:
    """The day that was asked for, with the reason that was given."""
    changed = await desk.tasks.grant_extension(desk.reader.user, task)
    return await desk.worded(lambda here: due_screen(changed, here))


async def refuse(task: Step, _detail: str, desk: TaskDesk) -> Screen:
    """The due date stays."""
    kept = await desk.tasks.refuse_extension(desk.reader.user, task)
    return await desk.worded(lambda here: changed_screen(kept, here))


async def close(task: Step, _detail: str, desk: TaskDesk) -> Screen:
    """«Знято з контролю»; pressed twice it is no error."""
    if task.state is StepState.CLOSED:
        return await desk.worded(lambda here: task_screen(task, here))
    closed = await desk.tasks.close(desk.reader.user, task)
    return await desk.worded(lambda here: changed_screen(closed, here))


async def give_back(task: Step, detail: str, desk: TaskDesk) -> Screen:
    """What was reported as done is not: with what is missing, which is asked for."""
    await desk.tasks.require_close(desk.reader.user, task)
    if not detail:
        return await desk.worded(lambda here: asking.ask_why_returned(task, here))
    return await return_it(task, asking.shortcomings()[int(detail)], desk)


async def return_it(task: Step, reason: str, desk: TaskDesk) -> Screen:
    """The doer goes on with it."""
    returned = await desk.tasks.give_back(desk.reader.user, task, reason)
    await desk.state.clear()
    return await desk.worded(lambda here: changed_screen(returned, here))
