"""Values of an event in the change log: times, repetition, programme, people, the order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext

from handlers.cards.event_names import event_name
from handlers.cards.event_series import series_words
from handlers.cards.events import event_when
from handlers.cards.names import pair_name
from handlers.cards.participants import participant_lines
from handlers.formats import listed
from handlers.reader import Reader
from handlers.words import event_kind_word
from partnership.bilingual import Bilingual
from partnership.entities import Kind
from partnership.events import Event, EventKind, EventState
from partnership.exchange.codec import from_plain


def event_of_plain(plain: Mapping[str, Any]) -> Event:
    """The event that the values of the change log describe."""
    event: Event = from_plain(Kind.EVENT, dict(plain))
    return event


def plain_event_name(plain: Mapping[str, Any], reader: Reader) -> str:
    """How the event is called."""
    return event_name(event_of_plain(plain), reader.registry, reader.language)


def event_value(field: str, value: Any, reader: Reader) -> str | None:
    """A value of an event in words; None where it is shown as any other."""
    if value is None or value == [] or field not in _WORDS:
        return None
    return _WORDS[field](value, reader)


def _with(field: str, value: Any) -> Event:
    """An event of which no more is known than one field."""
    title = Bilingual(uk="—", en="—")
    bare = Event(key="x", kind=EventKind.MEETING, title=title, state=EventState.PLANNED)
    return from_plain(Kind.EVENT, _plain(bare) | {field: value})  # type: ignore[no-any-return]


def _plain(event: Event) -> dict[str, Any]:
    return {
        "key": event.key,
        "kind": event.kind.value,
        "title": {"uk": event.title.uk, "en": event.title.en},
        "state": event.state.value,
    }


def _when(value: Any, reader: Reader) -> str:
    return event_when(_with("planned", value), reader.language)


def _series(value: Any, reader: Reader) -> str:
    """«щотижня: вівторок», with how many meetings stand apart from the rule."""
    event = _with("series", value)
    words = series_words(event, reader.language)
    count = len(event.series.changes) if event.series else 0
    if not count:
        return words
    text = ngettext("{count} changed meeting", "{count} changed meetings", count)
    return f"{words}; {text.format(count=count)}"


def _programme(value: Any, reader: Reader) -> str:
    event = _with("programme", value)
    return "; ".join(item.topic.text(reader.language) for item in event.programme)


def _people(value: Any, reader: Reader) -> str:
    event = _with("participants", value)
    rows = participant_lines(event, reader.registry, reader.language)
    return "; ".join(str(row.striptags()).removeprefix("• ") for row in rows)


def _order(value: Any, reader: Reader) -> str:
    return _("no. {number} of {day}").format(number=value["number"], day=value["issued_on"])


def _pairs(value: Any, reader: Reader) -> str:
    known = reader.registry.partnerships
    names = [
        pair_name(known[each], reader.registry, reader.language) for each in value if each in known
    ]
    return listed(names, reader.language)


def _place(value: Any, reader: Reader) -> str:
    place = reader.registry.places.get(value)
    return place.name.text(reader.language) if place else str(value)


def _kind(value: Any, reader: Reader) -> str:
    return event_kind_word(EventKind(value))


_WORDS: dict[str, Callable[[Any, Reader], str]] = {
    "planned": _when,
    "actual": _when,
    "series": _series,
    "programme": _programme,
    "participants": _people,
    "order": _order,
    "partnerships": _pairs,
    "place": _place,
    "kind": _kind,
}
