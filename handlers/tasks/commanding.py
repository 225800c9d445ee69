"""«Доручення № 11 виконано», «передай звіт Чижевській», or the same in reply to a reminder."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from datetime import date

from aiogram.types import Message

from handlers.desk import Desk
from handlers.screens import Screen
from handlers.tasks import asking, deciding, managing, reporting
from handlers.tasks.people_written import people_said
from handlers.tasks.spoken import desk_of, list_wanted
from handlers.tasks.task_buttons import TaskDeed
from handlers.tasks.task_desk import TaskDesk
from handlers.tasks.task_screens import task_screen, which_screen
from partnership.language.dates import Expectation, read_duration, read_when
from partnership.language.questions.retyping import retyped
from partnership.language.stems import stems
from partnership.notes.others_named import PEOPLE, people_in_a_row
from partnership.steps import Step, StepState
from partnership.tasks.command_words import Verb
from partnership.tasks.commands import (
    TaskCommand,
    prolongs,
    read_command,
    read_worded,
    reason_given,
    reason_in,
    result_in,
)
from partnership.tasks.errors import NoSuchTaskError
from partnership.tasks.finding import tasks_meant
from partnership.tasks.reading import day_of, days_in_doubt

Do = Callable[[Step, TaskCommand, TaskDesk], Awaitable[Screen]]

_TITLE = re.compile(r"(?:Доручення №|Action item no\.)\s*(\d{1,6})")
"""As `handlers.cards.tasks.title_of` writes it."""
_DEEDS = {
    Verb.DONE: TaskDeed.DONE,
    Verb.CLOSE: TaskDeed.CLOSE,
    Verb.RETURN: TaskDeed.RETURN,
    Verb.DUE: TaskDeed.DUE,
    Verb.PASS_ON: TaskDeed.PASS_ON,
    Verb.CANCEL: TaskDeed.CANCEL,
    Verb.WAIT: TaskDeed.WAIT,
    Verb.START: TaskDeed.START,
}


async def commanded(words: str, desk: Desk) -> Screen | None:
    """Do what is said of action items by number; None where nothing is said of any.

    Said twice it is done once: a group with two languages reads each text for each of them.
    """
    message = desk.notepad.message if desk.notepad is not None else None
    words = retyped(words)
    command = read_command(words, _answered(message))
    if desk.tasks is None:
        return None
    here = desk_of(desk)
    if command is None:
        return await by_words(words, here) or await list_wanted(words, here)
    if len(command.numbers) > 1:
        found = await _known(command.numbers, here)
        return which_screen(found, _DEEDS.get(command.verb, TaskDeed.OPEN), "", here.reader)
    task = await here.task(command.numbers[0])
    return await _doing()[command.verb](task, command, here)


async def by_words(words: str, desk: TaskDesk) -> Screen | None:
    """«Зніми з контролю список напрямків»; None where no action item holds these words."""
    command = read_worded(words)
    if command is None:
        return None
    subject = _without_people_and_day(command.before, desk)
    every = [each for each in await desk.tasks.under_control(desk.scope) if _fits(each, command)]
    found = tasks_meant(subject, every) if stems(subject) else []
    if not found or len(found) == len(every) > 1:
        return None
    if len(found) > 1:
        return which_screen(found, _DEEDS[command.verb], "", desk.reader)
    return await _doing()[command.verb](found[0], command, desk)


def _fits(task: Step, command: TaskCommand) -> bool:
    """Whether it is in a state in which this may be said of it."""
    return task.is_open or command.verb in {Verb.CLOSE, Verb.RETURN, Verb.CANCEL}


def _without_people_and_day(words: str, desk: TaskDesk) -> str:
    """The words that name the action item."""
    rest = _undated(words, desk)
    for match in sorted(desk.names.find(rest, PEOPLE), key=lambda each: -each.start):
        rest = rest[: match.start] + rest[match.end :]
    return rest


def _undated(words: str, desk: TaskDesk) -> str:
    when = read_when(words, now=desk.reader.now.astimezone(desk.reader.zone))
    return when.rest if when is not None else words


async def _known(numbers: Iterable[int], desk: TaskDesk) -> list[Step]:
    """Those of several that there are."""
    found = []
    for number in numbers:
        with suppress(NoSuchTaskError):
            found.append(await desk.task(number))
    return found


def _answered(message: Message | None) -> int | None:
    """The one action item that the message answered is about."""
    replied = message.reply_to_message if message is not None else None
    numbers = set(_TITLE.findall((replied.text or "") if replied is not None else ""))
    return int(numbers.pop()) if len(numbers) == 1 else None


def _doing() -> dict[Verb, Do]:
    return {
        Verb.SHOW: _show,
        Verb.START: lambda task, _command, desk: reporting.start(task, "", desk),
        Verb.WAIT: lambda task, _command, desk: reporting.wait_for_partner(task, "", desk),
        Verb.DONE: _done,
        Verb.CLOSE: _close,
        Verb.RETURN: _give_back,
        Verb.DUE: _due,
        Verb.PASS_ON: _pass_on,
        Verb.HELPERS: _helpers,
        Verb.CONTROLLER: _controller,
        Verb.CANCEL: _cancel,
        Verb.LETTER: lambda task, _command, desk: managing.reminder_letter(task, "", desk),
    }


async def _show(task: Step, _command: TaskCommand, desk: TaskDesk) -> Screen:
    return await task_screen(task, desk)


async def _done(task: Step, command: TaskCommand, desk: TaskDesk) -> Screen:
    """With the result at once where it is said; what is done already is shown."""
    if not task.is_open:
        return await task_screen(task, desk)
    result = result_in(command)
    if result is None:
        return await reporting.report_done(task, "", desk)
    return await reporting.finish(task, result, desk)


async def _close(task: Step, command: TaskCommand, desk: TaskDesk) -> Screen:
    """What nobody has reported as done is asked about first."""
    if task.is_open:
        return await reporting.report_done(task, "", desk)
    return await deciding.close(task, "", desk)


async def _give_back(task: Step, command: TaskCommand, desk: TaskDesk) -> Screen:
    """What waited for the partner goes on; what is in work anyway is shown."""
    if task.state is StepState.WAITING_PARTNER:
        return await reporting.start(task, "", desk)
    if task.is_open:
        return await task_screen(task, desk)
    reason = reason_in(command.after)
    if reason is None:
        return await deciding.give_back(task, "", desk)
    return await deciding.return_it(task, reason, desk)


async def _due(task: Step, command: TaskCommand, desk: TaskDesk) -> Screen:
    """Until when and why; for those who only do it, it is a request."""
    asks = not desk.tasks.may_extend(desk.reader.user, task)
    deed = TaskDeed.ASK if asks else TaskDeed.DUE
    if asks:
        desk.tasks.require_report(desk.reader.user, task)
    days = _days_said(task, command, desk)
    if not days:
        return await asking.ask_day(task, desk, deed)
    if len(days) > 1:
        return await asking.ask_which_day(task, days, desk, deed)
    reason = reason_given(command.after)
    if reason is not None and not _undated(reason, desk).strip():
        reason = None
    if not asks:
        return await deciding.date_it(task, days[0], reason, desk)
    if reason is None:
        return await asking.ask_why_later(task, days[0], desk, deed)
    return await reporting.send_request(task, days[0], reason, desk)


def _days_said(task: Step, command: TaskCommand, desk: TaskDesk) -> tuple[date, ...]:
    """The day that is meant, or several in doubt; «на тиждень» is added to the due date."""
    reader = desk.reader
    longer = read_duration(command.after) if prolongs(command) else None
    if longer is not None and longer.days > 0:
        return (max(task.due or reader.today, reader.today) + longer,)
    local, zone = reader.now.astimezone(reader.zone), reader.zone.key
    when = read_when(command.words, now=local, zone=zone, expect=Expectation.DATE)
    if when is None:
        return ()
    return days_in_doubt(when) or (day_of(when),)


def _named(command: TaskCommand, desk: TaskDesk) -> tuple[str, ...]:
    """Those named right after the verb, else anywhere around it."""
    row = people_in_a_row(command.after, desk.names)
    return tuple(each.person for each in row) or people_said(command.words, desk.names)


async def _pass_on(task: Step, command: TaskCommand, desk: TaskDesk) -> Screen:
    people = _named(command, desk)
    return await managing.pass_on(task, people[0] if people else "", desk)


async def _helpers(task: Step, command: TaskCommand, desk: TaskDesk) -> Screen:
    people = _named(command, desk)
    if not people:
        return await managing.change_helpers(task, "", desk)
    return await managing.with_helpers(task, (*task.helpers, *people), desk)


async def _controller(task: Step, command: TaskCommand, desk: TaskDesk) -> Screen:
    people = _named(command, desk)
    return await managing.set_controller(task, people[0] if people else "", desk)


async def _cancel(task: Step, command: TaskCommand, desk: TaskDesk) -> Screen:
    if task.state is StepState.CANCELLED:
        return await task_screen(task, desk)
    reason = reason_in(command.after)
    if reason is None:
        return await managing.cancel(task, "", desk)
    desk.tasks.require_manage(desk.reader.user, task)
    return await managing.cancel_it(task, reason, desk)
