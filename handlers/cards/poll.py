"""A poll about the date of an event: options by all clocks, votes, the best one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from aiogram.types import InlineKeyboardButton
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.event_buttons import OpenEvent, Vote
from handlers.cards.event_names import event_name
from handlers.cards.event_times import event_times
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.calendar.polls import Poll, best_option
from partnership.calendar.polls import Vote as Said
from partnership.events import Event, Span

SAID = {"y": Said.YES, "i": Said.IF_NEEDED, "n": Said.NO}
"""What a vote button carries."""


def poll_screen(poll: Poll, card: EventCard, reader: Reader, calendar: Calendar) -> Screen:
    """The options with their votes; buttons to vote, and to schedule the best one."""
    name = event_name(card.event, reader.registry, reader.language)
    best = best_option(poll)
    rows = [
        _option(poll, number, card.event, reader, calendar, best=number == best)
        for number in range(len(poll.options))
    ]
    count = len({person for person, _at in poll.votes})
    voted = ngettext("{count} person has voted.", "{count} people have voted.", count)
    text = lines(
        [
            fill(_("<b>When can you come?</b> {name}"), name=name),
            *rows,
            fill(voted, count=count),
        ]
    )
    return Screen(text, _buttons(poll, best, card.event))


def option_time(poll: Poll, number: int, event: Event, reader: Reader, calendar: Calendar) -> str:
    """One option by all clocks."""
    wall = poll.options[number]
    planned = Span(wall.date(), wall.date(), wall.time())
    at = replace(event, planned=planned, actual=Span(), zone=poll.zone, fold=wall.fold, series=None)
    return event_times(at, calendar.clocks_of(at), reader.language)


def _option(
    poll: Poll, number: int, event: Event, reader: Reader, calendar: Calendar, *, best: bool
) -> Markup:
    tally = poll.tally(number)
    return fill(
        "{mark}{number}. {when}: ✓ {yes} · ~ {maybe} · ✗ {no}",
        mark="★ " if best else "",
        number=number + 1,
        when=option_time(poll, number, event, reader, calendar),
        yes=tally[Said.YES],
        maybe=tally[Said.IF_NEEDED],
        no=tally[Said.NO],
    )


def _buttons(poll: Poll, best: int | None, event: Event) -> list[list[InlineKeyboardButton]]:
    def vote(option: int, what: str) -> str:
        return Vote(poll=poll.id, option=option, what=what).pack()

    rows = [
        [
            button(f"✓ {_short(wall)}", vote(number, "y")),
            button("~", vote(number, "i")),
            button("✗", vote(number, "n")),
        ]
        for number, wall in enumerate(poll.options)
    ]
    if best is not None:
        text = _("Schedule: {when}").format(when=_short(poll.options[best]))
        rows.append([button(text, vote(best, "set"))])
    rows.append([button(_("Close the poll"), vote(0, "end"))])
    rows.append([button(_("To the event"), OpenEvent(id=event.id).pack())])
    return rows


def _short(wall: datetime) -> str:
    return f"{wall:%d.%m %H:%M}"
