"""Answers about events: when, which, what was agreed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.answers.events_asked import events_asked
from handlers.answers.places import places_named
from handlers.answers.promises import promises
from handlers.cards.event_lines import event_line, when_by_clocks
from handlers.cards.event_names import event_name
from handlers.cards.events import event_when
from handlers.formats import country_name, distance, listed, short_date
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from handlers.words import event_kind_word
from partnership.events import AHEAD, TOOK_PLACE, Event, EventKind
from partnership.language.dates import DoubtKind
from partnership.language.questions import Direction, Reading
from partnership.queries import agreements_of, communities_of

LONG = timedelta(days=28)
"""From here on an answer about days ahead tells also of what has no date."""


async def when_answer(reading: Reading, reader: Reader) -> Screen:
    """The next such event with the days left, or the last one, or that there is none."""
    found = await events_asked(reading, reader)
    chosen = _chosen(found, reading, reader)
    if not chosen:
        return Screen(lines([_subject(reading, reader), fill(_("No such event is recorded."))]))
    return Screen(lines([_when(event, reader) for event in chosen]))


def _chosen(found: list[Event], reading: Reading, reader: Reader) -> list[Event]:
    """One event by the direction of the question; without one the next, else the latest."""
    today = reader.today
    ahead = [each for each in found if each.ends_on and each.ends_on >= today]
    undated = [each for each in found if each.ends_on is None and each.state in AHEAD]
    past = [each for each in found if each.ends_on and each.ends_on < today]
    if reading.direction is Direction.LAST:
        held = [each for each in past if each.state in TOOK_PLACE]
        undated_held = [e for e in found if e.ends_on is None and e.state in TOOK_PLACE]
        return held[-1:] or undated_held or past[-1:]
    if reading.direction is Direction.NEXT:
        return ahead[:1] or undated
    return ahead[:1] or undated[:1] or past[-1:] or found[-1:]


def _when(event: Event, reader: Reader) -> Markup:
    """«Підписання …: 09.02.2023 (четвер), через 20 днів.» with who signs and the source."""
    return lines(
        [
            fill(
                "<b>{title}</b>: {when}{more}",
                title=event_name(event, reader.registry, reader.language),
                when=when_by_clocks(event, reader),
                more=_how_far(event, reader),
            ),
            _signatories(event, reader),
            _sources(event, reader),
        ]
    )


def _how_far(event: Event, reader: Reader) -> str:
    if event.outcome_unknown_on(reader.today):
        return " " + _("(planned, outcome not recorded)")
    if event.starts_on and event.starts_on >= reader.today and event.state in AHEAD:
        return ", " + distance(event.starts_on, reader.today, reader.language)
    return ""


def _signatories(event: Event, reader: Reader) -> Markup | None:
    if event.kind is not EventKind.SIGNING:
        return None
    agreements = [
        agreement
        for each in event.partnerships
        for agreement in agreements_of(reader.registry, each)
    ]
    roles = [role.text(reader.language) for each in agreements for role in each.signatory_roles]
    if not roles:
        return None
    return fill(_("To be signed by: {who}"), who=listed(roles, reader.language))


def _sources(event: Event, reader: Reader) -> Markup | None:
    days = [
        reader.registry.sources[each].published_on
        for each in event.sources
        if reader.registry.sources[each].published_on
    ]
    known = [short_date(day, reader.language) for day in days if day]
    if not known:
        return None
    return fill(_("Source: publication of {day}"), day=listed(known, reader.language))


async def events_answer(reading: Reading, reader: Reader) -> Screen:
    """The events that were asked for, by period, partner and kind."""
    found = await events_asked(reading, reader)
    if reading.direction is Direction.LAST:
        today = reader.today
        found = [e for e in found if e.state in TOOK_PLACE or e.outcome_unknown_on(today)]
    elif reading.direction is Direction.NEXT:
        found = [each for each in found if each.state in AHEAD]
    count = ngettext("{count} event", "{count} events", len(found)).format(count=len(found))
    title = fill("{subject}: <b>{count}</b>", subject=_subject(reading, reader), count=count)
    rows = [event_line(each, reader) for each in found]
    no_day = fill(_("There is no such date.")) if _names_no_day(reading) else None
    return Screen(lines([no_day, title, *rows, *await _undated(reading, reader)]))


def _names_no_day(reading: Reading) -> bool:
    """«30 лютого», «31.06»: what is shown is of the nearest day that there is."""
    if reading.when is None:
        return False
    return any(doubt.kind is DoubtKind.NO_SUCH_DATE for doubt in reading.when.doubts)


async def _undated(reading: Reading, reader: Reader) -> list[Markup]:
    """What is planned with no date yet may still fall into a long stretch of days ahead."""
    period = reading.period
    if period is None or period.end < reader.today + LONG or reading.direction is Direction.LAST:
        return []
    asked = await events_asked(replace(reading, period=None), reader)
    found = [each for each in asked if each.starts_on is None and each.state in AHEAD]
    rows = [event_line(each, reader) for each in found]
    return [fill(_("Planned, with no date yet:")), *rows] if rows else []


def _subject(reading: Reading, reader: Reader) -> Markup:
    """What was asked about, in a word: kind, partner, period."""
    language = reader.language
    kinds = [event_kind_word(reading.event_kinds[0])] if reading.event_kinds else []
    names = [place.name.text(language) for place in places_named(reading, reader).sure]
    names += [country_name(each, language) for each in reading.countries]
    days: list[str] = []
    if reading.period is not None:
        start, end = reading.period.start, reading.period.end
        first, last = short_date(start, language), short_date(end, language)
        days = [first if start == end else f"{first} – {last}"]
    return fill("{subject}", subject=" · ".join([*kinds, *names, *days]) or _("Events"))


def _latest(held: list[Event], reading: Reading, reader: Reader) -> list[Event]:
    """With the latest last: of one's own where no partner is named, and of those with a day."""
    if not reading.places:
        mine = set(reader.user.communities)
        held = [each for each in held if mine & communities_of(reader.registry, each)] or held
    return [each for each in held if each.starts_on is not None] or held


async def discussed_answer(reading: Reading, reader: Reader) -> Screen:
    """Topics and outcomes of the latest event at which there were any."""
    found = [each for each in await events_asked(reading, reader) if each.topics or each.outcomes]
    held = _latest([each for each in found if each.state in TOOK_PLACE], reading, reader)
    promised = await promises(reading, reader)
    if not held and not promised:
        return Screen(lines([_subject(reading, reader), fill(_("Nothing recorded yet."))]))
    return Screen(lines([*promised, *(discussed(each, reader) for each in held[-1:])]))


def discussed(event: Event, reader: Reader) -> Markup:
    """What an event was about and what came of it."""
    language = reader.language
    return lines(
        [
            fill("<b>{title}</b>", title=event.title.text(language)),
            fill("{when}", when=event_when(event, language)),
            *(fill("• {topic}", topic=each.text(language)) for each in event.topics),
            *(fill("✓ {outcome}", outcome=each.text(language)) for each in event.outcomes),
            None if event.outcomes else fill(_("Outcomes not recorded.")),
        ]
    )
