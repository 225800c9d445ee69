"""Writing down: /note, /decision, /action, forwarded messages, files with a caption."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _

from handlers.notes import received
from handlers.notes.asking import ask_for_words
from handlers.notes.saving import save
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Screen, fill, show
from partnership.access import Action
from partnership.membership_records import BoundChat
from partnership.notes.errors import EmptyNoteError
from partnership.notes.note import NoteKind
from partnership.notes.notes import Notes

KINDS = {
    "note": NoteKind.NOTE,
    "decision": NoteKind.DECISION,
    "action": NoteKind.ACTION,
}


def register(commands: Router, sent: Router) -> None:
    """Add the handlers of writing."""
    write = needs(Action.WRITE_NOTE)
    commands.message.register(write_command, Command(*KINDS), flags=write)
    sent.message.register(write_sent, is_sent_to_be_kept, flags=write)
    sent.message.register(ask_for_caption, is_file_without_words, flags=write)


async def is_sent_to_be_kept(message: Message, raw_state: str | None = None) -> bool:
    """Whether a message in private is a note by itself: forwarded, or a file with words."""
    if message.forward_origin is None and message.caption is None:
        return False
    words = message.text or message.caption or ""
    is_command = words.startswith("/")
    return message.chat.type == "private" and raw_state is None and bool(words) and not is_command


async def is_file_without_words(message: Message, raw_state: str | None = None) -> bool:
    """Whether nobody said what a file in private is."""
    return message.chat.type == "private" and raw_state is None and not message.caption


async def ask_for_caption(message: Message) -> None:
    """A file becomes a note by what is written under it."""
    text = _("With a caption this file would be kept as a note. For example: {example}")
    await show(message, Screen(fill(text, example="Бурж: програма візиту")))


async def write_command(
    message: Message,
    command: CommandObject,
    reader: Reader,
    notes: Notes,
    bound_chat: BoundChat | None,
    i18n: I18n,
    state: FSMContext,
) -> None:
    """`/note Бурж: …`, or the command as a reply to what is to be written down."""
    kind, words = KINDS[command.command.lower()], command.args or ""
    replied = message.reply_to_message
    if replied is not None and (replied.text or replied.caption):
        new = received.of_reply(message, replied, words, kind)
    else:
        new = received.of_own_words(message, words, kind)
    try:
        await save(message, new, reader, notes, bound_chat, i18n)
    except EmptyNoteError:
        await ask_for_words(message, kind, words.strip(" :"), state)


async def write_sent(message: Message, reader: Reader, notes: Notes, i18n: I18n) -> None:
    """A forwarded message keeps its author; a file is the person's own."""
    if message.forward_origin is not None:
        new = received.of_forwarded(message)
    else:
        new = received.of_own_words(message, message.caption or "")
    await save(message, new, reader, notes, None, i18n)
