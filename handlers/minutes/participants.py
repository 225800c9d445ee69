"""Facts of the event that minutes show: who took part, where, from when to when."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from handlers.minutes.values import PEOPLE, UnreadError
from partnership.agreements import Side
from partnership.calendar.times import wall_of, zone_of
from partnership.calendar.timing import Timing
from partnership.events import Capacity, Event, Participant
from partnership.language.dates import DoubtKind, Expectation, read_when
from partnership.language.names import NameIndex, NameKind, Sure, verdict
from partnership.minutes.missing import Lack
from partnership.tasks.reading import day_of

_BETWEEN = re.compile(r"[,;\n]|\s(?:та|і|й|and)\s")
_SIDES: dict[str, Side] = {Lack.OURS: Side.HOME, Lack.THEIRS: Side.FOREIGN}
_WHO = PEOPLE | {NameKind.ORGANISATION}


def read(part: str, text: str, names: NameIndex) -> list[Participant]:
    """People and organisations of the registry. Raises UnreadError where one is not there."""
    found, unknown = [], []
    for each in filter(None, (name.strip() for name in _BETWEEN.split(text))):
        who = verdict(names.look_up(each, _WHO))
        if not isinstance(who, Sure) or who.remark:
            unknown.append(each)
            continue
        is_person = who.match.kind is NameKind.PERSON
        found.append(
            Participant(
                person=who.match.name_id if is_person else None,
                organisation=None if is_person else who.match.name_id,
                side=_SIDES.get(part),
                capacity=Capacity.INTERPRETER if part == Lack.INTERPRETER else None,
            )
        )
    if unknown:
        raise UnreadError("people", ", ".join(unknown))
    if not found:
        raise UnreadError("empty")
    return found


def place(text: str, names: NameIndex) -> str:
    """Id of the town. Raises UnreadError."""
    found = verdict(names.look_up(text.strip(), frozenset({NameKind.PLACE})))
    if not isinstance(found, Sure):
        raise UnreadError("place", text)
    return found.match.name_id


def days(text: str, event: Event, now: datetime) -> Timing:
    """On which day or days: of «28 травня» the last one, none to come. Raises UnreadError."""
    zone = zone_of(event)
    when = read_when(text, now=now, zone=zone, expect=Expectation.DATE)
    doubts = when.doubts if when is not None else ()
    if when is None or any(each.kind is not DoubtKind.IN_THE_PAST for each in doubts):
        raise UnreadError("day", text)
    choices = [choice for doubt in doubts for choice in doubt.choices]
    read = [replace(when, start=each.start, end=each.end, rrule=None) for each in choices]
    past = [each for each in read or [when] if day_of(each) <= wall_of(now, zone).date()]
    if not past:
        raise UnreadError("day", text)
    return replace(Timing.of(max(past, key=day_of)), zone=event.zone)


def hours(text: str, event: Event, now: datetime) -> Timing:
    """From when to when on the day of the event. Raises UnreadError."""
    when = read_when(text, now=now, zone=zone_of(event))
    if when is None or not isinstance(when.start, datetime):
        raise UnreadError("hours", text)
    end = when.end.time() if isinstance(when.end, datetime) else None
    return Timing(
        start=event.starts_on,
        end=event.ends_on,
        start_time=when.start.time(),
        end_time=end,
        zone=event.zone,
    )
