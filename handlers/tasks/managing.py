"""What those who coordinate its community do with an action item: who, whose control, none."""

from __future__ import annotations

from handlers.cards.partner_letter import letter_screen
from handlers.screens import Screen
from handlers.tasks import asking
from handlers.tasks.task_buttons import NOBODY, SIDE
from handlers.tasks.task_desk import TaskDesk
from handlers.tasks.task_screens import back_row, changed_screen
from partnership.agreements import Side
from partnership.steps import Step


async def pass_on(task: Step, detail: str, desk: TaskDesk) -> Screen:
    """To a person of the registry, or to a side; else it is asked."""
    desk.tasks.require_manage(desk.reader.user, task)
    side = Side(detail.removeprefix(SIDE)) if detail.startswith(SIDE) else None
    if side is None and detail not in desk.reader.registry.people:
        return await desk.worded(lambda here: asking.ask_who(task, here))
    person = detail if side is None else None
    passed = await desk.tasks.pass_on(desk.reader.user, task, person, side=side)
    await desk.state.clear()
    return await desk.worded(lambda here: changed_screen(passed, here))


async def change_helpers(task: Step, detail: str, desk: TaskDesk) -> Screen:
    """One more helper, or one fewer; without a name it is asked."""
    desk.tasks.require_manage(desk.reader.user, task)
    if detail in task.helpers:
        helpers = tuple(each for each in task.helpers if each != detail)
    elif detail in desk.reader.registry.people:
        helpers = (*task.helpers, detail)
    else:
        return await desk.worded(lambda here: asking.ask_helpers(task, here))
    return await with_helpers(task, helpers, desk)


async def with_helpers(task: Step, helpers: tuple[str, ...], desk: TaskDesk) -> Screen:
    """Save who helps."""
    changed = await desk.tasks.set_helpers(desk.reader.user, task, helpers)
    await desk.state.clear()
    return await desk.worded(lambda here: changed_screen(changed, here))


async def set_controller(task: Step, detail: str, desk: TaskDesk) -> Screen:
    """Who takes it off control; without a name it is asked."""
    desk.tasks.require_manage(desk.reader.user, task)
    if detail != NOBODY and detail not in desk.reader.registry.people:
        return await desk.worded(lambda here: asking.ask_controller(task, here))
    controller = None if detail == NOBODY else detail
    changed = await desk.tasks.set_controller(desk.reader.user, task, controller)
    await desk.state.clear()
    return await desk.worded(lambda here: changed_screen(changed, here))


async def cancel(task: Step, detail: str, desk: TaskDesk) -> Screen:
    """Nobody has to do it any more; asked why first."""
    desk.tasks.require_manage(desk.reader.user, task)
    if not detail:
        return await desk.worded(lambda here: asking.ask_why_cancelled(task, here))
    return await cancel_it(task, asking.reasons()[int(detail)], desk)


async def cancel_it(task: Step, reason: str, desk: TaskDesk) -> Screen:
    """Cancelled, with the reason."""
    cancelled = await desk.tasks.cancel(desk.reader.user, task, reason)
    await desk.state.clear()
    return await desk.worded(lambda here: changed_screen(cancelled, here))


async def reminder_letter(task: Step, _detail: str, desk: TaskDesk) -> Screen:
    """A letter to the partner to copy, in both languages whoever reads it here."""
    desk.tasks.require_manage(desk.reader.user, task)
    event = await desk.calendar.store.event(task.event) if task.event else None
    screen = letter_screen(task, event, desk.reader, desk.i18n)
    return Screen(screen.text, [back_row(task)])
