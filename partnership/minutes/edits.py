"""Changes of minutes made by hand, one by one; `MinuteTaking.change` and `.amend` carry them out.

Each function gives an edit: a pure function from minutes to minutes. An edit of a point or an
item that is gone raises MinutesRefusedError (NO_SUCH_PART).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from partnership.agreements import Side
from partnership.bilingual import Bilingual, Language
from partnership.minutes.errors import MinutesProblem, MinutesRefusedError
from partnership.minutes.minutes import AgendaItem, Minutes, Point

Edit = Callable[[Minutes], Minutes]


def set_number(number: str | None, registered_on: date | None = None) -> Edit:
    """The registration number of the office, and the day of registration."""
    return lambda old: replace(old, number=number, registered_on=registered_on)


def set_chair(person: str | None = None, name: str | None = None) -> Edit:
    """Who was in the chair: a person of the registry or, else, in words."""
    return lambda old: replace(old, chair=person, chair_name=None if person else name)


def set_minute_taker(person: str | None = None, name: str | None = None) -> Edit:
    """Who took the minutes: a person of the registry or, else, in words."""
    return lambda old: replace(old, minute_taker=person, minute_taker_name=None if person else name)


def set_initiative(text: Bilingual | None) -> Edit:
    """On whose initiative a conversation took place."""
    return lambda old: replace(old, initiative=text)


def set_conclusions(text: Bilingual | None) -> Edit:
    """Conclusions and proposals of a record of conversation."""
    return lambda old: replace(old, conclusions=text)


def set_next_meeting(text: Bilingual | None, event: str | None = None) -> Edit:
    """What was agreed about the next meeting, and which event that is, if it is planned."""
    return lambda old: replace(old, next_meeting=text, next_event=event)


def add_annex(title: Bilingual) -> Edit:
    """One more annex."""
    return lambda old: replace(old, annexes=(*old.annexes, title))


def remove_annex(title: Bilingual) -> Edit:
    """Take an annex out."""
    return lambda old: replace(old, annexes=tuple(each for each in old.annexes if each != title))


def add_item(title: Bilingual, place: int | None = None) -> Edit:
    """One more item of the agenda, at a place from 1 or at the end."""

    def edit(old: Minutes) -> Minutes:
        item = AgendaItem(title=title, id=old.last_id + 1)
        agenda = list(old.agenda)
        agenda.insert(len(agenda) if place is None else place - 1, item)
        return replace(old, agenda=tuple(agenda), last_id=item.id)

    return edit


def change_item(item: int, title: Bilingual) -> Edit:
    """Another wording of an item."""

    def edit(old: Minutes) -> Minutes:
        _item(old, item)
        return replace(
            old,
            agenda=tuple(
                replace(each, title=title) if each.id == item else each for each in old.agenda
            ),
        )

    return edit


def remove_item(item: int) -> Edit:
    """Take an item out; its points stay, under no item."""

    def edit(old: Minutes) -> Minutes:
        _item(old, item)
        freed = tuple(replace(each, item=0) if each.item == item else each for each in old.points)
        agenda = tuple(each for each in old.agenda if each.id != item)
        return replace(old, agenda=agenda, points=freed)

    return edit


def move_item(item: int, place: int) -> Edit:
    """Put an item at another place, counted from 1; its points go with it."""

    def edit(old: Minutes) -> Minutes:
        moved = _item(old, item)
        agenda = [each for each in old.agenda if each.id != item]
        agenda.insert(max(place, 1) - 1, moved)
        return replace(old, agenda=tuple(agenda))

    return edit


def add_point(point: Point) -> Edit:
    """One more point at the end; it gets its `id` here."""

    def edit(old: Minutes) -> Minutes:
        new = replace(point, id=old.last_id + 1, by_hand=True)
        return replace(old, points=(*old.points, new), last_id=new.id)

    return edit


def remove_point(point: int) -> Edit:
    """Take a point out; its note does not bring it back."""

    def edit(old: Minutes) -> Minutes:
        _point(old, point)
        return replace(old, points=tuple(each for each in old.points if each.id != point))

    return edit


def set_text(point: int, text: Bilingual) -> Edit:
    """Another wording of a point, in both languages."""
    return _changing(point, text=text)


def translate_point(point: int, language: Language, text: str) -> Edit:
    """The text of a point in one language; the other one stays."""

    def edit(old: Minutes) -> Minutes:
        present = _point(old, point).text
        name = Language(language).value
        return _changing(point, text=replace(present, **{name: text}))(old)

    return edit


def put_under_item(point: int, item: int) -> Edit:
    """Say to which item of the agenda a point belongs; 0 takes it out of all."""

    def edit(old: Minutes) -> Minutes:
        if item:
            _item(old, item)
        moved = replace(_point(old, point), item=item)
        return _with_point(old, moved)

    return edit


def set_speaker(point: int, person: str | None = None, name: str | None = None) -> Edit:
    """Who said it: a person of the registry or, else, in words."""
    return _changing(point, speaker=person, speaker_name=None if person else name)


def set_side(point: int, side: Side | None) -> Edit:
    """Whose point it is."""
    return _changing(point, side=side)


def set_owner(point: int, person: str | None = None, name: Bilingual | None = None) -> Edit:
    """Who answers for an action: a person of the registry or, else, in words."""
    return _changing(
        point, owner=person, owner_name=None if person else name, owner_organisations=()
    )


def set_due(point: int, day: date | None) -> Edit:
    """Until when an action is to be done."""
    return _changing(point, due=day, due_text=None)


def _changing(point: int, **changes: Any) -> Edit:
    def edit(old: Minutes) -> Minutes:
        return _with_point(old, replace(_point(old, point), by_hand=True, **changes))

    return edit


def _with_point(minutes: Minutes, point: Point) -> Minutes:
    points = (point if each.id == point.id else each for each in minutes.points)
    return replace(minutes, points=tuple(points))


def _point(minutes: Minutes, number: int) -> Point:
    for each in minutes.points:
        if each.id == number:
            return each
    raise MinutesRefusedError(MinutesProblem.NO_SUCH_PART)


def _item(minutes: Minutes, number: int) -> AgendaItem:
    for each in minutes.agenda:
        if each.id == number:
            return each
    raise MinutesRefusedError(MinutesProblem.NO_SUCH_PART)
