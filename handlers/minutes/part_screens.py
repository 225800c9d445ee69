"""Screens of the parts of minutes: who came, the agenda, the annexes, whose a point is."""

from __future__ import annotations

from typing import Any

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.minutes.minutes_buttons import MinutesButton, MinutesDeed, deed
from handlers.minutes.minutes_screens import back_to
from handlers.minutes.values import annex_mark
from handlers.paging import Page, page_buttons, page_of
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from handlers.words import side_word
from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.events import Event
from partnership.minutes.minutes import AgendaItem, Minutes, Point

PAGE = 8
CAME, STAYED_AWAY, NOT_RECORDED = "yes", "no", "-"
"""Whether somebody came, in the data of a button."""
ATTENDED = {CAME: True, STAYED_AWAY: False, NOT_RECORDED: None}
_NEXT = {None: CAME, True: STAYED_AWAY, False: NOT_RECORDED}


def attendance_screen(
    minutes: Minutes, event: Event, page: int, reader: Reader, said: Markup | None = None
) -> Screen:
    """Everybody who is named, and whether they came; a tap turns to the next answer."""
    people = reader.registry.people
    named = [each for each in event.participants if each.person in people]
    shown = page_of(named, page, PAGE)
    words = {True: _("{name}: yes"), False: _("{name}: no"), None: _("{name}: not recorded")}
    rows = []
    for each in shown.items:
        person = people[each.person or ""]
        text = words[each.attended].format(name=person.name.text(reader.language))
        detail = f"{_NEXT[each.attended]}.{person.id}"
        rows.append([deed(minutes, MinutesDeed.ATTENDED, text, detail)])
    ask = fill(_("Who was present? Press a name to change it: yes, no, not recorded."))
    if not named:
        ask = fill(_("Nobody is entered by name yet: enter the participants first."))
    turning = _turning(minutes, MinutesDeed.ATTENDANCE, shown)
    return Screen(lines([said, ask]), [*rows, turning, [back_to(minutes)]])


def page_of_person(event: Event, person: str, reader: Reader) -> int:
    """On which page of the attendance somebody stands."""
    named = [e.person for e in event.participants if e.person in reader.registry.people]
    return named.index(person) // PAGE if person in named else 0


def agenda_screen(
    minutes: Minutes, page: int, reader: Reader, said: Markup | None = None
) -> Screen:
    """The agenda in its order, with what can be done with each item."""
    shown = page_of(tuple(enumerate(minutes.agenda, start=1)), page, PAGE)
    told = [_numbered(place, item.title, reader) for place, item in shown.items]
    rows = [_item_row(minutes, place, item) for place, item in shown.items]
    head = fill(_("<b>Agenda</b>")) if told else fill(_("The agenda is not recorded."))
    add = deed(minutes, MinutesDeed.AGENDA_ADD, _("Add"))
    turning = _turning(minutes, MinutesDeed.AGENDA, shown)
    return Screen(lines([said, head, *told]), [*rows, turning, [add, back_to(minutes)]])


def _item_row(minutes: Minutes, place: int, item: AgendaItem) -> list[InlineKeyboardButton]:
    row = []
    if place > 1:
        words = _("{place} up").format(place=place)
        row.append(deed(minutes, MinutesDeed.ITEM_UP, words, item.id))
    words = _("{place} remove").format(place=place)
    return [*row, deed(minutes, MinutesDeed.ITEM_REMOVE, words, item.id)]


def removing_item_screen(minutes: Minutes, item: AgendaItem, reader: Reader) -> Screen:
    """Asked before an item is taken out."""
    ask = fill(_("Remove this item of the agenda? Its points stay."))
    yes = deed(minutes, MinutesDeed.ITEM_REMOVE_YES, _("Yes"), item.id)
    no = deed(minutes, MinutesDeed.AGENDA, _("No"), page_of_item(minutes, item.id))
    return Screen(lines([_named(item.title, reader), ask]), [[yes, no]])


def page_of_item(minutes: Minutes, item: int) -> int:
    """On which page of the agenda an item stands."""
    known = [each.id for each in minutes.agenda]
    return known.index(item) // PAGE if item in known else 0


def annexes_screen(
    minutes: Minutes, page: int, reader: Reader, said: Markup | None = None
) -> Screen:
    """The annexes, each with its removal."""
    shown = page_of(tuple(enumerate(minutes.annexes, start=1)), page, PAGE)
    told = [_numbered(place, title, reader) for place, title in shown.items]
    rows = []
    for place, title in shown.items:
        words = _("{place} remove").format(place=place)
        rows.append([deed(minutes, MinutesDeed.ANNEX_REMOVE, words, annex_mark(title))])
    head = fill(_("<b>Annexes</b>")) if told else fill(_("No annexes are recorded."))
    add = deed(minutes, MinutesDeed.ANNEX_ADD, _("Add"))
    turning = _turning(minutes, MinutesDeed.ANNEXES, shown)
    return Screen(lines([said, head, *told]), [*rows, turning, [add, back_to(minutes)]])


def removing_annex_screen(minutes: Minutes, title: Bilingual, reader: Reader) -> Screen:
    """Asked before an annex is taken out."""
    yes = deed(minutes, MinutesDeed.ANNEX_REMOVE_YES, _("Yes"), annex_mark(title))
    no = deed(minutes, MinutesDeed.ANNEXES, _("No"), 0)
    ask = fill(_("Remove this annex?"))
    return Screen(lines([_named(title, reader), ask]), [[yes, no]])


def side_screen(minutes: Minutes, point: Point, said: Markup | None = None) -> Screen:
    """Whose point it is, where that does not follow from who said it."""
    rows = [
        [deed(minutes, MinutesDeed.SIDE, side_word(side), f"{point.id}.{side}")] for side in Side
    ]
    rows.append([deed(minutes, MinutesDeed.POINT, _("Back"), point.id)])
    return Screen(lines([said, fill(_("For whom did they speak?"))]), rows)


def _numbered(place: int, title: Bilingual, reader: Reader) -> Markup:
    return fill("{place}. {title}", place=place, title=title.text(reader.language))


def _named(title: Bilingual, reader: Reader) -> Markup:
    return fill("<b>{title}</b>", title=title.text(reader.language))


def _turning(minutes: Minutes, what: MinutesDeed, page: Page[Any]) -> list[InlineKeyboardButton]:
    return page_buttons(
        page, lambda number: MinutesButton(id=minutes.id, deed=what, detail=str(number)).pack()
    )
