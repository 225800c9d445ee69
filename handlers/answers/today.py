"""What a day holds: events, and all that is open."""

from __future__ import annotations

from collections.abc import Collection

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.answers.places import partnerships_named, places_named
from handlers.cards.event_lines import event_line
from handlers.cards.event_names import event_name
from handlers.formats import dated_weekday, listed, short_date
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from partnership.events import Event
from partnership.language.questions import Reading
from partnership.overview import Today
from partnership.places import Place
from partnership.steps import Step


async def today_answer(reading: Reading, reader: Reader) -> Screen:
    """The day, first for the reader's own communities, then for the whole registry."""
    return await today_screen(reader)


async def today_screen(reader: Reader) -> Screen:
    """Also the answer to /today."""
    whole = await reader.overview.today(reader.today)
    parts = [_day(whole, reader)]
    own = reader.user.communities
    if own:
        ours = await reader.overview.today(reader.today, own)
        if ours != whole:
            parts = [_own_heading(own, reader), *_open(ours, reader), Markup(), *parts]
    return Screen(lines(parts))


def _own_heading(own: Collection[str], reader: Reader) -> Markup:
    names = listed(
        (reader.registry.places[e].name.text(reader.language) for e in own), reader.language
    )
    return fill(_("<b>Ours ({names})</b>"), names=names)


def _day(day: Today, reader: Reader) -> Markup:
    when = dated_weekday(day.on, reader.language)
    if day.events:
        heading = fill("<b>{when}</b>", when=when)
    else:
        heading = fill(_("<b>{when}</b>: no events."), when=when)
    events = [event_line(reader.sees(each), reader) for each in day.events]
    return lines([heading, *events, *_open(day, reader)])


def _open(day: Today, reader: Reader) -> list[Markup]:
    """What waits, one line a kind; kinds of which there is nothing are left out."""
    language = reader.language
    letters = [
        reader.registry.places[reader.registry.partnerships[each.partnership].foreign[0]].name.text(
            language
        )
        for each in day.letters_awaiting
    ]
    counted = [
        (
            ngettext("{count} step due today", "{count} steps due today", len(day.actions_due)),
            [_what(each, language) for each in day.actions_due],
        ),
        (
            ngettext("{count} step overdue", "{count} steps overdue", len(day.actions_overdue)),
            [_what(each, language) for each in day.actions_overdue],
        ),
        (
            ngettext(
                "{count} step without a due date",
                "{count} steps without a due date",
                len(day.actions_undated),
            ),
            [_what(each, language) for each in day.actions_undated],
        ),
        (
            ngettext(
                "{count} letter without a reply", "{count} letters without a reply", len(letters)
            ),
            letters,
        ),
        (
            ngettext(
                "{count} event without an outcome",
                "{count} events without an outcome",
                len(day.unknown_outcomes),
            ),
            [each.title.text(language) for each in day.unknown_outcomes],
        ),
        (
            ngettext(
                "{count} meeting without minutes",
                "{count} meetings without minutes",
                len(day.without_minutes),
            ),
            [_meeting(each, reader) for each in day.without_minutes],
        ),
        (
            ngettext(
                "{count} planned event without a date",
                "{count} planned events without a date",
                len(day.undated_events),
            ),
            [each.title.text(language) for each in day.undated_events],
        ),
    ]
    return [
        fill("• <b>{count}</b>: {what}", count=text.format(count=len(items)), what="; ".join(items))
        for text, items in counted
        if items
    ] or [fill(_("Nothing is open."))]


def _meeting(event: Event, reader: Reader) -> str:
    """What it is called, and where its minutes begin."""
    name = event_name(reader.sees(event), reader.registry, reader.language)
    return f"{name} (/minutes {event.id})"


def _what(step: Step, language: str) -> str:
    return step.what.text(language)


async def open_items_answer(reading: Reading, reader: Reader) -> Screen:
    """Open steps of a partner, or of all, with who and by when."""
    named = places_named(reading, reader).sure
    steps = await _steps(named, reader) if named else await _all_steps(reading, reader)
    count = ngettext("{count} open step", "{count} open steps", len(steps))
    names = listed((place.name.text(reader.language) for place in named), reader.language)
    subject = names or _("The registry")
    heading = fill(
        "<b>{subject}: {count}</b>", subject=subject, count=count.format(count=len(steps))
    )
    return Screen(lines([heading, *(_step_line(each, reader) for each in steps)]))


async def _steps(named: tuple[Place, ...], reader: Reader) -> list[Step]:
    found: dict[str, Step] = {}
    for each in partnerships_named(named, reader):
        agenda = await reader.overview.agenda(each.id)
        found |= {step.key: step for step in agenda.open_steps}
    return list(found.values())


async def _all_steps(reading: Reading, reader: Reader) -> list[Step]:
    communities = reader.user.communities if reading.mine else None
    day = await reader.overview.today(reader.today, communities or None)
    return [*day.actions_overdue, *day.actions_due, *day.actions_undated]


def _step_line(step: Step, reader: Reader) -> Markup:
    language = reader.language
    if step.due is not None:
        due = short_date(step.due, language)
    elif step.due_text is not None:
        due = step.due_text.text(language)
    else:
        due = _("no due date")
    return fill(
        "• {what} — {who}, {due}", what=step.what.text(language), who=_owner(step, reader), due=due
    )


def _owner(step: Step, reader: Reader) -> str:
    registry, language = reader.registry, reader.language
    if step.owner_person:
        return registry.people[step.owner_person].name.text(language)
    if step.owner_organisations:
        names = (
            registry.organisations[each].name.text(language) for each in step.owner_organisations
        )
        return listed(names, language)
    if step.owner_group:
        return registry.working_groups[step.owner_group].name.text(language)
    return step.owner.text(language) if step.owner else _("nobody is named")
