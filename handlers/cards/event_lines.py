"""Events in a line: when by all clocks, what, whether it is only planned."""

from __future__ import annotations

from markupsafe import Markup

from handlers.cards.event_names import event_name
from handlers.cards.event_times import event_times
from handlers.cards.events import event_mark
from handlers.reader import Reader
from handlers.screens import fill
from partnership.calendar.clocks import clocks_of
from partnership.events import Event


def event_line(event: Event, reader: Reader) -> Markup:
    """«• 25.06.2024 (вівторок), 15:00 Київ / 14:00 Париж: Онлайн-зустріч Коростень – Бурж»."""
    return fill(
        "• {when}: {name}{mark}",
        when=when_by_clocks(event, reader),
        name=event_name(event, reader.registry, reader.language),
        mark=event_mark(event, reader.today),
    )


def when_by_clocks(event: Event, reader: Reader) -> str:
    """When it is, by the clocks of all parties where they differ."""
    times = clocks_of(event, reader.registry, reader.now)
    return event_times(event, times, reader.language)
