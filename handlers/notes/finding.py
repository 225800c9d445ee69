"""/find: search over notes, letters, events and steps; the hits stand in bold.

What was searched for stands in the answer itself, so that its pages can be turned by anybody in
the group, and after a restart.
"""

from __future__ import annotations

from aiogram import Router
from aiogram.enums import MessageEntityType
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.event_buttons import OpenEvent
from handlers.cards.found import filters_line, found_entry
from handlers.cards.tasks import title_of
from handlers.notes.note_buttons import FoundNotes, NoteButton, NoteDeed
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, button, fill, lines, show
from handlers.tasks.task_buttons import TaskDeed, pressing
from partnership.access import Action
from partnership.entities import Entity
from partnership.events import Event
from partnership.membership_records import BoundChat
from partnership.notes.note import Note
from partnership.notes.notes import Notes
from partnership.notes.reading import PAGE, FoundPage
from partnership.notes.scope import scope_of
from partnership.personal_data import restricted
from partnership.steps import Step, StepKind

EXAMPLE = "/find культура; Бурж; 2024; Тарас"
IN_A_ROW = 3
BETWEEN = Markup("\n\n")


def register(commands: Router, _sent: Router) -> None:
    """Add the handlers of the search."""
    read = needs(Action.READ)
    commands.message.register(find_command, Command("find"), flags=read)
    commands.callback_query.register(turn_page, FoundNotes.filter(), flags=read)


async def find_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    notes: Notes,
    bound_chat: BoundChat | None,
) -> None:
    """`/find слово`, narrowed by a partner, a period, an author after «;»."""
    if not command.args:
        ask = _("What shall I look for? Narrow it by partner, period and author: {example}")
        await show(message, Screen(fill(ask, example=EXAMPLE)))
        return
    await show(message, await found_screen(command.args, 0, reader, notes, bound_chat))


async def turn_page(
    query: CallbackQuery,
    callback_data: FoundNotes,
    reader: Reader,
    notes: Notes,
    bound_chat: BoundChat | None,
) -> Alert | None:
    """Another page of the search that the message shows."""
    line = _searched(query.message) if isinstance(query.message, Message) else None
    if line is None:
        return Alert(_("This button is out of date."))
    await show(query, await found_screen(line, callback_data.page, reader, notes, bound_chat))
    return None


def _searched(message: Message) -> str | None:
    """The search line: what stands in the first piece of code of the answer."""
    for entity in message.entities or ():
        if entity.type == MessageEntityType.CODE:
            return entity.extract_from(message.text or "")
    return None


async def found_at_all(
    line: str, reader: Reader, notes: Notes, bound: BoundChat | None
) -> Screen | None:
    """The first page of what a search line finds; None where it finds nothing."""
    scope = scope_of(bound, reader.registry)
    found = await notes.find(line, reader.user.communities, scope, 0)
    return _page(found, reader) if found.total else None


async def found_screen(
    line: str, page: int, reader: Reader, notes: Notes, bound: BoundChat | None
) -> Screen:
    """A page of what a search line finds."""
    scope = scope_of(bound, reader.registry)
    return _page(await notes.find(line, reader.user.communities, scope, page), reader)


def _page(found: FoundPage, reader: Reader) -> Screen:
    line = found.asked.line
    title = fill(_("<b>Search</b>: <code>{line}</code>"), line=found.asked.line)
    filters = filters_line(found.asked, reader)
    if restricted(line):
        title, filters = fill(_("<b>Search</b>")), None
    head = lines([title, filters, _count(found)])
    entries = [found_entry(each, found.asked.stems, reader) for each in found.records]
    opening = [opens for each in found.records if (opens := _opens(each)) is not None]
    return Screen(BETWEEN.join([head, *entries]), [*_rows(opening), _turning(found)])


def _rows(opening: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    return [opening[at : at + IN_A_ROW] for at in range(0, len(opening), IN_A_ROW)]


def _opens(record: Note | Entity) -> InlineKeyboardButton | None:
    """The button that shows a note, an event or an action item in full."""
    match record:
        case Note(id=number):
            return button(f"№ {number}", NoteButton(id=number, deed=NoteDeed.OPEN).pack())
        case Event(id=number):
            words = _("Event no. {number}").format(number=number)
            return button(words, OpenEvent(id=number).pack())
        case Step(kind=StepKind.ACTION) as task:
            return button(title_of(task), pressing(task.id, TaskDeed.OPEN))
    return None


def _count(found: FoundPage) -> Markup:
    if not found.total:
        return fill(_("Nothing found. Try fewer words or another name."))
    if not found.ranked:
        return fill(_("More than {count} found, the latest first."), count=found.total)
    count = ngettext("Found: {count} record", "Found: {count} records", found.total)
    return fill(count, count=found.total)


def _turning(found: FoundPage) -> list[InlineKeyboardButton]:
    row = []
    if found.number:
        row.append(button("‹", FoundNotes(page=found.number - 1).pack()))
    if found.number or found.has_next:
        pages = f"/{-(-found.total // PAGE)}" if found.ranked else ""
        row.append(button(f"{found.number + 1}{pages}", FoundNotes(page=found.number).pack()))
    if found.has_next:
        row.append(button("›", FoundNotes(page=found.number + 1).pack()))
    return row
