"""The list of minutes: what is being written down, drafts, what is under review or missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
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
from partnership.events import Event
from partnership.membership_records import BoundChat
from partnership.minutes.dictating import Dictating
from partnership.minutes.minutes import Minutes, MinutesState
from partnership.minutes.taking import MinuteTaking
from partnership.notes.scope import Scope, scope_of

PAGE = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: the key of an event, and what is to be said about its minutes."""

    event: str
    said: str


async def list_screen(
    page: int,
    reader: Reader,
    taking: MinuteTaking,
    dictating: Dictating,
    bound: BoundChat | None,
) -> Screen:
    """What needs somebody first: running dictations, missing minutes, drafts, then agreed ones."""
    listing = Listing(reader, taking, dictating, scope_of(bound, reader.registry))
    entries = await listing.entries()
    title = fill(_("<b>Minutes</b>"))
    hint = fill(_("Write a meeting down: {command}"), command="/minutes start")
    if not entries:
        return Screen(lines([title, fill(_("There are no minutes yet.")), hint]))
    shown = page_of(entries, page, PAGE)
    found = [(await taking.events.event(each.event), each.said) for each in shown.items]
    known = [(reader.sees(event), said) for event, said in found if event is not None]
    rows = [[_button(event, reader)] for event, _said in known]
    turning = page_buttons(shown, lambda number: MinutesPage(page=number).pack())
    told = [_line(event, said, reader) for event, said in known]
    return Screen(lines([title, *told, hint]), [*rows, turning])


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed for one reader, in private or in a group."""

    reader: Reader
    taking: MinuteTaking
    dictating: Dictating
    scope: Scope | None

    async def entries(self) -> list[Entry]:
        """All of them; events are looked up only where a page shows them."""
        running = [await self.dictating.event(each) for each in self.dictating.all_running()]
        awaited = await self.taking.awaiting_minutes(self.reader.now)
        found = [
            *(Entry(each.key, _("is being written down")) for each in self._own(running)),
            *(Entry(each.key, _("no minutes yet")) for each in self._own(awaited)),
        ]
        for minutes in _in_order(await self.taking.store.all_minutes()):
            if self._concerns(minutes.partnerships, minutes.community):
                said = f"{form_word(minutes.form)}, {minutes_state_word(minutes.state)}"
                found.append(Entry(minutes.event, said))
        return found

    def _own(self, events: Iterable[Event | None]) -> list[Event]:
        return [
            each
            for each in events
            if each is not None and self._concerns(each.partnerships, each.community)
        ]

    def _concerns(self, partnerships: Collection[str], community: str | None) -> bool:
        """Those of the group; in private those of one's communities, or all of them."""
        if self.scope is not None:
            known = self.scope.partnerships & set(partnerships)
            return bool(known) or (not partnerships and community in self.scope.communities)
        own = self.reader.user.communities
        registry = self.reader.registry.partnerships
        homes = {registry[each].home for each in partnerships if each in registry}
        return not own or bool(homes & set(own)) or community in own


def _in_order(every: Iterable[Minutes]) -> list[Minutes]:
    """Under review first, then drafts, then what is agreed; the latest first."""
    order = (MinutesState.REVIEW, MinutesState.DRAFT, MinutesState.AGREED)
    return sorted(every, key=lambda each: (order.index(each.state), -each.id))


def _line(event: Event, said: str, reader: Reader) -> Markup:
    return fill(
        "• {name}, {when}: {said}",
        name=event_name(event, reader.registry, reader.language),
        when=event_when(event, reader.language),
        said=said,
    )


def _button(event: Event, reader: Reader) -> InlineKeyboardButton:
    name = event_name(event, reader.registry, reader.language)
    words = f"{event_when(event, reader.language)} · {name}"
    return button(words, EventMinutes(event=event.id).pack())
