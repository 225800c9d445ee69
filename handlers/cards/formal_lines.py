"""What stands on paper about an event: who travels, the delegation, order, reserve day, minutes."""

from __future__ import annotations

from collections.abc import Iterator

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.participants import participant_name
from handlers.formats import dated_weekday, listed, short_date
from handlers.reader import Reader
from handlers.screens import fill
from partnership.events import VISITS, Capacity, Event, VisitDirection


def formal_lines(event: Event, reader: Reader) -> Iterator[Markup]:
    """A line for each; of a visit also what is not recorded yet."""
    if event.kind in VISITS:
        yield from _visit_lines(event, reader)
    if event.reserve_date is not None:
        day = dated_weekday(event.reserve_date, reader.language)
        yield fill(_("Reserve date: {day}"), day=day)
    if event.minutes_waived is not None:
        yield fill(_("No minutes are needed: {reason}"), reason=event.minutes_waived)


def _visit_lines(event: Event, reader: Reader) -> Iterator[Markup]:
    if event.direction is not None:
        yield fill(direction_word(event.direction))
    head = _who(event, Capacity.HEAD_OF_DELEGATION, reader)
    yield fill(_("Head of the delegation: {who}"), who=head)
    yield fill(_("Interpreter: {who}"), who=_who(event, Capacity.INTERPRETER, reader))
    if event.participants:
        count = len(event.participants)
        text = ngettext("Delegation: {count} person", "Delegation: {count} people", count)
        yield fill(text, count=count)
    order = event.order
    number = _("not recorded")
    if order is not None:
        day = short_date(order.issued_on, reader.language)
        number = _("no. {number} of {day}").format(number=order.number, day=day)
    yield fill(_("Order: {number}"), number=number)


def direction_word(direction: VisitDirection) -> str:
    """Who travels."""
    if direction is VisitDirection.OUTGOING:
        return _("We travel to the partner")
    return _("The partner comes to us")


def _who(event: Event, capacity: Capacity, reader: Reader) -> str:
    """The people with this part, or that nobody is recorded."""
    names = [
        participant_name(each, reader.registry, reader.language)
        for each in event.participants
        if each.capacity is capacity
    ]
    return listed([name for name in names if name], reader.language) or _("not recorded")
