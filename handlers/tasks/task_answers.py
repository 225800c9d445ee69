"""The texts that a person was asked for: a day, a reason, a result, a name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from aiogram.utils.i18n import gettext as _

from handlers.meetings.states import is_plain_text
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from handlers.tasks.task_buttons import TaskDeed, pressing
from handlers.tasks.task_pressing import due_pressed
from handlers.tasks.task_screens import back_row, changed_screen, days_screen, due_screen
from handlers.tasks.task_states import TaskWaiting, waited_for
from partnership.access import Action
from partnership.calendar.calendar import Calendar
from partnership.language.dates import Expectation, read_when
from partnership.language.names import Ask, Match, NameIndex, NameKind, Sure, verdict
from partnership.steps import Step
from partnership.tasks.reading import day_of, days_in_doubt
from partnership.tasks.tasks import Tasks

PEOPLE = frozenset({NameKind.PERSON})


def register(_commands: Router, answers: Router) -> None:
    """Add the handlers of the answers."""
    manage, report = needs(Action.MANAGE_STEPS), needs(Action.REPORT_DONE)
    for state, handler, flags in (
        (TaskWaiting.due, day_written, manage),
        (TaskWaiting.extension_reason, extension_reason_written, manage),
        (TaskWaiting.cancel_reason, cancel_reason_written, manage),
        (TaskWaiting.assignee, assignee_written, manage),
        (TaskWaiting.result, result_written, report),
    ):
        answers.message.register(handler, StateFilter(state), is_no_question, flags=flags)


async def is_no_question(message: Message) -> bool:
    """A text that may be the answer: what ends in a question mark is asked of the bot."""
    asked = (message.text or "").rstrip().endswith("?")
    return not asked and await is_plain_text(message)


async def day_written(
    message: Message, reader: Reader, tasks: Tasks, state: FSMContext, calendar: Calendar
) -> None:
    """Until when, in any wording; asked again where no day is found or it is in doubt."""
    task = await _task(tasks, state)
    local = reader.now.astimezone(reader.zone)
    text = message.text or ""
    when = read_when(text, now=local, zone=reader.zone.key, expect=Expectation.DATE)
    choices = days_in_doubt(when) if when is not None else ()
    if when is None or choices:
        await show(message, days_screen(task, choices, reader))
        return
    detail = day_of(when).isoformat()
    await show(message, await due_pressed(task, detail, reader, tasks, state, calendar))


async def extension_reason_written(
    message: Message, reader: Reader, tasks: Tasks, state: FSMContext, calendar: Calendar
) -> None:
    """Why it takes longer, in own words."""
    task, (_number, day) = await _task(tasks, state), await waited_for(state)
    until = date.fromisoformat(day)
    changed = await tasks.set_due(reader.user, task, until, message.text or "")
    await state.clear()
    await show(message, await due_screen(changed, reader, calendar))


async def cancel_reason_written(
    message: Message, reader: Reader, tasks: Tasks, state: FSMContext
) -> None:
    """Why nobody has to do it any more, in own words."""
    cancelled = await tasks.cancel(reader.user, await _task(tasks, state), message.text or "")
    await state.clear()
    await show(message, await changed_screen(cancelled, reader, tasks))


async def result_written(message: Message, reader: Reader, tasks: Tasks, state: FSMContext) -> None:
    """What came of it."""
    done = await tasks.report_done(reader.user, await _task(tasks, state), message.text)
    await state.clear()
    await show(message, await changed_screen(done, reader, tasks))


async def assignee_written(
    message: Message, reader: Reader, tasks: Tasks, state: FSMContext, names: NameIndex
) -> None:
    """Who does it instead: a person of the registry, else whoever the words name."""
    task, words = await _task(tasks, state), (message.text or "").strip()
    match verdict(names.look_up(words, PEOPLE)):
        case Sure(found):
            passed = await tasks.pass_on(reader.user, task, found.name_id)
        case Ask(candidates):
            await show(message, _which_person(task, candidates, reader))
            return
        case _:
            passed = await tasks.pass_on(reader.user, task, None, words)
    await state.clear()
    screen = await changed_screen(passed, reader, tasks)
    unknown = fill(_("Nobody of this name is in the registry: kept as you wrote it."))
    told = unknown if passed.owner_person is None else None
    await show(message, Screen(lines([told, screen.text]), screen.buttons))


def _which_person(task: Step, candidates: Iterable[Match], reader: Reader) -> Screen:
    rows = [
        [
            button(
                reader.registry.people[each].name.text(reader.language),
                pressing(task.id, TaskDeed.PASS_ON, each),
            )
        ]
        for each in dict.fromkeys(match.name_id for match in candidates)
    ]
    return Screen(fill(_("Which one do you mean?")), [*rows, back_row(task)])


async def _task(tasks: Tasks, state: FSMContext) -> Step:
    """The action item that was asked about, as it stands now."""
    number, _day = await waited_for(state)
    return await tasks.task(number)
