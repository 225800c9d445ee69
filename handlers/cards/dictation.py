"""What a dictation shows: what was understood so far, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.event_names import event_name
from handlers.cards.events import event_when
from handlers.cards.notes import item_words
from handlers.formats import listed
from handlers.reader import Reader
from handlers.screens import fill, lines
from partnership.events import Event
from partnership.language.names import NameIndex
from partnership.notes.note import Note, NoteKind
from partnership.notes.proposing import Proposal, propose

SHOWN_LENGTH = 400
"""Characters of a point; the whole of it is in the notes of the event."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A point with its number, and of an action item who does it until when."""

    number: int
    note: Note
    item: Proposal | None


def understood(notes: Sequence[Note], first: int, names: NameIndex, zone: str) -> list[Understood]:
    """Points numbered from `first`."""
    return [
        Understood(
            number,
            note,
            propose(note, names, zone) if note.kind is NoteKind.ACTION else None,
        )
        for number, note in enumerate(notes, first)
    ]


def dictation_head(event: Event, reader: Reader, *, begun: bool, last: bool) -> Markup:
    """What is being written down; at the beginning also how, at last only what it was."""
    name = event_name(event, reader.registry, reader.language)
    when = event_when(event, reader.language)
    if last:
        return fill(_("<b>Written down:</b> {name}, {when}"), name=name, when=when)
    title = fill(_("<b>Writing down:</b> {name}, {when}"), name=name, when=when)
    stop = fill(_("To end: {command}"), command="/minutes stop")
    if begun:
        return lines([title, stop])
    return lines([title, *how_to_dictate(), stop])


def how_to_dictate() -> list[Markup]:
    """The few things one has to know."""
    return [
        fill(_("Each message is a point; of several lines each is one.")),
        fill(_("«!» or «decided» begins a decision.")),
        fill(_("«Chyzhevska: prepare the report by 15 June» is an action item.")),
        fill(_("A question to me begins with «?».")),
        fill(_("A mistake? Edit your message, or reply to it: «delete».")),
    ]


def point_line(point: Understood, reader: Reader) -> Markup:
    """«3. Доручення: «звіт», виконавиця — Наталія Чижевська, строк …»."""
    text = point.note.text
    short = text if len(text) <= SHOWN_LENGTH else f"{text[:SHOWN_LENGTH].rstrip()}…"
    said = f"{point.note.said_by}: {short}" if point.note.said_by else short
    if point.item is not None and len(text) <= SHOWN_LENGTH:
        words = item_words(point.item, reader)
        return fill(_("{number}. <b>Action item:</b> {item}"), number=point.number, item=words)
    template = {
        NoteKind.NOTE: "{number}. {text}",
        NoteKind.DECISION: _("{number}. <b>Decision:</b> {text}"),
        NoteKind.ACTION: _("{number}. <b>Action item:</b> {text}"),
    }[point.note.kind]
    return fill(template, number=point.number, text=said)


def counted(notes: Sequence[Note], language: str) -> str:
    """«12 нотаток, 3 рішення і 4 доручення»."""
    counts = {kind: sum(each.kind is kind for each in notes) for kind in NoteKind}
    words = {
        NoteKind.NOTE: ngettext("{count} note", "{count} notes", counts[NoteKind.NOTE]),
        NoteKind.DECISION: ngettext(
            "{count} decision", "{count} decisions", counts[NoteKind.DECISION]
        ),
        NoteKind.ACTION: ngettext(
            "{count} action item", "{count} action items", counts[NoteKind.ACTION]
        ),
    }
    return listed(
        [text.format(count=counts[kind]) for kind, text in words.items() if counts[kind]], language
    )


def ended_text(event: Event, notes: Sequence[Note], reader: Reader) -> Markup:
    """That it is over, and how much there is."""
    name = event_name(event, reader.registry, reader.language)
    title = fill(_("<b>No longer writing down:</b> {name}"), name=name)
    if not notes:
        return lines([title, fill(_("No points were written down."))])
    count = counted(notes, reader.language)
    return lines([title, fill(_("Written down: {count}."), count=count)])
