"""The next question about a draft, or the request to confirm it."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_buttons import DraftButton
from handlers.cards.event_names import event_name, in_sentence
from handlers.cards.event_times import event_times
from handlers.cards.names import partner_button_name
from handlers.desk import Desk
from handlers.formats import country_name, short_date
from handlers.meetings.doubts import date_format, doubt_screen
from handlers.meetings.drafts import Draft, Purpose, event_of
from handlers.meetings.month_pages import calendar_button
from handlers.meetings.moved_events import moved_event
from handlers.meetings.reading import own_partnerships
from handlers.screens import Screen, button, fill, lines
from partnership.events import VISITS, Event

PARTNERS_SHOWN = 24


async def question_about(draft: Draft, desk: Desk) -> Screen:
    """With whom, when, who travels; then «is that right?»."""
    if draft.needs_partner:
        return _which_partner(draft, desk)
    if draft.doubts:
        return doubt_screen(draft, desk.reader.language)
    if draft.timing is None:
        return await _when(draft, desk)
    if draft.needs_direction:
        return _who_travels(draft)
    return await _confirm(draft, desk)


def _which_partner(draft: Draft, desk: Desk) -> Screen:
    registry, language = desk.reader.registry, desk.reader.language
    unknown = None
    if draft.unknown:
        text = _("«{name}» is not in the registry as a partner.")
        unknown = fill(text, name=draft.unknown)
    found = draft.partnerships or tuple(each.id for each in own_partnerships(desk.reader))
    rows = [
        [
            button(
                partner_button_name(registry.partnerships[each], registry, language),
                DraftButton(token=draft.token, what="p", value=each).pack(),
            )
        ]
        for each in found[:PARTNERS_SHOWN]
    ]
    rows.append([button(_("Drop it"), DraftButton(token=draft.token, what="no").pack())])
    ask = fill(_("With which partner? Choose, or write the city."))
    return Screen(lines([unknown, ask]), rows)


async def _when(draft: Draft, desk: Desk) -> Screen:
    said = fill(_("I see no date in «{text}»."), text=draft.unread) if draft.unread else None
    ask = fill(_("When? For example: «on Thursday at 15:00» or {format}."), format=date_format())
    row = [
        calendar_button(draft, desk.reader),
        button(_("Drop it"), DraftButton(token=draft.token, what="no").pack()),
    ]
    if draft.purpose is Purpose.PLAN:
        undated = DraftButton(token=draft.token, what="undated").pack()
        row.insert(1, button(_("No date yet"), undated))
    return Screen(lines([await _subject(draft, desk), said, ask]), [row])


async def _subject(draft: Draft, desk: Desk) -> Markup:
    """What is asked about; with the time that it has, where it is moved."""
    reader = desk.reader
    if draft.purpose is Purpose.PLAN:
        event = desk.calendar.draft(event_of(draft))
        name = event_name(event, reader.registry, reader.language)
        return fill("<b>{name}</b>", name=name)
    _after, before = await moved_event(draft, desk)
    return fill(
        "<b>{name}</b>: {when}",
        name=event_name(before, reader.registry, reader.language),
        when=event_times(before, desk.calendar.clocks_of(before), reader.language),
    )


def _who_travels(draft: Draft) -> Screen:
    words = {"out": _("We travel"), "in": _("They come to us")}
    row = [
        button(text, DraftButton(token=draft.token, what=what).pack())
        for what, text in words.items()
    ]
    return Screen(fill(_("Who travels?")), [row])


async def _confirm(draft: Draft, desk: Desk) -> Screen:
    if draft.purpose is Purpose.PLAN:
        event = desk.calendar.draft(event_of(draft))
        before = None
    else:
        event, before = await moved_event(draft, desk)
    text = lines(
        [
            _what(event, before, desk),
            *await _remarks(event, desk),
            fill(_("Is that right?")),
        ]
    )
    return Screen(text, _answers(draft))


def _answers(draft: Draft) -> list[list[InlineKeyboardButton]]:
    """«Yes» and «no»; for one meeting of a series also «all following»."""

    def answer(text: str, what: str) -> InlineKeyboardButton:
        return button(text, DraftButton(token=draft.token, what=what).pack())

    if not draft.undecided:
        return [[answer(_("Yes"), "yes"), answer(_("No"), "no")]]
    return [
        [answer(_("Only this one"), "yes"), answer(_("This and all following"), "all")],
        [answer(_("No"), "no")],
    ]


def _what(event: Event, before: Event | None, desk: Desk) -> Markup:
    reader, calendar = desk.reader, desk.calendar
    name = event_name(event, reader.registry, reader.language)
    when = event_times(event, calendar.clocks_of(event), reader.language)
    if before is None:
        return fill("<b>{name}</b>: {when}.", name=name, when=when)
    was = event_times(before, calendar.clocks_of(before), reader.language)
    text = _("Move the {name}: {was} → <b>{now}</b>.")
    return fill(text, name=in_sentence(name), was=was, now=when)


async def _remarks(event: Event, desk: Desk) -> list[Markup]:
    """What one should know before saying yes: no hour yet, a holiday on that day."""
    language = desk.reader.language
    found = []
    needs_hour = event.kind not in VISITS and event.series is None
    if event.starts_on is not None and event.all_day and needs_hour:
        found.append(fill(_("No time is given: add it later with «Move».")))
    for each in await desk.calendar.holidays_of(event):
        found.append(
            fill(
                _("Public holiday: {day}, {country}: {name}"),
                day=short_date(each.day, language),
                country=country_name(each.country, language),
                name=each.name.text(language),
            )
        )
    return found
