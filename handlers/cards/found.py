"""What a search found: each record with the words that were searched for in bold."""

from __future__ import annotations

from collections.abc import Collection

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.notes import title_of, where_name
from handlers.cards.tasks import title_of as title_of_task
from handlers.formats import short_date
from handlers.reader import Reader
from handlers.record_words import kind_word
from handlers.screens import fill, lines
from partnership.entities import Entity, Growing, kind_of
from partnership.events import Event
from partnership.letters import Letter
from partnership.notes.asking import Asked
from partnership.notes.note import Belongs, Note
from partnership.notes.searchable import searchable, text_of
from partnership.notes.snippets import snippet
from partnership.steps import Step, StepKind


def filters_line(asked: Asked, reader: Reader) -> Markup | None:
    """How the filters were read, so that one sees what the search was narrowed by."""
    parts = []
    if asked.place is not None:
        name = asked.place.name.text(reader.language)
        parts.append(_("partner: {name}").format(name=name))
    if asked.period is not None:
        first = short_date(asked.period.start, reader.language)
        last = short_date(asked.period.end, reader.language)
        parts.append(_("period: {first} – {last}").format(first=first, last=last))
    if asked.author is not None:
        parts.append(_("author: {name}").format(name=asked.author))
    return fill("{parts}", parts=", ".join(parts)) if parts else None


def found_entry(record: Note | Entity, stems: Collection[str], reader: Reader) -> Markup:
    """«Подія № 3, 28.05.2024, Коростень – Бурж», and where the words stand in it."""
    if isinstance(record, Event):
        record = reader.sees(record)
    text = searchable(record)
    day = short_date(text.day, reader.language) if text and text.day else _("no date")
    linked = text.partnerships if text else ()
    places = [Belongs(partnership=each) for each in linked]
    names = (where_name(each, reader.registry, reader.language) for each in places)
    kind = _title(record)
    title = ", ".join([kind[:1].upper() + kind[1:], day, *names])
    return lines([fill("<i>{title}</i>", title=title), _words(record, stems, reader)])


def _title(record: Note | Entity) -> str:
    if isinstance(record, Note):
        return title_of(record)
    if isinstance(record, Step) and record.kind is StepKind.ACTION:
        return title_of_task(record)
    name = kind_word(kind_of(record))
    if isinstance(record, Growing):
        return _("{kind} no. {number}").format(kind=name, number=record.id)
    assert isinstance(record, Letter)
    return name


def _words(record: Note | Entity, stems: Collection[str], reader: Reader) -> Markup:
    """The snippet, from the other language where the words stand only there."""
    pieces = snippet(text_of(record, reader.language), stems)
    if not any(piece.hit for piece in pieces):
        pieces = snippet(text_of(record, None), stems)
    shown = (fill("<b>{text}</b>" if each.hit else "{text}", text=each.text) for each in pieces)
    return Markup("").join(shown)
