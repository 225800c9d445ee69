"""The buttons under an action item."""

from __future__ import annotations

from datetime import date

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, show
from handlers.tasks import asking
from handlers.tasks.task_buttons import TaskButton, TaskDeed
from handlers.tasks.task_screens import changed_screen, due_screen, task_screen
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.membership_records import BoundChat
from partnership.notes.scope import scope_of
from partnership.steps import Step
from partnership.tasks.scheduling import needs_reason
from partnership.tasks.tasks import Tasks

MANAGED = frozenset({TaskDeed.DUE, TaskDeed.CLOSE, TaskDeed.CANCEL, TaskDeed.PASS_ON})


def register(commands: Router, _answers: Router) -> None:
    """Add the handlers of the buttons."""
    press = commands.callback_query.register
    press(open_task, TaskButton.filter(F.deed == TaskDeed.OPEN), flags=needs(Action.READ))
    done = TaskButton.filter(F.deed == TaskDeed.DONE)
    press(report_done, done, flags=needs(Action.REPORT_DONE))
    managed = TaskButton.filter(F.deed.in_(MANAGED))
    press(manage, managed, flags=needs(Action.MANAGE_STEPS))


async def open_task(
    query: CallbackQuery,
    callback_data: TaskButton,
    reader: Reader,
    tasks: Tasks,
    bound_chat: BoundChat | None,
    state: FSMContext,
) -> None:
    """The action item; whatever was asked about it is dropped."""
    await state.clear()
    task = await tasks.task(callback_data.id, scope_of(bound_chat, reader.registry))
    await show(query, await task_screen(task, reader, tasks))


async def report_done(
    query: CallbackQuery,
    callback_data: TaskButton,
    reader: Reader,
    tasks: Tasks,
    bound_chat: BoundChat | None,
    state: FSMContext,
) -> None:
    """Ask for the result, or take it without one."""
    task = await tasks.task(callback_data.id, scope_of(bound_chat, reader.registry))
    tasks.require_report(reader.user, task)
    if not callback_data.detail and task.is_open:
        await show(query, await asking.ask_result(task, reader, state))
        return
    await state.clear()
    done = await tasks.report_done(reader.user, task)
    await show(query, await changed_screen(done, reader, tasks))


async def manage(
    query: CallbackQuery,
    callback_data: TaskButton,
    reader: Reader,
    tasks: Tasks,
    bound_chat: BoundChat | None,
    state: FSMContext,
    calendar: Calendar,
) -> None:
    """Until when, closed, cancelled, passed on: for those who coordinate its community."""
    task = await tasks.task(callback_data.id, scope_of(bound_chat, reader.registry))
    tasks.require_manage(reader.user, task)
    detail = callback_data.detail
    match callback_data.deed:
        case TaskDeed.DUE:
            screen = await due_pressed(task, detail, reader, tasks, state, calendar)
        case TaskDeed.CLOSE:
            closed = await tasks.close(reader.user, task)
            screen = await changed_screen(closed, reader, tasks)
        case TaskDeed.CANCEL:
            screen = await _cancel(task, detail, reader, tasks, state)
        case _:
            screen = await _pass_on(task, detail, reader, tasks, state)
    await show(query, screen)


async def due_pressed(
    task: Step, detail: str, reader: Reader, tasks: Tasks, state: FSMContext, calendar: Calendar
) -> Screen:
    """Until when, and why where it is an extension: what is missing is asked."""
    day, _sep, reason = detail.partition(".")
    if not day:
        return await asking.ask_day(task, reader, state)
    until = date.fromisoformat(day)
    if needs_reason(task, until) and not reason:
        return await asking.ask_why_later(task, until, reader, state)
    await state.clear()
    why = asking.reasons()[int(reason)] if reason else None
    changed = await tasks.set_due(reader.user, task, until, why)
    return await due_screen(changed, reader, calendar)


async def _cancel(
    task: Step, reason: str, reader: Reader, tasks: Tasks, state: FSMContext
) -> Screen:
    if not reason:
        return await asking.ask_why_cancelled(task, reader, state)
    await state.clear()
    cancelled = await tasks.cancel(reader.user, task, asking.reasons()[int(reason)])
    return await changed_screen(cancelled, reader, tasks)


async def _pass_on(
    task: Step, person: str, reader: Reader, tasks: Tasks, state: FSMContext
) -> Screen:
    if person not in reader.registry.people:
        return await asking.ask_who(task, reader, state)
    await state.clear()
    passed = await tasks.pass_on(reader.user, task, person)
    return await changed_screen(passed, reader, tasks)
