"""Which event is meant: by partner, kind and day; the nearest one ahead comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from handlers.answers.places import partnerships_named, places_named
from handlers.desk import Desk
from handlers.reader import Reader
from partnership.calendar.series import Occurrence
from partnership.calendar.times import wall_of
from partnership.events import Event, EventKind
from partnership.language.dates import Precision, read_period
from partnership.language.questions import Intent, Reading

AHEAD = timedelta(days=400)
NEW_TIME = re.compile(r"\s(?:на|to|until|till|for)\s", re.IGNORECASE)
"""Behind it stands the time to which something is moved."""
WEEKDAY = re.compile(
    r"понеділ|вівтор|серед|четвер|п.?ятни|субот|неділ"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)
Found = tuple[Occurrence, Event]


async def events_meant(
    reading: Reading, desk: Desk, day: date | None = None, since: date | None = None
) -> list[Found]:
    """Events ahead that fit what was said, each series by its next occurrence, soonest first.

    With `day` only what takes place on it; with `since` also what has been from that day on.
    """
    reader = desk.reader
    named = places_named(reading, reader)
    places = named.sure or named.doubtful
    partnerships = {each.id for each in partnerships_named(places, reader)} if places else set()
    whole = await desk.calendar.ahead(reader.viewer, since or reader.today, reader.today + AHEAD)
    fitting = [
        pair
        for pair in whole
        if (not partnerships or partnerships & set(pair[1].partnerships))
        and (day is None or _is_on(pair[0], day, reader))
    ]
    of_kind = [pair for pair in fitting if _is_of(pair[1], reading.event_kinds)]
    return _each_once(of_kind or fitting)


def are_of_kind(found: Iterable[Found], reading: Reading) -> bool:
    """Whether all are what was named: a meeting is no visit, though it may be meant."""
    return all(_is_of(event, reading.event_kinds) for _at, event in found)


async def on_weekday(reading: Reading, desk: Desk) -> list[Found]:
    """The event of a weekday that was named, where none is on the next such day."""
    day = day_meant(reading, desk.reader)
    if day is None or not WEEKDAY.search(reading.text):
        return []
    found = await events_meant(reading, desk)
    zone = desk.reader.zone.key
    return [pair for pair in found if wall_of(pair[0].starts_at, zone).weekday() == day.weekday()]


def day_meant(reading: Reading, reader: Reader) -> date | None:
    """The day on which the event is now: «скасуй завтрашній дзвінок», «перенеси з 5 на 7 липня»."""
    text = reading.text
    if reading.intent is Intent.MOVE:
        *before, _new = NEW_TIME.split(text)
        text = " ".join(before)
    named = read_period(text, reader.now, reader.zone.key)
    if named is None or named.precision is not Precision.DAY or named.start != named.end:
        return None
    return named.start if named.start >= reader.today else None


def _is_on(at: Occurrence, day: date, reader: Reader) -> bool:
    """Whether it takes place on a day of the reader's clock; what ends at midnight does not."""
    last = at.ends_at - timedelta(seconds=1)
    first, end = (wall_of(each, reader.zone.key).date() for each in (at.starts_at, last))
    return first <= day <= end


def _is_of(event: Event, kinds: tuple[EventKind, ...]) -> bool:
    return not kinds or event.kind in kinds


def _each_once(pairs: Iterable[Found]) -> list[Found]:
    first: dict[str, Found] = {}
    for pair in pairs:
        first.setdefault(pair[1].key, pair)
    return list(first.values())
