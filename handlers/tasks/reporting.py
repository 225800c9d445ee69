"""What those who do an action item say: begun, waiting, done, more time is needed."""

from __future__ import annotations

from datetime import date

from aiogram.utils.i18n import gettext as _

from handlers.screens import Screen, fill, lines
from handlers.tasks import asking
from handlers.tasks.task_buttons import TaskDeed
from handlers.tasks.task_desk import TaskDesk
from handlers.tasks.task_screens import changed_screen
from partnership.steps import Step


async def start(task: Step, _detail: str, desk: TaskDesk) -> Screen:
    """It is being done, or goes on after the partner's answer."""
    moved = await desk.tasks.work_on(desk.reader.user, task)
    return await desk.worded(lambda here: changed_screen(moved, here))


async def wait_for_partner(task: Step, _detail: str, desk: TaskDesk) -> Screen:
    """Nothing can be done before the partner reacts."""
    moved = await desk.tasks.wait_for_partner(desk.reader.user, task)
    return await desk.worded(lambda here: changed_screen(moved, here))


async def report_done(task: Step, detail: str, desk: TaskDesk) -> Screen:
    """Ask for the result, or take it without one."""
    desk.tasks.require_report(desk.reader.user, task)
    if not detail and task.is_open:
        return await desk.worded(lambda here: asking.ask_result(task, here))
    return await finish(task, None, desk)


async def finish(task: Step, result: str | None, desk: TaskDesk) -> Screen:
    """Done, with what came of it."""
    done = await desk.tasks.report_done(desk.reader.user, task, result)
    await desk.state.clear()
    return await desk.worded(lambda here: changed_screen(done, here))


async def ask_extension(task: Step, detail: str, desk: TaskDesk) -> Screen:
    """Until when and why: what is missing is asked; then those who control it decide."""
    desk.tasks.require_report(desk.reader.user, task)
    day, _sep, reason = detail.partition(".")
    if not day:
        return await desk.worded(lambda here: asking.ask_day(task, here, TaskDeed.ASK))
    until = date.fromisoformat(day)
    if not reason:
        return await desk.worded(lambda here: asking.ask_why_later(task, until, here, TaskDeed.ASK))
    return await send_request(task, until, asking.reasons()[int(reason)], desk)


async def send_request(task: Step, until: date, reason: str, desk: TaskDesk) -> Screen:
    """The request is with those who control the action item."""
    asked = await desk.tasks.ask_extension(desk.reader.user, task, until, reason)
    await desk.state.clear()

    async def sent(here: TaskDesk) -> Screen:
        told = fill(_("The request was sent. The due date stays until it is answered."))
        screen = await changed_screen(asked, here)
        return Screen(lines([told, screen.text]), screen.buttons)

    return await desk.worded(sent)
