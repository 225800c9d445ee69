"""Screens of a note, with the buttons that the reader may press."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_names import event_name
from handlers.cards.names import partner_button_name
from handlers.cards.note_facts import NoteFacts
from handlers.cards.notes import full_text, saved_text
from handlers.notes.note_buttons import NoteButton, NoteDeed, Owner, PlaceNote
from handlers.reader import Reader
from handlers.screens import Screen, button, fill
from partnership.notes.note import Note
from partnership.queries import partnerships

Row = list[InlineKeyboardButton]

PARTNERS_SHOWN = 40
"""Of more there is a name to be typed: `/note Бурж: …`."""


def saved_screen(facts: NoteFacts, reader: Reader) -> Screen:
    """What is answered to a new note."""
    rows = [*_about_action(facts), *_about_event(facts, reader)]
    if not facts.note.belongs:
        rows += _owners(facts.note, facts.candidates, reader)
    elif facts.note.belongs.partnership is None:
        rows.append([_do(facts.note, NoteDeed.CHOOSE, _("Other partnership"))])
    correct = _do(facts.note, NoteDeed.CORRECT, _("Correct"))
    rows.append([correct, _do(facts.note, NoteDeed.TAKE_BACK, _("Take back"))])
    return Screen(saved_text(facts, reader), rows)


def note_screen(facts: NoteFacts, reader: Reader) -> Screen:
    """The note in full."""
    note = facts.note
    rows = [*_about_action(facts), *_about_event(facts, reader)] if facts.may_change else []
    more = []
    if note.file is not None:
        more.append(_do(note, NoteDeed.FILE, _("File")))
    if note.supersedes is not None:
        more.append(_do(note, NoteDeed.HISTORY, _("History")))
    rows.append(more)
    if facts.may_change:
        whose = _do(note, NoteDeed.CHOOSE, _("Other partnership"))
        rows.append([_do(note, NoteDeed.CORRECT, _("Correct")), whose])
    return Screen(full_text(facts, reader), rows)


def choice_screen(note: Note, reader: Reader) -> Screen:
    """Whose note it is, to be chosen."""
    back = _do(note, NoteDeed.OPEN, _("Back"))
    rows = [*_owners(note, (), reader), [back]]
    return Screen(fill(_("Which partnership is it about?")), rows)


def _about_action(facts: NoteFacts) -> list[Row]:
    if facts.proposal is None:
        return []
    yes = _do(facts.note, NoteDeed.PUT_ON_LIST, _("Yes"))
    return [[yes, _do(facts.note, NoteDeed.DECLINE, _("No"))]]


def _about_event(facts: NoteFacts, reader: Reader) -> list[Row]:
    if facts.offered_event is None:
        return []
    name = event_name(facts.offered_event, reader.registry, reader.language)
    words = _("To the event: {name}").format(name=name)
    return [[_do(facts.note, NoteDeed.TO_EVENT, words)]]


def _owners(note: Note, candidates: tuple[str, ...], reader: Reader) -> list[Row]:
    """The partnerships that may be meant, else one's own; and one's communities."""
    registry, own = reader.registry, reader.user.communities
    known = [registry.partnerships[each] for each in candidates if each in registry.partnerships]
    found = known or [each for each in partnerships(registry) if not own or each.home in own]
    rows = []
    for each in found[:PARTNERS_SHOWN]:
        data = PlaceNote(id=note.id, owner=Owner.PARTNERSHIP, target=each.id)
        rows.append([button(partner_button_name(each, registry, reader.language), data.pack())])
    for place in (registry.places[each] for each in own if each in registry.places):
        words = _("Community: {name}").format(name=place.name.text(reader.language))
        data = PlaceNote(id=note.id, owner=Owner.COMMUNITY, target=place.id)
        rows.append([button(words, data.pack())])
    return rows


def _do(note: Note, deed: NoteDeed, words: str) -> InlineKeyboardButton:
    return button(words, NoteButton(id=note.id, deed=deed).pack())
