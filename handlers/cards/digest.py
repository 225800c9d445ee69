"""Digests: the plan of the week, the day, action items, and grant calls."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from aiogram.filters.callback_data import CallbackData
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.day_programme import day_programme
from handlers.cards.progress import progress_screen
from handlers.cards.reminded import Reminded
from handlers.cards.week import AheadOf, ahead_line, week_text
from handlers.formats import dated_weekday
from handlers.screens import Screen, button, fill, lines
from partnership.access import Action, may
from partnership.calendar.belonging import communities_of
from partnership.calendar.times import wall_of
from partnership.events import VISITS, Event
from partnership.membership import Membership
from partnership.membership_records import BoundChat
from partnership.notes.scope import scope_of
from partnership.progress_reports import ProgressReports
from partnership.reminders import rules
from partnership.reminders.digests import DigestKind
from partnership.reminders.model import ReminderState, SubjectKind

WEEK = timedelta(days=6)


class DigestButton(CallbackData, prefix="dg"):
    """Switches a digest on or off in the chat where it is pressed."""

    kind: DigestKind
    on: bool


async def digest_screen(
    about: Reminded, membership: Membership, reports: ProgressReports
) -> Screen | None:
    """The digest as of now; None where nobody may read it any more, or nothing is worth sending.

    Those of the week and the month say so where they are empty: silence might be a fault. A day
    without anything, and action items that nobody asked about, make no message.
    """
    kind = DigestKind(about.reminder.subject)
    recipient = about.reminder.recipient
    bound = membership.groups.chat_of(recipient.id, recipient.thread)
    if about.user is None and bound is None:
        return None
    if about.user is not None and not may(about.user, Action.READ):
        return None
    if kind is DigestKind.CALLS:
        return Screen(calls_text())
    if kind is DigestKind.ITEMS:
        return await _items(about, bound, reports)
    first = wall_of(about.reminder.due_at, about.reader.zone.key).date()
    last = first + WEEK if kind is DigestKind.WEEK else first
    found = await about.calendar.ahead(about.user, first, last)
    ours = [pair for pair in found if _concerns(pair, about, bound)]
    if kind is DigestKind.AGENDA:
        return await _agenda(ours, first, about)
    text = week_text(ours, first, last, about.reader)
    return Screen(lines([fill("<b>{title}</b>", title=_("Plan of the week")), text]))


def calls_text() -> Markup:
    """Grant calls; the registry keeps none yet, and that is said."""
    return fill(_("There are no grant calls in the registry now."))


async def _agenda(found: list[AheadOf], day: date, about: Reminded) -> Screen | None:
    """The day, with the programme of a visit that goes on; no message on a day without any."""
    if not found:
        return None
    reader = about.reader
    visits = {event.key for _at, event in found if event.kind in VISITS}
    rows = []
    for at, event in found:
        if event.parent in visits:
            continue
        rows.append(ahead_line(at, event, reader))
        if event.key in visits and not await _gets_programme(event, day, about):
            card = await about.calendar.card(about.user, event.key)
            rows += [] if card.hidden else day_programme(card, day, reader)
    title = fill(_("<b>Plan of the day: {day}</b>"), day=dated_weekday(day, reader.language))
    return Screen(lines([title, *rows]))


async def _gets_programme(visit: Event, day: date, about: Reminded) -> bool:
    """Whether the programme comes to the same reader by itself: then it is not said twice."""
    rows = await about.calendar.store.reminders_of(SubjectKind.EVENT, visit.key)
    return any(
        row.recipient == about.reminder.recipient
        and row.rule == rules.DAY_PROGRAMME
        and row.wall.date() == day
        and row.state is not ReminderState.CANCELLED
        for row in rows
    )


async def _items(
    about: Reminded, bound: BoundChat | None, reports: ProgressReports
) -> Screen | None:
    """Nobody asked for this one, so that it comes only where something waits."""
    if about.user is not None:
        scope = reports.scope_of(about.user.communities)
    else:
        scope = scope_of(bound, about.reader.registry)
    report = await reports.report(scope)
    if report.is_quiet:
        return None
    screen = progress_screen(report, scope, about.reader)
    off = button(_("Do not send on Mondays"), DigestButton(kind=DigestKind.ITEMS, on=False).pack())
    return replace(screen, buttons=[*screen.buttons, [off]])


def _communities(about: Reminded, bound: BoundChat | None) -> Collection[str]:
    if about.user is not None:
        return about.user.communities
    if bound is None or bound.partnership is None:
        return (bound.community,) if bound and bound.community else ()
    return (about.reader.registry.partnerships[bound.partnership].home,)


def _concerns(pair: AheadOf, about: Reminded, bound: BoundChat | None) -> bool:
    """A person's digest is about their communities, a group's about what it is bound to."""
    event = pair[1]
    if bound is not None and bound.partnership is not None:
        return bound.partnership in event.partnerships
    wanted = set(_communities(about, bound))
    return not wanted or bool(wanted & communities_of(event, about.reader.registry))
