"""«Встанови строк списку напрямків до п’ятниці», «список напрямків готовий», «що прострочено?»."""

from __future__ import annotations

from aiogram.utils.i18n import get_i18n

from handlers.answers.places import partnerships_named, places_named
from handlers.desk import Desk
from handlers.screens import Screen
from handlers.tasks import asking, deciding, reporting
from handlers.tasks.listing import page_screen
from handlers.tasks.offering import offer
from handlers.tasks.people_written import people_said
from handlers.tasks.task_buttons import TaskDeed, TasksPage
from handlers.tasks.task_desk import TaskDesk
from handlers.tasks.task_screens import task_screen, which_screen
from partnership.access import Action
from partnership.editing.base import require
from partnership.language.dates import Precision
from partnership.language.questions import Reading
from partnership.steps import Step
from partnership.tasks.asked import line_asked
from partnership.tasks.finding import tasks_meant
from partnership.tasks.listing import Shelf
from partnership.tasks.questions import (
    asks_for_mine,
    asks_what_is_on_me,
    begins_with_a_deadline,
    on_whom,
    shelf_named,
    speaks_of_items,
)
from partnership.tasks.reading import day_of, days_in_doubt


async def set_due(reading: Reading, desk: Desk) -> Screen:
    """Saved at once where one action item and one day are meant; else what is in doubt is asked."""
    here = desk_of(desk)
    require(here.reader.user, Action.MANAGE_STEPS)
    found = [each for each in await _meant(reading, here) if each.is_open]
    when = reading.when
    choices = days_in_doubt(when) if when is not None else ()
    day = day_of(when).isoformat() if when is not None and not choices else ""
    new = not found and not begins_with_a_deadline(reading.text)
    if new and (offered := await offer(reading.text, here)) is not None:
        return offered
    if len(found) != 1 or not reading.rest:
        return which_screen(found, TaskDeed.DUE, day, here.reader)
    here.tasks.require_manage(here.reader.user, found[0])
    if choices:
        return await asking.ask_which_day(found[0], choices, here)
    return await deciding.set_due(found[0], day, here)


async def put_on_list(reading: Reading, desk: Desk) -> Screen | None:
    """«Постав завдання Москаленку: …», «нагадай у п’ятницю …»: confirmed before it is kept."""
    here = desk_of(desk)
    require(here.reader.user, Action.MANAGE_STEPS)
    return await offer(line_asked(reading), here)


async def who_does(reading: Reading, desk: Desk) -> Screen | None:
    """«Хто готує список напрямків?»: the action item with whoever answers for it."""
    here = desk_of(desk)
    found = await _meant(reading, here)
    if not found or not reading.rest:
        return None
    if len(found) == 1:
        return await task_screen(found[0], here)
    return which_screen(found, TaskDeed.OPEN, "", here.reader)


async def report_done(reading: Reading, desk: Desk) -> Screen:
    """Asked for the result first; what is done already is shown, to be taken off control."""
    here = desk_of(desk)
    require(here.reader.user, Action.REPORT_DONE)
    found = await _meant(reading, here)
    open_ones = [each for each in found if each.is_open]
    if len(found) == 1 and not open_ones:
        return await task_screen(found[0], here)
    if len(open_ones) != 1 or not reading.rest:
        return which_screen(open_ones, TaskDeed.DONE, "", here.reader)
    return await reporting.report_done(open_ones[0], "", here)


async def list_asked(reading: Reading, desk: Desk) -> Screen | None:
    """«Доручення Чижевської», «що прострочено?», «які доручення в мене?»; None for the rest."""
    here = desk_of(desk)
    page = _page_asked(reading, here)
    return None if page is None else await page_screen(page, here)


def _page_asked(reading: Reading, desk: TaskDesk) -> TasksPage | None:
    """The list that a question means: by partner, by person, by days, overdue, all."""
    if reading.places:
        named = partnerships_named(places_named(reading, desk.reader).sure, desk.reader)
        if len(named) != 1 or not speaks_of_items(reading.text):
            return None
        return TasksPage(shelf=Shelf.PARTNER, target=named[0].id)
    shelf, me = shelf_named(reading.text), desk.reader.user.person
    people = people_said(reading.text, desk.names) if reading.people else ()
    if not people and shelf is Shelf.MINE and me is not None and desk.reader.private:
        people = (me,)
    if people:
        return TasksPage(shelf=Shelf.PERSON, target=people[0])
    if shelf is None and (days := _days(reading, desk)):
        return TasksPage(shelf=Shelf.PERIOD, target=days)
    if shelf is None and speaks_of_items(reading.text):
        shelf = Shelf.MINE
    return None if shelf is None else TasksPage(shelf=shelf)


def _days(reading: Reading, desk: TaskDesk) -> str | None:
    """«На цей тиждень», «до п’ятниці»: the days between which it is due."""
    if reading.period is not None:
        return f"{reading.period.start}_{reading.period.end}"
    if reading.when is not None and reading.when.precision is Precision.DAY:
        return f"{desk.reader.today}_{day_of(reading.when)}"
    return None


async def list_wanted(words: str, desk: TaskDesk) -> Screen | None:
    """«Що за Тарріссоном?», «мої доручення», «що на мені?»; None for all else."""
    me = desk.reader.user.person if desk.reader.private else None
    if me is None and (asks_for_mine(words) or asks_what_is_on_me(words)):
        return await page_screen(TasksPage(shelf=Shelf.MINE), desk)
    if me is not None and (asks_for_mine(words) or asks_what_is_on_me(words)):
        return await _of(me, desk)
    name = on_whom(words)
    people = people_said(name, desk.names) if name is not None else ()
    return await _of(people[0], desk) if people else None


async def _of(person: str, desk: TaskDesk) -> Screen:
    return await page_screen(TasksPage(shelf=Shelf.PERSON, target=person), desk)


def desk_of(desk: Desk) -> TaskDesk:
    """The desk of action items; plain words are read once for each language of a group."""
    assert desk.tasks is not None
    assert desk.minute_taking is not None
    return TaskDesk(
        reader=desk.reader,
        tasks=desk.tasks,
        calendar=desk.calendar,
        names=desk.tasks.names,
        state=desk.state,
        bound=desk.notepad.bound if desk.notepad is not None else None,
        i18n=get_i18n(),
        languages=(desk.reader.language,),
        minute_taking=desk.minute_taking,
    )


async def _meant(reading: Reading, desk: TaskDesk) -> list[Step]:
    """The action items of the words, of the partner where one is named, one's own first."""
    reader, tasks = desk.reader, desk.tasks
    every = await tasks.under_control(desk.scope)
    named = partnerships_named(places_named(reading, reader).sure, reader)
    partners = {each.id for each in named}
    of_partner = [each for each in every if each.partnership in partners] or every
    own = [each for each in of_partner if tasks.community_of(each) in reader.user.communities]
    return tasks_meant(reading.rest, own) or tasks_meant(reading.rest, of_partner)
