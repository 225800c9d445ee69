"""The reminders to come of an event, in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aiogram.utils.i18n import gettext as _

from handlers.formats import listed, short_date
from partnership.calendar.cards import EventCard
from partnership.calendar.times import wall_of, zone_of
from partnership.reminders import rules
from partnership.reminders.model import Reminder


def reminder_plan(card: EventCard, language: str) -> str:
    """«18.06, 24.06, за 60 хв. і за 10 хв.»; each time once, whoever gets it."""
    if card.occurrence is None:
        return ""
    start = card.occurrence.starts_at
    rows = [row for row in card.reminders if row.occurrence == start and row.due_at <= start]
    return listed(dict.fromkeys(_times(card, rows, language)), language)


def _times(card: EventCard, rows: Iterable[Reminder], language: str) -> Iterator[str]:
    for row in rows:
        if row.rule == rules.MISSING_LINK:
            continue
        if row.rule == rules.IMMEDIATE:
            yield _("at once")
        elif row.rule.endswith("m") and row.rule.startswith("event:-"):
            yield _("{count} min before").format(count=row.rule[len("event:-") : -1])
        else:
            day = wall_of(row.due_at, zone_of(card.event)).date()
            yield f"{day:%d.%m}" if language == "uk" else short_date(day, language)
