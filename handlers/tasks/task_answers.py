"""The texts that a person was asked for: a day, a reason, a result, a name."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import Message
from aiogram.utils.i18n import gettext as _

from handlers.meetings.states import is_plain_text
from handlers.routing import needs
from handlers.screens import Screen, fill, lines, show
from handlers.tasks import asking, deciding, managing, reporting
from handlers.tasks.people_written import Written, people_written
from handlers.tasks.task_buttons import TaskDeed
from handlers.tasks.task_desk import Render, TaskDesk
from handlers.tasks.task_screens import changed_screen, task_screen
from handlers.tasks.task_states import TaskWaiting, waited_for
from partnership.access import Action
from partnership.language.dates import Expectation, read_when
from partnership.steps import Step
from partnership.tasks.commands import is_for_the_bot
from partnership.tasks.questions import asks_for_a_list, drops_the_question
from partnership.tasks.reading import day_of, days_in_doubt


def register(_commands: Router, answers: Router) -> None:
    """Add the handlers of the answers."""
    manage, report = needs(Action.MANAGE_STEPS), needs(Action.REPORT_DONE)
    answers.message.register(drop, StateFilter(TaskWaiting), is_dropped, flags=report)
    for state, handler, flags in (
        (TaskWaiting.due, day_written, report),
        (TaskWaiting.extension_reason, extension_reason_written, report),
        (TaskWaiting.asked_day, asked_day_written, report),
        (TaskWaiting.asked_reason, asked_reason_written, report),
        (TaskWaiting.return_reason, return_reason_written, report),
        (TaskWaiting.result, result_written, report),
        (TaskWaiting.cancel_reason, cancel_reason_written, manage),
        (TaskWaiting.assignee, assignee_written, manage),
        (TaskWaiting.helpers, helpers_written, manage),
        (TaskWaiting.controller, controller_written, manage),
    ):
        answers.message.register(handler, StateFilter(state), is_no_question, flags=flags)


async def is_no_question(message: Message) -> bool:
    """A text that may be the answer: no question and nothing else that is asked of the bot."""
    text = message.text or ""
    asks = text.rstrip().endswith("?") or asks_for_a_list(text)
    return not asks and not is_for_the_bot(text) and await is_plain_text(message)


async def is_dropped(message: Message) -> bool:
    """Whether the person does not want to answer."""
    return drops_the_question(message.text or "")


async def drop(message: Message, desk: TaskDesk) -> None:
    """Back to the action item, with nothing changed."""
    task = await _task(desk)
    await desk.state.clear()
    await show(message, await desk.worded(lambda here: task_screen(task, here)))


async def day_written(message: Message, desk: TaskDesk) -> None:
    """Until when, in any wording; asked again where no day is found or it is in doubt."""
    task = await _task(desk)
    day, choices = _day_in(message, desk)
    if day is None:
        screen = await desk.worded(lambda here: asking.ask_which_day(task, choices, here))
    else:
        screen = await deciding.date_it(task, day, None, desk)
    await show(message, screen)


async def asked_day_written(message: Message, desk: TaskDesk) -> None:
    """Until when a doer asks to extend it."""
    task = await _task(desk)
    day, choices = _day_in(message, desk)
    if day is None:
        asked = TaskDeed.ASK
        screen = await desk.worded(lambda here: asking.ask_which_day(task, choices, here, asked))
    else:
        screen = await reporting.ask_extension(task, day.isoformat(), desk)
    await show(message, screen)


async def extension_reason_written(message: Message, desk: TaskDesk) -> None:
    """Why it takes longer, in own words."""
    task, (_number, day) = await _task(desk), await waited_for(desk.state)
    until = date.fromisoformat(day)
    await show(message, await deciding.date_it(task, until, message.text, desk))


async def asked_reason_written(message: Message, desk: TaskDesk) -> None:
    """Why more time is asked for, in own words."""
    task, (_number, day) = await _task(desk), await waited_for(desk.state)
    until = date.fromisoformat(day)
    await show(message, await reporting.send_request(task, until, message.text or "", desk))


async def return_reason_written(message: Message, desk: TaskDesk) -> None:
    """What is missing, in own words."""
    await show(message, await deciding.return_it(await _task(desk), message.text or "", desk))


async def cancel_reason_written(message: Message, desk: TaskDesk) -> None:
    """Why nobody has to do it any more, in own words."""
    await show(message, await managing.cancel_it(await _task(desk), message.text or "", desk))


async def result_written(message: Message, desk: TaskDesk) -> None:
    """What came of it."""
    await show(message, await reporting.finish(await _task(desk), message.text, desk))


async def assignee_written(message: Message, desk: TaskDesk) -> None:
    """Who does it instead: a person of the registry, else whoever the words name."""
    task, words = await _task(desk), (message.text or "").strip()
    written = people_written(words, desk.names)
    if written.rivals:
        screen = await _which(task, TaskDeed.PASS_ON, written, desk)
    elif written.people:
        screen = await managing.pass_on(task, written.people[0], desk)
    else:
        screen = await _passed_in_words(task, words, desk)
    await show(message, screen)


async def helpers_written(message: Message, desk: TaskDesk) -> None:
    """Who helps, one or several."""
    task = await _task(desk)
    written = people_written(message.text or "", desk.names)
    if written.rivals:
        screen = await _which(task, TaskDeed.HELPERS, written, desk)
    elif written.people:
        helpers = (*task.helpers, *written.people)
        screen = await managing.with_helpers(task, helpers, desk)
    else:
        screen = await _unknown(message, desk, lambda here: asking.ask_helpers(task, here))
    await show(message, screen)


async def controller_written(message: Message, desk: TaskDesk) -> None:
    """Who controls it."""
    task = await _task(desk)
    written = people_written(message.text or "", desk.names)
    if written.rivals:
        screen = await _which(task, TaskDeed.CONTROLLER, written, desk)
    elif written.people:
        screen = await managing.set_controller(task, written.people[0], desk)
    else:
        screen = await _unknown(message, desk, lambda here: asking.ask_controller(task, here))
    await show(message, screen)


async def _passed_in_words(task: Step, words: str, desk: TaskDesk) -> Screen:
    passed = await desk.tasks.pass_on(desk.reader.user, task, None, words)
    await desk.state.clear()

    async def told(here: TaskDesk) -> Screen:
        unknown = fill(_("Nobody of this name is in the registry: kept as you wrote it."))
        screen = await changed_screen(passed, here)
        return Screen(lines([unknown, screen.text]), screen.buttons)

    return await desk.worded(told)


async def _which(task: Step, deed: TaskDeed, written: Written, desk: TaskDesk) -> Screen:
    return await desk.worded(lambda here: asking.which_person(task, deed, written.rivals, here))


async def _unknown(message: Message, desk: TaskDesk, question: Render) -> Screen:
    """Asked again: only people of the registry can be named here."""
    name = (message.text or "").strip()

    async def again(here: TaskDesk) -> Screen:
        text = _("Nobody in the registry is called «{name}». Add them (/addcontact) or try again.")
        screen = await question(here)
        return Screen(lines([fill(text, name=name), screen.text]), screen.buttons)

    return await desk.worded(again)


def _day_in(message: Message, desk: TaskDesk) -> tuple[date | None, tuple[date, ...]]:
    """The day that is meant, or those to choose from."""
    local = desk.reader.now.astimezone(desk.reader.zone)
    zone = desk.reader.zone.key
    when = read_when(message.text or "", now=local, zone=zone, expect=Expectation.DATE)
    choices = days_in_doubt(when) if when is not None else ()
    return (None if when is None or choices else day_of(when)), choices


async def _task(desk: TaskDesk) -> Step:
    """The action item that was asked about, as it stands now."""
    number, _day = await waited_for(desk.state)
    return await desk.tasks.task(number)
