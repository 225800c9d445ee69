"""`/note` without words: what is to be written down is asked, and the next text is kept."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _

from handlers.meetings.states import is_plain_text
from handlers.notes.received import of_own_words
from handlers.notes.saving import save
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, fill, lines, show
from partnership.access import Action
from partnership.membership_records import BoundChat
from partnership.notes.note import NoteKind
from partnership.notes.notes import Notes

KIND, PARTNER = "note_kind", "note_partner"


class Writing(StatesGroup):
    """The next plain text is what is to be written down."""

    words = State()


def register(_commands: Router, sent: Router) -> None:
    """Add the handler of the words."""
    flags = needs(Action.WRITE_NOTE)
    sent.message.register(keep_words, StateFilter(Writing.words), is_statement, flags=flags)


async def is_statement(message: Message) -> bool:
    """A text that may be a note: what ends in a question mark is asked of the bot."""
    asked = (message.text or "").rstrip().endswith("?")
    return not asked and await is_plain_text(message)


async def ask_for_words(message: Message, kind: NoteKind, partner: str, state: FSMContext) -> None:
    """Ask what is to be written down; `partner` is what the command named already."""
    await state.set_state(Writing.words)
    await state.update_data({KIND: kind.value, PARTNER: partner})
    question = {
        NoteKind.NOTE: _("What shall I write down?"),
        NoteKind.DECISION: _("What was decided?"),
        NoteKind.ACTION: _("Who is to do what, and until when?"),
    }[kind]
    how = _("Send it as the next message (in a group, as a reply to this one), or /cancel.")
    example = _("Next time it may stand in one line: {example}")
    line = f"/{kind} Бурж: домовились про обмін школярами"
    await show(message, Screen(lines([fill(question), fill(how), fill(example, example=line)])))


async def keep_words(
    message: Message,
    reader: Reader,
    notes: Notes,
    bound_chat: BoundChat | None,
    i18n: I18n,
    state: FSMContext,
) -> None:
    """Keep the text; what may not be kept leaves the question open."""
    data = await state.get_data()
    partner, words = data.get(PARTNER, ""), message.text or ""
    line = f"{partner}: {words}" if partner else words
    new = of_own_words(message, line, NoteKind(data.get(KIND, NoteKind.NOTE)))
    await save(message, new, reader, notes, bound_chat, i18n)
    await state.clear()
