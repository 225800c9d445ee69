"""«Встанови строк списку напрямків до п’ятниці» and «список напрямків готовий»."""

from __future__ import annotations

from handlers.answers.places import partnerships_named, places_named
from handlers.desk import Desk
from handlers.screens import Screen
from handlers.tasks import asking
from handlers.tasks.task_buttons import TaskDeed
from handlers.tasks.task_pressing import due_pressed
from handlers.tasks.task_screens import task_screen, which_screen
from partnership.access import Action
from partnership.editing.base import require
from partnership.language.questions import Reading
from partnership.notes.scope import scope_of
from partnership.steps import Step
from partnership.tasks.finding import tasks_meant
from partnership.tasks.reading import day_of, days_in_doubt
from partnership.tasks.tasks import Tasks


async def set_due(reading: Reading, desk: Desk) -> Screen:
    """Saved at once where one action item and one day are meant; else what is in doubt is asked."""
    reader, tasks = desk.reader, _tasks(desk)
    require(reader.user, Action.MANAGE_STEPS)
    found = [each for each in await _meant(reading, desk) if each.is_open]
    when = reading.when
    choices = days_in_doubt(when) if when is not None else ()
    day = day_of(when).isoformat() if when is not None and not choices else ""
    if len(found) != 1 or not reading.rest:
        return which_screen(found, TaskDeed.DUE, day, reader)
    tasks.require_manage(reader.user, found[0])
    if choices:
        return await asking.ask_which_day(found[0], choices, reader, desk.state)
    return await due_pressed(found[0], day, reader, tasks, desk.state, desk.calendar)


async def report_done(reading: Reading, desk: Desk) -> Screen:
    """Asked for the result first; what is done already is shown, to be taken off control."""
    reader, tasks = desk.reader, _tasks(desk)
    require(reader.user, Action.REPORT_DONE)
    found = await _meant(reading, desk)
    open_ones = [each for each in found if each.is_open]
    if len(found) == 1 and not open_ones:
        return await task_screen(found[0], reader, tasks)
    if len(open_ones) != 1 or not reading.rest:
        return which_screen(open_ones, TaskDeed.DONE, "", reader)
    tasks.require_report(reader.user, open_ones[0])
    return await asking.ask_result(open_ones[0], reader, desk.state)


async def _meant(reading: Reading, desk: Desk) -> list[Step]:
    """The action items of the words, of the partner where one is named, one's own first."""
    reader, tasks = desk.reader, _tasks(desk)
    bound = desk.notepad.bound if desk.notepad is not None else None
    every = await tasks.under_control(scope_of(bound, reader.registry))
    named = partnerships_named(places_named(reading, reader).sure, reader)
    partners = {each.id for each in named}
    of_partner = [each for each in every if each.partnership in partners] or every
    own = [each for each in of_partner if tasks.community_of(each) in reader.user.communities]
    return tasks_meant(reading.rest, own) or tasks_meant(reading.rest, of_partner)


def _tasks(desk: Desk) -> Tasks:
    assert desk.tasks is not None
    return desk.tasks
