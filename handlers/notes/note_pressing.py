"""The buttons under a note."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.note_facts import gather
from handlers.cards.notes import full_text, list_entry
from handlers.notes.correcting import ask_for_text
from handlers.notes.note_buttons import READS, WRITES, NoteButton, NoteDeed, Owner, PlaceNote
from handlers.notes.note_screens import choice_screen, note_screen, saved_screen
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, button, fill, lines, show
from partnership.access import Action
from partnership.membership_records import BoundChat
from partnership.notes.note import Belongs, FileKind, Note
from partnership.notes.notes import Notes
from partnership.notes.scope import scope_of


def register(commands: Router, _sent: Router) -> None:
    """Add the handlers of the buttons."""
    press, write = commands.callback_query.register, needs(Action.WRITE_NOTE)
    press(read_note, NoteButton.filter(F.deed.in_(READS)), flags=needs(Action.READ))
    press(change_note, NoteButton.filter(F.deed.in_(WRITES)), flags=write)
    listed = NoteButton.filter(F.deed == NoteDeed.PUT_ON_LIST)
    press(put_on_list, listed, flags=needs(Action.MANAGE_STEPS))
    press(bring_again, NoteButton.filter(F.deed == NoteDeed.BRING_AGAIN), flags=write)
    press(place_note, PlaceNote.filter(), flags=write)


async def read_note(
    query: CallbackQuery,
    callback_data: NoteButton,
    reader: Reader,
    notes: Notes,
    bound_chat: BoundChat | None,
    state: FSMContext,
) -> None:
    """The note in full, its history, its file."""
    await state.clear()
    note = await notes.note(callback_data.id, scope_of(bound_chat, reader.registry))
    if callback_data.deed is NoteDeed.FILE:
        await _send_file(query, note)
    elif callback_data.deed is NoteDeed.HISTORY:
        await show(query, await _history_screen(note, reader, notes))
    else:
        await show(query, note_screen(await gather(note, reader, notes), reader))


async def change_note(
    query: CallbackQuery,
    callback_data: NoteButton,
    reader: Reader,
    notes: Notes,
    bound_chat: BoundChat | None,
    state: FSMContext,
) -> None:
    """To the event, to another partnership, corrected, taken back."""
    note = await notes.note(callback_data.id, scope_of(bound_chat, reader.registry))
    match callback_data.deed:
        case NoteDeed.CORRECT:
            await ask_for_text(query, note, reader, notes, state)
        case NoteDeed.CHOOSE:
            await show(query, choice_screen(note, reader))
        case NoteDeed.TAKE_BACK:
            await show(query, _taken_back(await notes.take_back(reader.user, note.id)))
        case NoteDeed.TO_EVENT:
            event = await notes.offered_event(note)
            belongs = Belongs(partnership=note.belongs.partnership, event=event)
            placed = await notes.place(reader.user, note.id, belongs)
            await show(query, saved_screen(await gather(placed, reader, notes), reader))
        case _:
            await show(query, saved_screen(await gather(note, reader, notes, ask=False), reader))


def _taken_back(note: Note) -> Screen:
    """What was taken back is still there to be read, and one tap brings it again."""
    told = fill(_("Taken back: note no. {number}."), number=note.id)
    again = NoteButton(id=note.id, deed=NoteDeed.BRING_AGAIN)
    text = lines([told, fill("<s>{text}</s>", text=note.text)])
    return Screen(text, [[button(_("Bring it again"), again.pack())]])


async def bring_again(
    query: CallbackQuery,
    callback_data: NoteButton,
    reader: Reader,
    notes: Notes,
) -> None:
    """A note that was taken back by mistake."""
    note = await notes.bring_again(reader.user, callback_data.id)
    await show(query, saved_screen(await gather(note, reader, notes), reader))


async def put_on_list(
    query: CallbackQuery,
    callback_data: NoteButton,
    reader: Reader,
    notes: Notes,
    bound_chat: BoundChat | None,
) -> None:
    """The action item of a note comes under control."""
    note = await notes.note(callback_data.id, scope_of(bound_chat, reader.registry))
    await notes.put_on_list(reader.user, note.id)
    screen = saved_screen(await gather(note, reader, notes), reader)
    told = fill(_("It can be taken back for a day: /undo")) if reader.private else None
    await show(query, Screen(lines([screen.text, told]), screen.buttons))


async def place_note(
    query: CallbackQuery,
    callback_data: PlaceNote,
    reader: Reader,
    notes: Notes,
    bound_chat: BoundChat | None,
) -> Alert | None:
    """Whose note it is, chosen by button."""
    note = await notes.note(callback_data.id)
    scope = scope_of(bound_chat, reader.registry)
    here = bound_chat and note.source and note.source.chat == bound_chat.chat
    if scope is not None and not (scope.covers(note.belongs) or here):
        return Alert(_("This button is out of date."))
    if callback_data.owner is Owner.PARTNERSHIP:
        belongs = Belongs(partnership=callback_data.target)
    else:
        belongs = Belongs(community=callback_data.target)
    placed = await notes.place(reader.user, note.id, belongs)
    await show(query, saved_screen(await gather(placed, reader, notes), reader))
    return None


async def _send_file(query: CallbackQuery, note: Note) -> None:
    """The file again, by the id that Telegram gave it."""
    if note.file is None or not isinstance(query.message, Message):
        return
    if note.file.kind is FileKind.PHOTO:
        await query.message.answer_photo(note.file.id)
    else:
        await query.message.answer_document(note.file.id)


async def _history_screen(note: Note, reader: Reader, notes: Notes) -> Screen:
    facts = await gather(note, reader, notes, ask=False)
    earlier = [list_entry(each, reader) for each in (await notes.history(note))[1:]]
    heading = fill(_("<b>Earlier</b>"))
    back = button(_("Back"), NoteButton(id=note.id, deed=NoteDeed.OPEN).pack())
    return Screen(lines([full_text(facts, reader), heading, *earlier]), [[back]])
