"""The card of an event: what, when by all clocks, where, who comes, what is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_names import event_name, state_word, template_word
from handlers.cards.event_times import native_times
from handlers.cards.formal_lines import formal_lines
from handlers.cards.meeting_buttons import card_buttons
from handlers.cards.reminder_plan import reminder_plan
from handlers.formats import country_name, short_date
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from partnership.calendar.arrangement import Answer
from partnership.calendar.cards import EventCard
from partnership.calendar.times import is_online
from partnership.checklists.model import Progress
from partnership.events import AHEAD, UNDER_WAY, Event

BAR = 10
"""Blocks of a progress bar."""


def event_card(card: EventCard, reader: Reader) -> Screen:
    """The card with the buttons that its reader may use."""
    return Screen(card_text(card, reader), card_buttons(card, reader))


def card_text(card: EventCard, reader: Reader) -> Markup:
    """The facts of an event; what is not known says so."""
    return lines(
        [
            heading(card, reader),
            fill(_("When: {when}"), when=when_of(card, reader)),
            fill(_("State: {state}"), state=_state(card.event)),
            *formal_lines(card.event, reader),
            _place_line(card, reader),
            _link_line(card),
            _embargo_line(card),
            _answers_line(card),
            *(_bar_line(code, each) for code, each in card.progress.items()),
            *_part_lines(card, reader),
            *_outcome_lines(card.event, reader.language),
            *_holiday_lines(card, reader.language),
            _poll_line(card),
            _reminders_line(card, reader.language),
        ]
    )


def heading(card: EventCard, reader: Reader) -> Markup:
    """«Онлайн-зустріч Коростень – Бурж · № 12»."""
    name = event_name(card.event, reader.registry, reader.language)
    return fill(_("<b>{name}</b> · no. {number}"), name=name, number=card.event.id)


def when_of(card: EventCard, reader: Reader) -> Markup:
    """When it is, by all clocks, and by the reader's own where Telegram shows it."""
    return native_times(card.event, card.times, reader.now, reader.language)


def _state(event: Event) -> str:
    state = state_word(event.state)
    return f"{state} ({event.state_reason})" if event.state_reason else state


def _place_line(card: EventCard, reader: Reader) -> Markup | None:
    place = reader.registry.places.get(card.event.place or "")
    if place is None:
        return None
    return fill(_("Place: {place}"), place=place.name.text(reader.language))


def _link_line(card: EventCard) -> Markup | None:
    if not is_online(card.event) or card.event.state not in AHEAD | UNDER_WAY:
        return None
    return fill(_("Link: recorded") if card.has_link else _("Link: not recorded"))


def _embargo_line(card: EventCard) -> Markup | None:
    if not card.hidden:
        return None
    return fill(_("<i>Only the coordinators see the hours, the place and the programme.</i>"))


def _answers_line(card: EventCard) -> Markup | None:
    counted = Counter(each.answer for each in card.answers)
    if not counted:
        return None
    said = [
        (_("coming {count}"), counted[Answer.COMING]),
        (_("deputies {count}"), counted[Answer.DEPUTY]),
        (_("not coming {count}"), counted[Answer.NOT_COMING]),
        (_("no answer yet {count}"), counted[Answer.ASKED] + counted[Answer.LATER]),
    ]
    told = ", ".join(words.format(count=number) for words, number in said if number)
    return fill(_("People: {answers}"), answers=told)


def _bar_line(code: str, progress: Progress) -> Markup:
    return fill(
        "{name}: {bar} {done}/{total}{late}",
        name=template_word(code),
        bar=progress_bar(progress),
        done=progress.done,
        total=progress.total,
        late=", " + _("late: {count}").format(count=progress.late) if progress.late else "",
    )


def progress_bar(progress: Progress) -> str:
    """«▰▰▰▱▱▱▱▱▱▱»."""
    full = int(progress.share * BAR)
    return "▰" * full + "▱" * (BAR - full)


def _part_lines(card: EventCard, reader: Reader) -> Iterator[Markup]:
    if card.parent is not None:
        name = event_name(card.parent, reader.registry, reader.language)
        yield fill(_("Part of: {name}"), name=name)
    for each in card.parts:
        name = event_name(each, reader.registry, reader.language)
        yield fill("• {name} (/event {number})", name=name, number=each.id)


def _outcome_lines(event: Event, language: str) -> Iterator[Markup]:
    for each in event.outcomes:
        yield fill("✓ {outcome}", outcome=each.text(language))


def _holiday_lines(card: EventCard, language: str) -> Iterator[Markup]:
    if card.event.state in AHEAD:
        for each in card.holidays:
            yield fill(
                _("Public holiday: {day}, {country}: {name}"),
                day=short_date(each.day, language),
                country=country_name(each.country, language),
                name=each.name.text(language),
            )


def _poll_line(card: EventCard) -> Markup | None:
    return fill(_("A poll about the date is open.")) if card.poll else None


def _reminders_line(card: EventCard, language: str) -> Markup | None:
    plan = reminder_plan(card, language)
    return fill(_("Reminders: {times}"), times=plan) if plan else None
