"""Correcting a note: asked for by button, the next text supersedes it."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.note_facts import gather
from handlers.meetings.states import is_plain_text
from handlers.notes.note_buttons import NoteButton, NoteDeed
from handlers.notes.note_screens import note_screen
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, button, fill, lines, show
from partnership.access import Action
from partnership.membership_records import BoundChat
from partnership.notes.errors import SupersededError
from partnership.notes.note import Note
from partnership.notes.notes import Notes
from partnership.notes.scope import scope_of

NUMBER = "corrected_note"


class Correcting(StatesGroup):
    """The next plain text is the note as it should be."""

    text = State()


def register(_commands: Router, sent: Router) -> None:
    """Add the handler of the corrected text."""
    flags = needs(Action.WRITE_NOTE)
    sent.message.register(correct_text, StateFilter(Correcting.text), is_plain_text, flags=flags)


async def ask_for_text(
    query: CallbackQuery, note: Note, reader: Reader, notes: Notes, state: FSMContext
) -> None:
    """Ask for the whole text anew; the old one is there to be copied."""
    notes.require_change(reader.user, note)
    if note.superseded_by is not None:
        raise SupersededError(note.superseded_by)
    await state.set_state(Correcting.text)
    await state.update_data({NUMBER: note.id})
    ask = _("Send note no. {number} as it should be. In a group, reply to this message.")
    text = lines([fill(ask, number=note.id), fill("<code>{text}</code>", text=note.text)])
    back = NoteButton(id=note.id, deed=NoteDeed.OPEN)
    await show(query, Screen(text, [[button(_("Back"), back.pack())]]))


async def correct_text(
    message: Message,
    reader: Reader,
    notes: Notes,
    bound_chat: BoundChat | None,
    state: FSMContext,
) -> None:
    """The note is superseded; what may not be kept leaves it as it was."""
    number = int((await state.get_data()).get(NUMBER, 0))
    await notes.note(number, scope_of(bound_chat, reader.registry))
    new = await notes.correct(reader.user, number, message.text or "")
    await state.clear()
    screen = note_screen(await gather(new, reader, notes), reader)
    told = fill(_("Corrected. The earlier text stays in the history."))
    await show(message, Screen(lines([told, screen.text]), screen.buttons))
