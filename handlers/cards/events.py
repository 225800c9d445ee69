"""When an event is, by its own clock, and whether it is only planned."""

from __future__ import annotations

from datetime import date

from aiogram.utils.i18n import gettext as _

from handlers.formats import dated_weekday, month_and_year, partial_date, short_date
from partnership.events import AHEAD, Event, EventState


def event_when(event: Event, language: str) -> str:
    """The day or days, with the weekday for a single one; what is unknown is said."""
    start, end = event.starts_on, event.ends_on
    if start is None:
        return _partial(event, language)
    if end is None or end == start:
        hour = event.actual.start_time or event.planned.start_time
        day = dated_weekday(start, language)
        return f"{day}, {hour:%H:%M}" if hour else day
    if language == "uk" and (start.year, start.month) == (end.year, end.month):
        return f"{start.day:02}–{short_date(end, language)}"
    return f"{short_date(start, language)} – {short_date(end, language)}"


def _partial(event: Event, language: str) -> str:
    known = event.partial_date
    if known is None:
        return _("date not recorded")
    if not known.startswith("--"):
        whole = month_and_year(date.fromisoformat(f"{known}-01"), language)
        return _("{month}, day not recorded").format(month=whole)
    month, day = (int(part) for part in known.removeprefix("--").split("-"))
    return _("{day}, year not recorded").format(day=partial_date(month, day, language))


def event_mark(event: Event, today: date) -> str:
    """What has to be said about an event that is not simply held."""
    if event.outcome_unknown_on(today):
        return " " + _("(planned, outcome not recorded)")
    if event.state is EventState.CANCELLED:
        return " " + _("(cancelled)")
    return " " + _("(planned)") if event.state in AHEAD else ""
