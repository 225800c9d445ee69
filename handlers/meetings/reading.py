"""From a sentence to a draft: which event, with whom, when, and what is in doubt about it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from handlers.answers.places import partnerships_named, places_named
from handlers.meetings.drafts import Draft, token_of
from handlers.reader import Reader
from partnership.access import Action, may
from partnership.calendar.meeting_links import find_link
from partnership.calendar.timing import Timing
from partnership.events import VISITS, EventKind, VisitDirection
from partnership.language.dates import Choice, Doubt, Expectation, Precision, When, read_when
from partnership.language.questions import Reading
from partnership.language.romanised import as_cyrillic
from partnership.partnerships import Partnership

USUAL = (EventKind.ONLINE_MEETING, EventKind.WORKING_VISIT)
"""What a plain «зустріч» or «візит» is: partners live far away."""
TITLE = re.compile(r"«([^«»]{3,120})»")
COMING = re.compile(
    r"\b(до нас|приїд|приїзд|приїжд|прибува|прибуде|прийма|зустріча|incoming|arriv|host|visit us"
    r"|to us|coming)",
    re.IGNORECASE,
)
TOWARDS = re.compile(r"\b(?:до|в|у|to)\s+$", re.IGNORECASE)
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
    named = partnerships_of(reading, reader)
    somebody = bool(named or reading.unfound)
    own = [] if somebody else own_partnerships(reader)
    draft = Draft(
        token=token_of(reader.now, reading.text),
        kind=chosen,
        partnerships=named or tuple(each.id for each in own if len(own) == 1),
        together=_are_together(reading, named, reader),
        assumed=len(own) == 1,
        unknown="" if named else " ".join(reading.unfound),
        direction=_direction(reading, reader) if chosen in VISITS else None,
        title=title[1] if title else None,
        link=link.url if link else None,
    )
    return timed(draft, reading.when) if reading.when is not None else draft


def timed(draft: Draft, when: When) -> Draft:
    """The draft with the time that was read; doubts are kept, to be asked about."""
    if when.precision is Precision.MONTH and when.rrule is None and not when.doubts:
        return draft.at(Timing(partial=f"{when.start:%Y-%m}"))
    if not when.doubts:
        return draft.at(Timing.of(when))
    choices = (
        Timing.of(replace(when, start=c.start, end=c.end, rrule=c.rrule or when.rrule))
        for c in _likely(when.doubts)
    )
    return replace(draft, doubts=when.doubts, choices=tuple(dict.fromkeys(choices)), unread="")


def read_time(text: str, draft: Draft, reader: Reader) -> Draft:
    """The draft with the time from an answer to «when?»; what is no time is said to be none."""
    when = time_said(text, draft, reader)
    return replace(draft, unread=text) if when is None else timed(draft, when)


def time_said(text: str, draft: Draft, reader: Reader) -> When | None:
    """The time that an answer names, in Cyrillic or Latin letters."""
    spellings = dict.fromkeys((text, as_cyrillic(text)) if text.isascii() else (text,))
    read = (
        read_when(
            each,
            now=reader.now,
            zone=reader.zone.key,
            expect=Expectation.DATE,
            partner_zones=_partner_zones(draft, reader),
        )
        for each in spellings
    )
    found = [each for each in read if each is not None]
    return min(found, key=lambda each: len(each.rest), default=None)


def partnerships_of(reading: Reading, reader: Reader) -> tuple[str, ...]:
    """Ids of the partnerships that may be meant: of the places named, else of their country."""
    named = places_named(reading, reader)
    places = named.sure or named.doubtful
    if places:
        return tuple(each.id for each in partnerships_named(places, reader))
    countries, known = set(reading.countries), reader.registry.places
    return tuple(
        each.id
        for each in own_partnerships(reader)
        if countries & {known[place].country for place in each.foreign}
    )


def _are_together(reading: Reading, found: tuple[str, ...], reader: Reader) -> bool:
    """Whether several partners were named, and each is one partnership of the same community."""
    named = [place.id for place in places_named(reading, reader).sure if not place.home]
    partnerships = [reader.registry.partnerships[each] for each in found]
    if len(named) < 2 or len({each.home for each in partnerships}) != 1:
        return False
    return all(sum(place in each.foreign for each in partnerships) == 1 for place in named)


def own_partnerships(reader: Reader) -> list[Partnership]:
    """Partnerships for which the reader may plan, the archived ones left out."""
    return [
        each
        for each in reader.registry.partnerships.values()
        if not each.archived_at and may(reader.user, Action.PLAN_EVENT, each.home)
    ]


def _direction(reading: Reading, reader: Reader) -> VisitDirection | None:
    """Who travels: «до Коростеня» comes home, whatever else is said."""
    for match in reading.places:
        place = reader.registry.places[match.name_id]
        if place.home and TOWARDS.search(reading.text[: match.start]):
            return VisitDirection.INCOMING
    return direction_of(reading.text)


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
