"""/notes: the notes of a partner, of an event, of all, by pages, the latest first."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.event_names import event_name
from handlers.cards.names import partner_button_name
from handlers.cards.notes import list_entry, where_name
from handlers.findings import not_in_registry
from handlers.notes.note_buttons import NoteButton, NoteDeed, NotesPage, Owner
from handlers.paging import Page, page_buttons
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.finding import Found, find_partner
from partnership.language.names import NameIndex
from partnership.membership_records import BoundChat
from partnership.notes.note import Belongs
from partnership.notes.notes import Notes
from partnership.notes.reading import NotePage
from partnership.notes.scope import Scope, scope_of
from partnership.partnerships import Partnership

NUMBER_DIGITS = 9
BETWEEN = Markup("\n\n")


def register(commands: Router, _sent: Router) -> None:
    """Add the handlers of the list."""
    read = needs(Action.READ)
    commands.message.register(notes_command, Command("notes"), flags=read)
    commands.callback_query.register(turn_page, NotesPage.filter(), flags=read)


async def notes_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    names: NameIndex,
    notes: Notes,
    bound_chat: BoundChat | None,
) -> None:
    """`/notes Бурж`, `/notes 12` for an event; without a name all, or what the group is about."""
    scope = scope_of(bound_chat, reader.registry)
    args = (command.args or "").strip().lstrip("№#").strip()
    page = await _of_event(args, notes) if args.isdecimal() else None
    if page is not None:
        screen = await _screen(page, scope, reader, notes)
    elif not args:
        screen = await notes_of_chat(reader, notes, bound_chat)
    else:
        found = find_partner(args, reader.registry, names, reader.user.communities)
        known = found.partnerships if isinstance(found, Found) else ()
        screen = not_in_registry(args, reader)
        if known:
            screen = await notes_of_partnerships(known, reader, notes, bound_chat)
    await show(message, screen)


async def notes_of_chat(reader: Reader, notes: Notes, bound: BoundChat | None) -> Screen:
    """All notes, or those of what the group is about."""
    return await _screen(_of_chat(bound), scope_of(bound, reader.registry), reader, notes)


async def notes_of_partnerships(
    known: Sequence[Partnership], reader: Reader, notes: Notes, bound: BoundChat | None
) -> Screen:
    """The notes of a partnership; where several may be meant, which one."""
    pages = [NotesPage(owner=Owner.PARTNERSHIP, target=each.id, page=0) for each in known]
    if len(pages) == 1:
        return await _screen(pages[0], scope_of(bound, reader.registry), reader, notes)
    rows = [
        [button(partner_button_name(each, reader.registry, reader.language), page.pack())]
        for each, page in zip(known, pages, strict=True)
    ]
    return Screen(fill(_("Which one do you mean?")), rows)


async def turn_page(
    query: CallbackQuery,
    callback_data: NotesPage,
    reader: Reader,
    notes: Notes,
    bound_chat: BoundChat | None,
) -> None:
    """Another page."""
    scope = scope_of(bound_chat, reader.registry)
    await show(query, await _screen(callback_data, scope, reader, notes))


async def _of_event(number: str, notes: Notes) -> NotesPage | None:
    event = await notes.events.event_by_number(int(number[:NUMBER_DIGITS]))
    return NotesPage(owner=Owner.EVENT, target=event.key, page=0) if event is not None else None


def _of_chat(bound: BoundChat | None) -> NotesPage:
    """What is listed where nobody is named."""
    if bound is None:
        return NotesPage(owner=Owner.ALL, target="", page=0)
    if bound.partnership is not None:
        return NotesPage(owner=Owner.PARTNERSHIP, target=bound.partnership, page=0)
    return NotesPage(owner=Owner.COMMUNITY, target=bound.community or "", page=0)


async def _screen(page: NotesPage, scope: Scope | None, reader: Reader, notes: Notes) -> Screen:
    """A page of notes, each with its button."""
    belongs = await _belongs(page, notes)
    if scope is not None and (belongs is None or not scope.covers(belongs)):
        return Screen(fill(_("In this group I show only the notes of its own partnership.")))
    found = await notes.list_notes(belongs, page.page)
    title = await _title(belongs, reader, notes)
    if not found.total:
        hint = fill(_("Write one: {example}"), example="/note Бурж: …")
        return Screen(lines([title, fill(_("No notes yet.")), hint]))
    count = ngettext("{count} note", "{count} notes", found.total)
    head = lines([title, fill(count, count=found.total)])
    text = BETWEEN.join([head, *(list_entry(each, reader) for each in found.notes)])
    opening = [
        button(f"№ {each.id}", NoteButton(id=each.id, deed=NoteDeed.OPEN).pack())
        for each in found.notes
    ]
    return Screen(text, [opening, _turning(page, found)])


async def _belongs(page: NotesPage, notes: Notes) -> Belongs | None:
    """Whose notes the page shows; of an event also the partnership by which it is seen."""
    match page.owner:
        case Owner.PARTNERSHIP:
            return Belongs(partnership=page.target)
        case Owner.COMMUNITY:
            return Belongs(community=page.target)
        case Owner.EVENT:
            event = await notes.events.event(page.target)
            linked = event.partnerships[:1] if event is not None else ()
            return Belongs(event=page.target, partnership=next(iter(linked), None))
    return None


async def _title(belongs: Belongs | None, reader: Reader, notes: Notes) -> Markup:
    if belongs is None:
        return fill(_("<b>All notes</b>"))
    where = where_name(belongs, reader.registry, reader.language)
    event = await notes.events.event(belongs.event) if belongs.event is not None else None
    if event is not None:
        where = event_name(reader.sees(event), reader.registry, reader.language)
    return fill(_("<b>Notes: {where}</b>"), where=where)


def _turning(page: NotesPage, found: NotePage) -> list[InlineKeyboardButton]:
    shown = Page(found.notes, found.number, found.pages)
    return page_buttons(shown, lambda number: page.model_copy(update={"page": number}).pack())
