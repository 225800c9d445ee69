"""/tasks: one's own, of a partner, of a person, overdue ones, all; by pages."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.names import pair_name, partner_button_name
from handlers.cards.progress_button import ProgressOf
from handlers.cards.task_people import people_names
from handlers.cards.tasks import list_line
from handlers.findings import not_in_registry
from handlers.formats import short_date
from handlers.paging import page_buttons, page_of
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from handlers.tasks.people_written import people_written
from handlers.tasks.task_buttons import TaskDeed, TasksPage, pressing
from handlers.tasks.task_desk import TaskDesk
from partnership.access import Action
from partnership.finding import Found, find_partner
from partnership.tasks.listing import Shelf, days_of
from partnership.tasks.questions import shelf_named

PAGE = 6


def register(commands: Router, _answers: Router) -> None:
    """Add the handlers of the list."""
    read = needs(Action.READ)
    commands.message.register(tasks_command, Command("tasks"), flags=read)
    commands.callback_query.register(turn_page, TasksPage.filter(), flags=read)


async def tasks_command(message: Message, command: CommandObject, desk: TaskDesk) -> None:
    """`/tasks`, `/tasks Бурж`, `/tasks Чижевська`, `/tasks прострочені`, `/tasks усі`."""
    words = (command.args or "").strip()
    shelf = shelf_named(words)
    pages = [TasksPage(shelf=shelf)] if shelf is not None else pages_named(words, desk)
    if len(pages) == 1:
        screen = await page_screen(pages[0], desk)
    elif not pages:
        screen = not_in_registry(words, desk.reader)
    else:
        rows = [[button(_button_name(page, desk.reader), page.pack())] for page in pages]
        screen = Screen(fill(_("Which one do you mean?")), rows)
    await show(message, screen)


async def turn_page(query: CallbackQuery, callback_data: TasksPage, desk: TaskDesk) -> None:
    """Another page, or another list."""
    await show(query, await page_screen(callback_data, desk))


def pages_named(words: str, desk: TaskDesk) -> list[TasksPage]:
    """The lists that a name may mean: of partners, else of people."""
    reader = desk.reader
    found = find_partner(words, reader.registry, desk.names, reader.user.communities)
    if isinstance(found, Found) and found.partnerships:
        return [TasksPage(shelf=Shelf.PARTNER, target=each.id) for each in found.partnerships]
    written = people_written(words, desk.names)
    people = written.people or written.rivals
    return [TasksPage(shelf=Shelf.PERSON, target=each) for each in people]


async def page_screen(page: TasksPage, desk: TaskDesk) -> Screen:
    """A page of action items, each with its button."""
    reader = desk.reader
    found = await desk.tasks.listed(page.wanted, reader.user, desk.scope)
    count = ngettext("{count} action item", "{count} action items", len(found))
    counted = count.format(count=len(found))
    heading = fill("<b>{title}: {count}</b>", title=_title(page, reader), count=counted)
    shown = page_of(found, page.page, PAGE)
    whose = page.target if page.shelf is Shelf.PERSON else None
    entries = [list_line(each, reader, whose) for each in shown.items]
    text = Markup("\n\n").join([heading, *entries])
    if not found and page.shelf is not Shelf.OVERDUE:
        text = lines([text, fill(_("Add one: {example}"), example="/task Бурж: …")])
    opening = [button(f"№ {each.id}", pressing(each.id, TaskDeed.OPEN)) for each in shown.items]
    turning = page_buttons(shown, lambda number: page.model_copy(update={"page": number}).pack())
    return Screen(text, [opening, turning, _shelves(page, reader), _progress(page)])


def _progress(page: TasksPage) -> list[InlineKeyboardButton]:
    """How far these have come; of what one person does there is no such picture."""
    if page.shelf is Shelf.PERSON:
        return []
    pair = page.target if page.shelf is Shelf.PARTNER else ""
    return [button(_("How far we have come"), ProgressOf(partnership=pair).pack())]


def _button_name(page: TasksPage, reader: Reader) -> str:
    if page.shelf is Shelf.PARTNER:
        pair = reader.registry.partnerships[page.target]
        return partner_button_name(pair, reader.registry, reader.language)
    return people_names([page.target], reader)


def _title(page: TasksPage, reader: Reader) -> str:
    partnership = reader.registry.partnerships.get(page.target)
    if page.shelf is Shelf.PARTNER and partnership is not None:
        return pair_name(partnership, reader.registry, reader.language)
    if page.shelf is Shelf.PERIOD:
        return " – ".join(short_date(day, reader.language) for day in days_of(page.wanted))
    if page.shelf is Shelf.PERSON and page.target in reader.registry.people:
        return people_names([page.target], reader)
    return _shelf_word(page.shelf)


def _shelf_word(shelf: Shelf) -> str:
    return {
        Shelf.MINE: _("Ours"),
        Shelf.OVERDUE: _("Overdue"),
        Shelf.ALL: _("All"),
        Shelf.PARTNER: _("Of the partner"),
        Shelf.PERSON: _("Mine"),
        Shelf.PERIOD: _("Due"),
    }[shelf]


def _shelves(page: TasksPage, reader: Reader) -> list[InlineKeyboardButton]:
    """The other lists; one's own by name where the registry knows who the reader is."""
    person = reader.user.person if reader.private else None
    others = [TasksPage(shelf=each) for each in (Shelf.MINE, Shelf.OVERDUE, Shelf.ALL)]
    if person is not None:
        others.insert(0, TasksPage(shelf=Shelf.PERSON, target=person))
    return [
        button(_shelf_word(each.shelf), each.pack())
        for each in others
        if each.wanted != page.wanted
    ]
