"""What is ahead, day by day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import groupby

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.event_names import event_name, state_word
from handlers.cards.event_times import clocks, native
from handlers.cards.events import event_when
from handlers.formats import dated_weekday, short_date
from handlers.reader import Reader
from handlers.screens import fill, lines
from partnership.calendar.cards import ZonedTime
from partnership.calendar.clocks import clocks_at
from partnership.calendar.series import Occurrence
from partnership.calendar.times import wall_of
from partnership.events import Event, EventState

AheadOf = tuple[Occurrence, Event]
SAID = frozenset({EventState.INTERRUPTED, EventState.RUNNING, EventState.DATES_PROPOSED})


def week_text(found: Iterable[AheadOf], first: date, last: date, reader: Reader) -> Markup:
    """The days of a period with their events, by the reader's clock."""
    title = fill(
        _("<b>{first} – {last}</b>"),
        first=short_date(first, reader.language),
        last=short_date(last, reader.language),
    )
    days = [_day(day, list(each), reader) for day, each in groupby(found, _day_of(reader, first))]
    return lines([title, *(days or [fill(_("Nothing is planned."))])])


def _day_of(reader: Reader, first: date) -> Callable[[AheadOf], date]:
    """What began before the period and goes on stands on its first day."""
    return lambda pair: max(first, wall_of(pair[0].starts_at, reader.zone.key).date())


def _day(day: date, found: list[AheadOf], reader: Reader) -> Markup:
    heading = fill("<b>{day}</b>", day=dated_weekday(day, reader.language))
    return lines([heading, *(ahead_line(at, event, reader) for at, event in found)])


def ahead_line(at: Occurrence, event: Event, reader: Reader) -> Markup:
    """«• 15:00 Київ / 14:00 Париж: Онлайн-зустріч Коростень – Бурж (/event 13)»."""
    state = f" ({state_word(event.state)})" if event.state in SAID else ""
    return fill(
        "• {hour}{name}{state} (/event {number})",
        hour=_hour(at, event, reader),
        name=event_name(event, reader.registry, reader.language),
        state=state,
        number=event.id,
    )


def _hour(at: Occurrence, event: Event, reader: Reader) -> Markup:
    """«15:00 Київ / 14:00 Париж: », the reader's clock first; of several days the days."""
    if event.all_day:
        several = event.ends_on is not None and event.ends_on != event.starts_on
        return fill("{days}: ", days=event_when(event, reader.language)) if several else Markup()
    here = reader.zone.key
    times = sorted(clocks_at(event, at, reader.registry), key=lambda each: each.zone != here)
    if not any(each.zone == here for each in times):
        wall: datetime = wall_of(at.starts_at, here)
        times.insert(0, ZonedTime(here, wall, wall_of(at.ends_at, here), ()))
    alone = f"{times[0].begins:%H:%M}" if len(times) == 1 else clocks(times, reader.language)
    return fill("{clocks}: ", clocks=native(at.starts_at, alone, reader.now))
