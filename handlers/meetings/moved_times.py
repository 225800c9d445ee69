"""The new time of an event that is moved: a day, an hour alone, or by how much."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from handlers.meetings.drafts import Draft
from handlers.meetings.reading import timed
from handlers.reader import Reader
from partnership.calendar.times import zone_of
from partnership.calendar.timing import Timing
from partnership.events import Event
from partnership.language.dates import Expectation, When, read_period, read_when
from partnership.language.shifts import read_shift

DAY = timedelta(days=1)
TURN = re.compile(r"(?:^|\s)(?=(?:на|о|об|to|at|until|till)\s)", re.IGNORECASE)
"""Where «на 16:00» begins."""


def read_move(text: str, when: When | None, draft: Draft, was: Event, reader: Reader) -> Draft:
    """The draft with the new time of `was`; an hour or a day that is not said stays as it was.

    `when` is what the text says without regard to the event; None where it names no time.
    """
    shift = read_shift(text)
    shifted = _later(was, shift) if shift is not None else None
    if shifted is not None:
        return draft.at(shifted)
    hour = _hour_alone(text, was.starts_on, reader)
    if hour is not None:
        return timed(draft, hour)
    if when is None:
        return replace(draft, unread=text)
    new = timed(draft, when)
    return new if when.part_of_day or when.rrule else _at_the_same_hour(new, was)


def _later(was: Event, by: timedelta) -> Timing | None:
    """The event so much later; None where its day is unknown, or its hour would be needed."""
    day, hour = was.planned.start, was.planned.start_time
    if day is None or (hour is None and by % DAY):
        return None
    if hour is None:
        return Timing(start=day + by, zone=was.zone)
    return Timing.at(datetime.combine(day, hour) + by, zone_of(was))


def _hour_alone(text: str, day: date | None, reader: Reader) -> When | None:
    """The hour in a text that names no day: «перенеси … на 16:30» keeps the day."""
    zone = reader.zone.key
    if day is None or read_period(text, reader.now, zone) is not None:
        return None
    tails = [text[turn.end() :] for turn in TURN.finditer(text)]
    for tail in (*reversed(tails), text):
        dated = f"{day:%Y-%m-%d} {tail}"
        when = read_when(dated, now=reader.now, zone=zone, expect=Expectation.DATE)
        if when is not None and isinstance(when.start, datetime) and when.rrule is None:
            return when
    return None


def _at_the_same_hour(draft: Draft, was: Event) -> Draft:
    """A meeting moved to another day keeps its hour."""
    timing = draft.timing and _with_hour(draft.timing, was)
    choices = tuple(_with_hour(each, was) for each in draft.choices)
    return replace(draft, timing=timing, choices=choices)


def _with_hour(timing: Timing, was: Event) -> Timing:
    hour = was.planned.start_time
    if hour is None or timing.start is None or timing.start_time is not None:
        return timing
    return replace(timing, start_time=hour, end=None, zone=zone_of(was))
