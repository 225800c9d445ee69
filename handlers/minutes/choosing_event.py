"""Which event is written down: named, on today, or an online meeting that begins now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_names import event_name
from handlers.cards.events import event_when
from handlers.cards.names import pair_name
from handlers.findings import not_in_registry
from handlers.minutes.dictation_buttons import DictationDeed, pressing
from handlers.reader import Reader
from handlers.screens import Screen, button, fill
from partnership.access import Action, may
from partnership.events import Event
from partnership.finding import Found, Several, find_partner, partnerships_at
from partnership.language.names import NameIndex
from partnership.membership_records import BoundChat
from partnership.minutes.dictating import Dictating
from partnership.notes.scope import scope_of

NUMBER_DIGITS = 9
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Meant:
    """Partnerships that may be meant, and their events of today and yesterday."""

    partnerships: tuple[str, ...]
    events: tuple[Event, ...]

    @property
    def only(self) -> Event | None:
        """The one event that needs no question."""
        return self.events[0] if len(self.events) == 1 else None


async def event_of_number(words: str, dictating: Dictating) -> Event | None:
    """«12», «№ 12»: the event with this number."""
    number = words.strip().lstrip("№#").strip()
    if not number.isdecimal():
        return None
    return await dictating.notes.events.event_by_number(int(number[:NUMBER_DIGITS]))


async def events_meant(
    words: str, reader: Reader, names: NameIndex, bound: BoundChat | None, dictating: Dictating
) -> Meant | Screen:
    """Of the partner who is named, else of the group, else of one's communities."""
    known = partnerships_meant(words, reader, names, bound)
    if words and not known:
        return not_in_registry(words, reader)
    scope = scope_of(bound, reader.registry)
    if scope is not None:
        known = tuple(each for each in known if each in scope.partnerships)
        if words and not known:
            return of_others()
    communities = (bound.community or "",) if bound is not None else reader.user.communities
    found = await dictating.candidates(known, communities)
    return Meant(known, tuple(reader.sees(each) for each in found))


def of_others() -> Screen:
    """A group is not told what others meet about."""
    return Screen(fill(_("In this group only meetings of its own partnerships are written down.")))


def is_of_group(event: Event, bound: BoundChat | None, reader: Reader) -> bool:
    """Whether a meeting is the group's own; in private any may be."""
    scope = scope_of(bound, reader.registry)
    if scope is None or scope.partnerships & set(event.partnerships):
        return True
    return not event.partnerships and event.community in scope.communities


def partnerships_meant(
    words: str, reader: Reader, names: NameIndex, bound: BoundChat | None
) -> tuple[str, ...]:
    """Ids of the partnerships that the words name; without words that of the group."""
    own = reader.user.communities
    if not words:
        return (bound.partnership,) if bound is not None and bound.partnership else ()
    match find_partner(words, reader.registry, names, own):
        case Found(_place, partnerships):
            found = partnerships
        case Several(places):
            each_of = (partnerships_at(each.id, reader.registry, own) for each in places)
            found = tuple(one for several in each_of for one in several)
        case _:
            found = ()
    mine = tuple(each for each in found if each.home in own)
    return tuple(each.id for each in mine or found)


def choice_screen(meant: Meant, reader: Reader) -> Screen:
    """Which of them, or an online meeting that begins now."""
    rows = _event_rows(meant, reader, DictationDeed.EVENT)
    rows += [[each] for each in _now_buttons(meant.partnerships, reader)]
    if not rows:
        text = _("No meeting is on today. Name the partner: {example}")
        return Screen(fill(text, example="/minutes start Бурж"))
    return Screen(fill(_("What is written down?")), rows)


def moving_screen(meant: Meant, reader: Reader) -> Screen:
    """To which of them the points of a running dictation go."""
    rows = _event_rows(meant, reader, DictationDeed.TO_EVENT)
    return Screen(fill(_("Which meeting is it? All points go there.")), rows)


def _event_rows(
    meant: Meant, reader: Reader, deed: DictationDeed
) -> list[list[InlineKeyboardButton]]:
    rows = []
    for event in meant.events[:SHOWN]:
        name = event_name(event, reader.registry, reader.language)
        words = f"{event_when(event, reader.language)} · {name}"
        rows.append([button(words, pressing(deed, event.id))])
    return rows


def _now_buttons(partnerships: Sequence[str], reader: Reader) -> list[InlineKeyboardButton]:
    """For whoever may plan with this partner."""
    registry = reader.registry
    found = [registry.partnerships[each] for each in partnerships]
    meant = [each for each in found if may(reader.user, Action.PLAN_EVENT, each.home)]
    if len(meant) == 1:
        words = _("Online meeting that begins now")
        return [button(words, pressing(DictationDeed.NOW, meant[0].id))]
    words = _("Now: {name}")
    return [
        button(
            words.format(name=pair_name(each, registry, reader.language)),
            pressing(DictationDeed.NOW, each.id),
        )
        for each in meant[:SHOWN]
    ]
