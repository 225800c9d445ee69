"""What the calendar refuses, in words, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.cards.event_names import state_word
from handlers.cards.event_times import moment, zone_city
from handlers.screens import fill
from partnership.calendar import errors
from partnership.calendar.lifecycle import StateRefusal
from partnership.calendar.times import ClockRepeatedError, ClockSkippedError
from partnership.errors import MistokError
from partnership.registry import Registry


def _state(error: errors.StateRefusedError, registry: Registry, language: str) -> Markup:
    if error.refusal is StateRefusal.NEEDS_CHECKLIST:
        count = len(error.open_lines)
        text = ngettext(
            "{count} point of the checklist that the law requires is still open.",
            "{count} points of the checklist that the law requires are still open.",
            count,
        )
        return fill(text, count=count)
    text = {
        StateRefusal.SAME: _("It is already so: {now}."),
        StateRefusal.NOT_OF_THIS_KIND: _("This is not possible for such an event."),
        StateRefusal.OVER: _("The event is over or called off: {now}. /undo takes a change back."),
        StateRefusal.BACK: _("The event is already further along: {now}."),
        StateRefusal.NOT_STARTED: _("The event has not begun yet: {now}."),
        StateRefusal.NEEDS_DATE: _("The event needs a date first."),
        StateRefusal.NEEDS_ORDER: _("An order (number and date) must be recorded first."),
        StateRefusal.TOO_EARLY: _("It is too early for that: the event is still to come."),
        StateRefusal.NEEDS_MINUTES: _("The minutes must be agreed first, or waived with a reason."),
        StateRefusal.NEEDS_REASON: _("Please give a reason."),
    }[error.refusal]
    return fill(text, now=state_word(error.now))


def _past(error: errors.InThePastError, registry: Registry, language: str) -> Markup:
    text = _("{when} is past. Please name a time ahead.")
    return fill(text, when=moment(error.wall, language))


def _end(*_args: Any) -> Markup:
    return fill(_("The end comes before the start."))


def _occurrence(*_args: Any) -> Markup:
    return fill(_("The series has no such meeting any more."))


def _poll(*_args: Any) -> Markup:
    return fill(_("This poll is closed."))


def _link(*_args: Any) -> Markup:
    return fill(_("I see no link that begins with https:// there. Please send it once more."))


def _clock(
    error: ClockSkippedError | ClockRepeatedError, registry: Registry, language: str
) -> Markup:
    return fill(
        _("The clocks change then ({zone}): {when} does not exist or occurs twice."),
        zone=zone_city(error.zone, language),
        when=moment(error.wall, language),
    )


CALENDAR_EXPLANATIONS: dict[type[MistokError], Callable[[Any, Registry, str], Markup]] = {
    errors.StateRefusedError: _state,
    errors.InThePastError: _past,
    errors.EndBeforeStartError: _end,
    errors.NoSuchOccurrenceError: _occurrence,
    errors.NotASeriesError: _occurrence,
    errors.PollClosedError: _poll,
    errors.NotALinkError: _link,
    ClockSkippedError: _clock,
    ClockRepeatedError: _clock,
}
