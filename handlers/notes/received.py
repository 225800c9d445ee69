"""From a Telegram message to what is written down of it: words, author, link, file."""

from __future__ import annotations

from aiogram.types import (
    Document,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    PhotoSize,
)

from partnership.notes.note import FileKind, NoteFile, NoteKind
from partnership.notes.note import Message as Source
from partnership.notes.writing import NewNote

UNKNOWN_TYPE = "application/octet-stream"


def of_own_words(message: Message, words: str, kind: NoteKind = NoteKind.NOTE) -> NewNote:
    """What the person wrote themselves, with the file of the message."""
    return NewNote(text=words, kind=kind, source=source_of(message), file=file_of(message))


def of_reply(message: Message, replied: Message, words: str, kind: NoteKind) -> NewNote:
    """A reply with a command: the other message, after it what the command adds.

    «/note Бурж» under a message says only whose note it is.
    """
    said, (head, _colon, added) = replied.text or replied.caption or "", words.partition(":")
    text = "\n".join(filter(None, (f"{head}: {said}" if head else said, added.strip())))
    author = author_of(replied)
    own = message.from_user is not None and author == message.from_user.full_name
    return NewNote(
        text=text,
        kind=kind,
        said_by=None if own else author,
        source=source_of(replied),
        file=file_of(replied),
    )


def of_forwarded(message: Message) -> NewNote:
    """A message that was forwarded to the bot, in the words of whoever wrote it."""
    return NewNote(
        text=message.text or message.caption or "",
        said_by=author_of(message),
        source=source_of(message),
        file=file_of(message),
    )


def source_of(message: Message) -> Source:
    """Where the note comes from; only messages of supergroups have an address."""
    return Source(message.chat.id, message.message_id, message.get_url())


def author_of(message: Message) -> str | None:
    """Who wrote a message first: of a forwarded one the author, not who passed it on."""
    match message.forward_origin:
        case MessageOriginUser(sender_user=user):
            return user.full_name
        case MessageOriginHiddenUser(sender_user_name=name):
            return name
        case MessageOriginChat(sender_chat=chat):
            return chat.title
        case MessageOriginChannel(chat=chat):
            return chat.title
    if message.sender_chat is not None:
        return message.sender_chat.title
    return message.from_user.full_name if message.from_user is not None else None


def file_of(message: Message) -> NoteFile | None:
    """The document or the photo of a message, the photo in its largest size."""
    if message.document is not None:
        return _document(message.document)
    return _photo(message.photo[-1]) if message.photo else None


def _document(sent: Document) -> NoteFile:
    name, size = sent.file_name or "", sent.file_size or 0
    return NoteFile(sent.file_id, FileKind.DOCUMENT, name, size, sent.mime_type or UNKNOWN_TYPE)


def _photo(sent: PhotoSize) -> NoteFile:
    name = f"photo-{sent.file_unique_id[:8]}.jpg"
    return NoteFile(sent.file_id, FileKind.PHOTO, name, sent.file_size or 0, "image/jpeg")
