"""Notes as people see them: one that was just written, one in full, one in a list."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_names import event_name
from handlers.cards.names import pair_name
from handlers.cards.note_facts import NoteFacts
from handlers.cards.task_people import people_names
from handlers.formats import clock_time, dated_weekday, short_date
from handlers.reader import Reader
from handlers.screens import fill, lines
from partnership.bilingual import Bilingual
from partnership.notes.note import Belongs, Note, NoteKind
from partnership.notes.proposing import Proposal
from partnership.people import Gender
from partnership.registry import Registry
from partnership.steps import Step

LIST_LENGTH = 300
"""Characters of a note in a list; the whole of it is behind its button."""


def saved_text(facts: NoteFacts, reader: Reader) -> Markup:
    """«Нотатку збережено (Коростень – Бурж).», and what is asked about it."""
    note = facts.note
    where = where_name(note.belongs, reader.registry, reader.language)
    text = {
        NoteKind.NOTE: _("The note is saved ({where})."),
        NoteKind.DECISION: _("The decision is saved ({where})."),
        NoteKind.ACTION: _("The action item is written down ({where})."),
    }[note.kind]
    whose = None if note.belongs else fill(_("Which partnership is it about?"))
    return lines([fill(text, where=where), *_beneath(facts, reader), whose])


def full_text(facts: NoteFacts, reader: Reader) -> Markup:
    """The whole note: who, when, where from, word for word."""
    note = facts.note
    where = where_name(note.belongs, reader.registry, reader.language)
    title = fill("<b>{title}</b> ({where})", title=title_of(note), where=where)
    words = fill("{text}", text=note.text)
    head = [title, _byline(note, reader), *_origin(note), words]
    return lines([*head, *_beneath(facts, reader)])


def list_entry(note: Note, reader: Reader) -> Markup:
    """A note in a list, its beginning where it is long."""
    text = note.text if len(note.text) <= LIST_LENGTH else note.text[: LIST_LENGTH - 1] + "…"
    title = fill("<b>{title}</b>", title=title_of(note))
    return lines([fill("{title} · {by}", title=title, by=_byline(note, reader)), text])


def title_of(note: Note) -> str:
    """«Нотатка № 12»."""
    text = {
        NoteKind.NOTE: _("Note no. {number}"),
        NoteKind.DECISION: _("Decision, note no. {number}"),
        NoteKind.ACTION: _("Action, note no. {number}"),
    }[note.kind]
    return text.format(number=note.id)


def where_name(belongs: Belongs, registry: Registry, language: str) -> str:
    """Whose note it is."""
    partnership = registry.partnerships.get(belongs.partnership or "")
    if partnership is not None:
        return pair_name(partnership, registry, language)
    community = registry.places.get(belongs.community or "")
    if community is not None:
        return _("community: {name}").format(name=community.name.text(language))
    return _("partnership not chosen yet")


def _byline(note: Note, reader: Reader) -> Markup:
    """«12.06.2024 09:00, Ярина (записав чат-бот: Тарас)»."""
    day = short_date(note.at.astimezone(reader.zone).date(), reader.language)
    hour = clock_time(note.at, reader.zone)
    if note.said_by is None:
        return fill("{day} {hour}, {who}", day=day, hour=hour, who=note.author_name)
    text = _("{day} {hour}, {who} (written down by: {author})")
    return fill(text, day=day, hour=hour, who=note.said_by, author=note.author_name)


def _origin(note: Note) -> list[Markup]:
    found = []
    if note.source is not None and note.source.link is not None:
        link = fill('<a href="{url}">{words}</a>', url=note.source.link, words=_("Message"))
        found.append(link)
    if note.file is not None:
        found.append(fill(_("File: {name}"), name=note.file.name))
    return found


def _beneath(facts: NoteFacts, reader: Reader) -> list[Markup]:
    """The event, the action item on the list, or the one that is offered."""
    found = []
    if facts.event is not None:
        name = event_name(facts.event, reader.registry, reader.language)
        found.append(fill(_("Event: {name}"), name=name))
    if facts.step is not None:
        found.append(
            fill(_("Under control: {item}."), item=item_words(_proposed(facts.step), reader))
        )
    if facts.proposal is not None:
        item = item_words(facts.proposal, reader)
        found.append(fill(_("Action item: {item}. Put it under control?"), item=item))
    return found


def _proposed(step: Step) -> Proposal:
    """A step in the shape of what was offered, to be shown alike."""
    owner = step.owner.text("uk") if step.owner else None
    return Proposal(
        step.what.text("uk"),
        step.owner_person,
        owner,
        step.due,
        helpers=step.helpers,
        controller=step.controller,
    )


def item_words(item: Proposal, reader: Reader) -> str:
    """«культурний обмін восени», виконавиця — Наталія Чижевська, строк 01.07.2024 (понеділок)."""
    person = reader.registry.people.get(item.person or "")
    name = person.name if person is not None else None
    due = _("due date not recorded")
    if item.due is not None:
        due = _("due {day}").format(day=dated_weekday(item.due, reader.language))
    parts = [
        _("«{what}»").format(what=item.what),
        _owner(name, item.owner, person.gender if person else None, reader.language),
    ]
    if item.helpers:
        parts.append(_("helpers: {names}").format(names=people_names(item.helpers, reader)))
    if item.controller is not None:
        parts.append(_("control: {name}").format(name=people_names([item.controller], reader)))
    return ", ".join([*parts, due])


def _owner(name: Bilingual | None, words: str | None, gender: Gender | None, language: str) -> str:
    if name is None and words is None:
        return _("responsible: not recorded")
    text = (
        {
            Gender.FEMALE: _("done by her — {name}"),
            Gender.MALE: _("done by him — {name}"),
        }.get(gender, _("responsible — {name}"))
        if gender
        else _("responsible — {name}")
    )
    return text.format(name=name.text(language) if name is not None else words)
