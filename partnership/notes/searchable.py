"""What of a record is searched, and by whom and when it was said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from partnership.bilingual import Bilingual
from partnership.entities import Entity
from partnership.events import Event
from partnership.letters import Letter
from partnership.minutes.minutes import Minutes
from partnership.notes.note import Note
from partnership.notes.stores import Subject
from partnership.steps import Step


@dataclass(frozen=True, slots=True)
class Searchable:
    """A record as the index takes it: its words, and what it is filtered by."""

    subject: Subject
    record: str
    text: str
    author: str = ""
    partnerships: tuple[str, ...] = ()
    community: str | None = None
    day: date | None = None


def searchable(record: Note | Entity) -> Searchable | None:
    """What is searched of a record; None for kinds that are looked up by name instead."""
    match record:
        case Note() as note:
            belongs = note.belongs
            return Searchable(
                Subject.NOTE,
                str(note.id),
                text_of(note, None),
                f"{note.author_name} {note.said_by or ''}",
                (belongs.partnership,) if belongs.partnership else (),
                belongs.community,
                note.at.date(),
            )
        case Letter() as letter:
            text, day = text_of(letter, None), letter.sent_on or letter.reply_on
            return Searchable(
                Subject.LETTER, letter.id, text, partnerships=(letter.partnership,), day=day
            )
        case Event() as event:
            text, linked = text_of(event, None), event.partnerships
            return Searchable(
                Subject.EVENT, event.key, text, "", linked, event.community, event.starts_on
            )
        case Step() as step:
            linked = (step.partnership,) if step.partnership else ()
            text = text_of(step, None)
            return Searchable(Subject.STEP, step.key, text, "", linked, step.community, step.due)
        case Minutes() as found:
            text, linked = text_of(found, None), found.partnerships
            day, community = found.day, found.community
            return Searchable(Subject.MINUTES, found.key, text, "", linked, community, day)
    return None


def text_of(record: Note | Entity, language: str | None) -> str:
    """The words of a record, in one language or, with None, in all that it has."""
    if isinstance(record, Note):
        return f"{record.text} {record.file.name}" if record.file else record.text
    return ". ".join(_in(_texts(record), language))


def _texts(record: Entity) -> tuple[Bilingual | None, ...]:
    match record:
        case Letter() as letter:
            return (letter.subject, letter.reply, letter.note)
        case Event() as event:
            return (event.title, *event.topics, *event.outcomes, event.note)
        case Step() as step:
            return (step.what, step.owner, step.due_text, step.result, step.note)
        case Minutes() as minutes:
            agenda = (each.title for each in minutes.agenda)
            points = (each.text for each in minutes.points)
            return (*agenda, *points, minutes.conclusions, minutes.next_meeting)
    return ()


def _in(texts: Iterable[Bilingual | None], language: str | None) -> Iterator[str]:
    for each in texts:
        if each is None:
            continue
        if language is not None:
            yield each.text(language)
        else:
            yield from (text for text in (each.uk, each.en) if text)
