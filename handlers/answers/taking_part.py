"""Who took part in an event, who organised it, who paid, and where it was."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.answers.events_asked import events_asked
from handlers.answers.places import best_ids
from handlers.cards.events import event_mark, event_when
from handlers.cards.participants import participant_lines
from handlers.formats import listed
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from partnership.events import AHEAD, TOOK_PLACE, Event
from partnership.language.questions import Direction, Reading
from partnership.queries import posts_of

SHOWN = 3
BETWEEN = Markup("\n\n")


async def taking_part_answer(reading: Reading, reader: Reader) -> Screen:
    """The people and the place of the events that were asked about, the latest first."""
    found = _meant(await events_asked(reading, reader), reading, reader)
    if not found:
        return Screen(fill(_("No such event is recorded.")))
    offices = best_ids(reading.organisations)
    blocks = [_block(each, offices, reader) for each in found[:SHOWN]]
    more = len(found) - SHOWN
    if more > 0:
        count = ngettext("and {count} more: /events", "and {count} more: /events", more)
        blocks.append(fill(count, count=more))
    return Screen(BETWEEN.join(blocks))


def _meant(found: list[Event], reading: Reading, reader: Reader) -> list[Event]:
    """Ahead or behind, where the question says so; a part only where its whole is not there."""
    if reading.direction is Direction.NEXT:
        found = [each for each in found if each.state in AHEAD]
    elif reading.direction is Direction.LAST:
        found = [each for each in found if each.state in TOOK_PLACE][-1:]
    keys = {each.key for each in found}
    whole = [each for each in found if each.parent not in keys]
    told = [each for each in whole if each.participants or each.organisers] or whole
    return sorted(told, key=lambda each: (each.starts_on is not None, each.starts_on), reverse=True)


def _block(event: Event, offices: Collection[str], reader: Reader) -> Markup:
    language = reader.language
    when = event_when(event, language) + event_mark(event, reader.today)
    place = reader.registry.places.get(event.place or "")
    helper = {event.facilitator}.difference(event.organisers)
    return lines(
        [
            fill("<b>{title}</b>", title=event.title.text(language)),
            fill("{when}", when=when),
            fill(_("Place: {name}"), name=place.name.text(language)) if place else None,
            _offices(_("Organised by: {names}"), event.organisers, reader),
            _offices(_("With the help of: {names}"), helper, reader),
            _offices(_("Paid for by: {names}"), [event.funder], reader),
            *_people(_of_offices(event, offices, reader), reader),
        ]
    )


def _of_offices(event: Event, offices: Collection[str], reader: Reader) -> Event:
    """With the people of the offices that were asked about; with all where none is of them."""
    theirs = tuple(
        each
        for each in event.participants
        if each.person is not None
        and any(
            post.organisation in offices
            for post in posts_of(reader.registry, each.person, event.starts_on)
        )
    )
    return replace(event, participants=theirs) if theirs else event


def _people(event: Event, reader: Reader) -> list[Markup]:
    rows = list(participant_lines(event, reader.registry, reader.language))
    if not rows:
        return [fill(_("Participants: not recorded."))]
    return [fill(_("Participants:")), *rows]


def _offices(words: str, ids: Iterable[str | None], reader: Reader) -> Markup | None:
    organisations = reader.registry.organisations
    names = [
        organisations[each].name.text(reader.language)
        for each in ids
        if each is not None and each in organisations
    ]
    return fill(words, names=listed(names, reader.language)) if names else None
