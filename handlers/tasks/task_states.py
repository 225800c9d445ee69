"""What the bot waits for from a person who pressed a button of an action item."""

from __future__ import annotations

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

TASK, DAY = "task", "task_day"


class TaskWaiting(StatesGroup):
    """The next plain text is the answer; a command ends the waiting by itself."""

    due = State()
    extension_reason = State()
    asked_day = State()
    asked_reason = State()
    cancel_reason = State()
    return_reason = State()
    result = State()
    assignee = State()
    helpers = State()
    controller = State()


async def wait(state: FSMContext, what: State, task: int, day: str = "") -> None:
    """Take the next plain text as the answer about this action item."""
    await state.set_state(what)
    await state.update_data({TASK: task, DAY: day})


async def waited_for(state: FSMContext) -> tuple[int, str]:
    """The action item that was asked about, and the day of an extension, in ISO."""
    data = await state.get_data()
    return int(data.get(TASK, 0)), str(data.get(DAY, ""))
