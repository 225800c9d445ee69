"""/tasks: those of one's communities, of a partner, overdue ones, all; by pages."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.names import pair_name, partner_button_name
from handlers.cards.tasks import list_line
from handlers.findings import not_in_registry
from handlers.paging import page_buttons, page_of
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from handlers.tasks.task_buttons import Shelf, TaskDeed, TasksPage, pressing
from partnership.access import Action
from partnership.finding import Found, find_partner
from partnership.language.names import NameIndex
from partnership.language.stems import stems
from partnership.membership_records import BoundChat
from partnership.notes.scope import scope_of
from partnership.steps import Step
from partnership.tasks.tasks import Tasks

PAGE = 6
SHELF_WORDS = {
    Shelf.OVERDUE: "прострочені прострочене протерміновані overdue late",
    Shelf.ALL: "усі всі все all",
    Shelf.MINE: "мої наші mine our my",
}


def register(commands: Router, _answers: Router) -> None:
    """Add the handlers of the list."""
    read = needs(Action.READ)
    commands.message.register(tasks_command, Command("tasks"), flags=read)
    commands.callback_query.register(turn_page, TasksPage.filter(), flags=read)


async def tasks_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    tasks: Tasks,
    bound_chat: BoundChat | None,
) -> None:
    """`/tasks`, `/tasks Бурж`, `/tasks прострочені`, `/tasks усі`."""
    words = (command.args or "").strip()
    shelf = _shelf_named(words)
    if shelf is not None:
        page = TasksPage(shelf=shelf)
        await show(message, await _screen(page, reader, tasks, bound_chat))
        return
    found = find_partner(words, reader.registry, names, reader.user.communities)
    known = found.partnerships if isinstance(found, Found) else ()
    pages = [TasksPage(shelf=Shelf.PARTNER, target=each.id) for each in known]
    if len(pages) == 1:
        await show(message, await _screen(pages[0], reader, tasks, bound_chat))
    elif not pages:
        await show(message, not_in_registry(words, reader))
    else:
        rows = [
            [button(partner_button_name(each, reader.registry, reader.language), page.pack())]
            for each, page in zip(known, pages, strict=True)
        ]
        await show(message, Screen(fill(_("Which one do you mean?")), rows))


async def turn_page(
    query: CallbackQuery,
    callback_data: TasksPage,
    reader: Reader,
    tasks: Tasks,
    bound_chat: BoundChat | None,
) -> None:
    """Another page, or another list."""
    await show(query, await _screen(callback_data, reader, tasks, bound_chat))


def _shelf_named(words: str) -> Shelf | None:
    """The list that is asked for in words; None for the name of a partner."""
    if not words:
        return Shelf.MINE
    asked = set(stems(words))
    return next((each for each, said in SHELF_WORDS.items() if asked & set(stems(said))), None)


async def _screen(page: TasksPage, reader: Reader, tasks: Tasks, bound: BoundChat | None) -> Screen:
    """A page of action items, each with its button."""
    scope = scope_of(bound, reader.registry)
    every = await tasks.under_control(scope)
    found = [each for each in every if _is_on(page, each, reader, tasks, in_group=bool(bound))]
    count = ngettext("{count} action item", "{count} action items", len(found))
    counted = count.format(count=len(found))
    heading = fill("<b>{title}: {count}</b>", title=_title(page, reader), count=counted)
    shown = page_of(found, page.page, PAGE)
    text = Markup("\n\n").join([heading, *(list_line(each, reader) for each in shown.items)])
    if not found:
        text = lines([text, fill(_("Add one: {example}"), example="/task Бурж: …")])
    opening = [button(f"№ {each.id}", pressing(each.id, TaskDeed.OPEN)) for each in shown.items]
    turning = page_buttons(shown, lambda number: page.model_copy(update={"page": number}).pack())
    return Screen(text, [opening, turning, _shelves(page)])


def _is_on(page: TasksPage, task: Step, reader: Reader, tasks: Tasks, *, in_group: bool) -> bool:
    own = reader.user.communities
    mine = in_group or not own or tasks.community_of(task) in own
    match page.shelf:
        case Shelf.MINE:
            return mine
        case Shelf.OVERDUE:
            return mine and task.overdue_on(reader.today)
        case Shelf.PARTNER:
            return task.partnership == page.target
    return True


def _title(page: TasksPage, reader: Reader) -> str:
    partnership = reader.registry.partnerships.get(page.target)
    if page.shelf is Shelf.PARTNER and partnership is not None:
        return pair_name(partnership, reader.registry, reader.language)
    return _shelf_word(page.shelf)


def _shelf_word(shelf: Shelf) -> str:
    return {
        Shelf.MINE: _("Ours"),
        Shelf.OVERDUE: _("Overdue"),
        Shelf.ALL: _("All"),
        Shelf.PARTNER: _("Of the partner"),
    }[shelf]


def _shelves(page: TasksPage) -> list[InlineKeyboardButton]:
    """The other lists."""
    return [
        button(_shelf_word(each), TasksPage(shelf=each).pack())
        for each in (Shelf.MINE, Shelf.OVERDUE, Shelf.ALL)
        if each is not page.shelf
    ]
