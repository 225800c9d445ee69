"""Which event is meant: by partner, kind and time; the nearest one ahead comes first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from handlers.answers.places import partnerships_named, places_named
from handlers.desk import Desk
from partnership.calendar.series import Occurrence
from partnership.events import Event, EventKind
from partnership.language.questions import Reading

AHEAD = timedelta(days=400)
Found = tuple[Occurrence, Event]


async def events_meant(reading: Reading, desk: Desk) -> list[Found]:
    """Events ahead that fit what was said, each series by its next occurrence, soonest first."""
    reader = desk.reader
    named = places_named(reading, reader)
    places = named.sure or named.doubtful
    partnerships = {each.id for each in partnerships_named(places, reader)} if places else set()
    whole = await desk.calendar.ahead(reader.viewer, reader.today, reader.today + AHEAD)
    fitting = [
        pair for pair in whole if not partnerships or partnerships & set(pair[1].partnerships)
    ]
    of_kind = [pair for pair in fitting if _is_of(pair[1], reading.event_kinds)]
    return _each_once(of_kind or fitting)


def _is_of(event: Event, kinds: tuple[EventKind, ...]) -> bool:
    return not kinds or event.kind in kinds


def _each_once(pairs: Iterable[Found]) -> list[Found]:
    first: dict[str, Found] = {}
    for pair in pairs:
        first.setdefault(pair[1].key, pair)
    return list(first.values())
