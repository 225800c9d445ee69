"""The next question about a draft, or the request to confirm it."""

from __future__ import annotations

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
from handlers.meetings.moved_events import moved_event
from handlers.screens import Screen, button, fill, lines
from partnership.events import Event

PARTNERS_SHOWN = 24


async def question_about(draft: Draft, desk: Desk) -> Screen:
    """With whom, when, who travels; then «is that right?»."""
    if len(draft.partnerships) != 1 and draft.purpose is Purpose.PLAN:
        return _which_partner(draft, desk)
    if draft.doubts:
        return doubt_screen(draft, desk.reader.language)
    if draft.timing is None:
        return _when(draft, desk)
    if draft.needs_direction:
        return _who_travels(draft)
    return await _confirm(draft, desk)


def _which_partner(draft: Draft, desk: Desk) -> Screen:
    registry, language = desk.reader.registry, desk.reader.language
    found = draft.partnerships or tuple(
        each.id
        for each in registry.partnerships.values()
        if each.home in desk.reader.user.communities and not each.archived_at
    )
    rows = [
        [
            button(
                partner_button_name(registry.partnerships[each], registry, language),
                DraftButton(token=draft.token, what="p", value=each).pack(),
            )
        ]
        for each in found[:PARTNERS_SHOWN]
    ]
    text = _("With which partner? You can also name the city: {example}")
    return Screen(fill(text, example="/meeting Бурж 25.06 15:00"), rows)


def _when(draft: Draft, desk: Desk) -> Screen:
    said = fill(_("I see no date in «{text}»."), text=draft.unread) if draft.unread else None
    ask = fill(_("When? For example: «on Thursday at 15:00» or {format}."), format=date_format())
    row = [button(_("Drop it"), DraftButton(token=draft.token, what="no").pack())]
    if draft.purpose is Purpose.PLAN:
        undated = DraftButton(token=draft.token, what="undated").pack()
        row.insert(0, button(_("No date yet"), undated))
    name = None
    if draft.purpose is Purpose.PLAN:
        event = desk.calendar.draft(event_of(draft))
        title = event_name(event, desk.reader.registry, desk.reader.language)
        name = fill("<b>{name}</b>", name=title)
    return Screen(lines([name, said, ask]), [row])


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
    yes = button(_("Yes"), DraftButton(token=draft.token, what="yes").pack())
    no = button(_("No"), DraftButton(token=draft.token, what="no").pack())
    text = lines(
        [
            _what(event, before, desk),
            *await _remarks(event, desk),
            fill(_("Is that right?")),
        ]
    )
    return Screen(text, [[yes, no]])


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
    if event.starts_on is not None and event.all_day and not event.series:
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
