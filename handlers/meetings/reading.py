"""From a sentence to a draft: which event, with whom, when, and what is in doubt about it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from handlers.answers.places import partnerships_named, places_named
from handlers.meetings.drafts import Draft, new_token
from handlers.reader import Reader
from partnership.calendar.meeting_links import find_link
from partnership.calendar.timing import Timing
from partnership.events import VISITS, EventKind, VisitDirection
from partnership.language.dates import Choice, Doubt, Expectation, When, read_when
from partnership.language.questions import Reading

USUAL = (EventKind.ONLINE_MEETING, EventKind.WORKING_VISIT)
"""What a plain «зустріч» or «візит» is: partners live far away."""
TITLE = re.compile(r"«([^«»]{3,120})»")
HOUR_ALONE = re.compile(
    r"(?:(?:на|о|об|to|at)\s+)*(\d{1,2}[:.]\d{2}|\d{1,2}\s*год\w*\.?)", re.IGNORECASE
)
LAST_HOUR = re.compile(r"\s(?:на|to|о|об|at)\s+(?:о\s+)?(\d{1,2}[:.]\d{2})\s*[.!]?$", re.IGNORECASE)
COMING = re.compile(
    r"\b(до нас|приїд|приїзд|приїжд|прибува|прибуде|прийма|зустріча|incoming|arriv|host|visit us"
    r"|to us|coming)",
    re.IGNORECASE,
)
GOING = re.compile(
    r"\b(їдемо|поїзд|поїдемо|виїзд|виїжд|відряджен|візит до|поїздка до|до них|outgoing|visit to"
    r"|trip to|travel)",
    re.IGNORECASE,
)


def draft_of(reading: Reading, reader: Reader, kind: EventKind | None = None) -> Draft:
    """What a sentence says of an event to be planned; `kind` is that of the command used."""
    chosen = _kind(reading, kind)
    title = TITLE.search(reading.text)
    link = find_link(reading.text)
    draft = Draft(
        token=new_token(),
        kind=chosen,
        partnerships=partnerships_of(reading, reader),
        direction=direction_of(reading.text) if chosen in VISITS else None,
        title=title[1] if title else None,
        link=link.url if link else None,
    )
    return timed(draft, reading.when) if reading.when is not None else draft


def timed(draft: Draft, when: When) -> Draft:
    """The draft with the time that was read; doubts are kept, to be asked about."""
    if not when.doubts:
        return draft.at(Timing.of(when))
    choices = (
        Timing.of(replace(when, start=c.start, end=c.end, rrule=c.rrule or when.rrule))
        for c in _likely(when.doubts)
    )
    return replace(draft, doubts=when.doubts, choices=tuple(dict.fromkeys(choices)), unread="")


def read_time(text: str, draft: Draft, reader: Reader, day: date | None = None) -> Draft:
    """The draft with the time from an answer to «when?»; what is no time is said to be none.

    An hour alone is meant on `day`, where that is known.
    """
    hour = HOUR_ALONE.fullmatch(text.strip())
    when = read_when(
        f"{day:%Y-%m-%d} {hour[1]}" if hour and day else text,
        now=reader.now,
        zone=reader.zone.key,
        expect=Expectation.DATE,
        partner_zones=_partner_zones(draft, reader),
    )
    return replace(draft, unread=text) if when is None else timed(draft, when)


def hour_alone(text: str, reader: Reader) -> str | None:
    """The hour with which a sentence ends, where it names no day: «перенеси … на 16:30»."""
    hour = LAST_HOUR.search(text)
    if hour is None or read_when(text[: hour.start()], now=reader.now, zone=reader.zone.key):
        return None
    return hour[1]


def partnerships_of(reading: Reading, reader: Reader) -> tuple[str, ...]:
    """Ids of the partnerships that may be meant; the reader's own where nobody is named."""
    named = places_named(reading, reader)
    places = named.sure or named.doubtful
    return tuple(each.id for each in partnerships_named(places, reader)) if places else ()


def direction_of(text: str) -> VisitDirection | None:
    """Who travels, where the words say so."""
    if COMING.search(text):
        return VisitDirection.INCOMING
    return VisitDirection.OUTGOING if GOING.search(text) else None


def _kind(reading: Reading, of_command: EventKind | None) -> EventKind:
    kinds = reading.event_kinds
    if len(kinds) == 1:
        return kinds[0]
    if of_command is not None:
        return of_command
    return next((each for each in USUAL if each in kinds), USUAL[0])


def _likely(doubts: tuple[Doubt, ...]) -> list[Choice]:
    """The answers to the first doubt that has any: the others follow from the choice made."""
    return list(next((each.choices for each in doubts if each.choices), ()))


def _partner_zones(draft: Draft, reader: Reader) -> dict[str, str]:
    """The zones of the partner by its names, for «за часом Буржа»."""
    zones = {}
    for each in draft.partnerships[:1]:
        for place in reader.registry.partnerships[each].foreign:
            known = reader.registry.places[place]
            if known.zone:
                zones[known.name.text(reader.language)] = known.zone
    return zones


def day_of(timing: Timing) -> date | datetime | None:
    """The day, with the hour where there is one."""
    if timing.start is None or timing.start_time is None:
        return timing.start
    return datetime.combine(timing.start, timing.start_time)
