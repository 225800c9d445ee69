"""The list of minutes: what is being written down, drafts, what is under review or missing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_names import event_name
from handlers.cards.events import event_when
from handlers.cards.minutes_changes import minutes_state_word
from handlers.minutes.minutes_buttons import EventMinutes, MinutesPage, form_word
from handlers.paging import page_buttons, page_of
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from partnership.calendar.belonging import communities_of
from partnership.events import Event
from partnership.membership_records import BoundChat
from partnership.minutes.dictating import Dictating
from partnership.minutes.minutes import Minutes, MinutesState
from partnership.minutes.taking import MinuteTaking
from partnership.notes.scope import scope_of

PAGE = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: an event, and what is to be said about its minutes."""

    event: Event
    said: str


async def list_screen(
    page: int,
    reader: Reader,
    taking: MinuteTaking,
    dictating: Dictating,
    bound: BoundChat | None,
) -> Screen:
    """What needs somebody first: running dictations, missing minutes, drafts, then agreed ones."""
    entries = [each async for each in _entries(reader, taking, dictating, bound)]
    title = fill(_("<b>Minutes</b>"))
    hint = fill(_("Write a meeting down: {command}"), command="/minutes start")
    if not entries:
        return Screen(lines([title, fill(_("There are no minutes yet.")), hint]))
    shown = page_of(entries, page, PAGE)
    told = [_line(each, reader) for each in shown.items]
    rows = [[_button(each, reader)] for each in shown.items]
    turning = page_buttons(shown, lambda number: MinutesPage(page=number).pack())
    return Screen(lines([title, *told, hint]), [*rows, turning])


async def _entries(
    reader: Reader, taking: MinuteTaking, dictating: Dictating, bound: BoundChat | None
) -> AsyncIterator[Entry]:
    scope = scope_of(bound, reader.registry)
    own = frozenset(reader.user.communities)

    def concerns(event: Event) -> bool:
        if scope is not None:
            return bool(scope.partnerships & set(event.partnerships))
        return not own or bool(communities_of(event, reader.registry) & own)

    for running in dictating.all_running():
        event = await dictating.event(running)
        if event is not None and concerns(event):
            yield Entry(event, _("is being written down"))
    for event in await taking.awaiting_minutes(reader.now):
        if concerns(event):
            yield Entry(event, _("no minutes yet"))
    for minutes in _in_order(await taking.store.all_minutes()):
        event = await taking.events.event(minutes.event)
        if event is not None and concerns(event):
            state = minutes_state_word(minutes.state)
            yield Entry(event, f"{form_word(minutes.form)}, {state}")


def _in_order(every: Iterable[Minutes]) -> list[Minutes]:
    """Under review first, then drafts, then what is agreed; the latest first."""
    order = (MinutesState.REVIEW, MinutesState.DRAFT, MinutesState.AGREED)
    return sorted(every, key=lambda each: (order.index(each.state), -each.id))


def _line(entry: Entry, reader: Reader) -> Markup:
    event = reader.sees(entry.event)
    return fill(
        "• {name}, {when}: {said}",
        name=event_name(event, reader.registry, reader.language),
        when=event_when(event, reader.language),
        said=entry.said,
    )


def _button(entry: Entry, reader: Reader) -> InlineKeyboardButton:
    event = reader.sees(entry.event)
    name = event_name(event, reader.registry, reader.language)
    words = f"{event_when(event, reader.language)} · {name}"
    return button(words, EventMinutes(event=event.id).pack())
