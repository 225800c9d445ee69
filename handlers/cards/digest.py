"""Digests: the plan of the week, the day, what is overdue, and grant calls."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.reminded import Reminded
from handlers.cards.week import AheadOf, week_text
from handlers.formats import dated_weekday, short_date
from handlers.screens import Screen, fill, lines
from partnership.calendar.belonging import communities_of
from partnership.calendar.times import wall_of
from partnership.membership import Membership
from partnership.membership_records import BoundChat
from partnership.reminders.digests import DigestKind

WEEK = timedelta(days=6)


async def digest_screen(about: Reminded, membership: Membership) -> Screen | None:
    """The digest as of now; an empty one says so, for silence might be a fault."""
    kind = DigestKind(about.reminder.subject)
    recipient = about.reminder.recipient
    bound = membership.groups.chat_of(recipient.id, recipient.thread)
    if not about.personal and bound is None:
        return None
    if kind is DigestKind.CALLS:
        return Screen(calls_text())
    if kind is DigestKind.OVERDUE:
        return Screen(await _overdue(about, bound))
    first = wall_of(about.reminder.due_at, about.reader.zone.key).date()
    last = first + WEEK if kind is DigestKind.WEEK else first
    found = await about.calendar.ahead(about.user, first, last)
    ours = [pair for pair in found if _concerns(pair, about, bound)]
    title = _("Plan of the week") if kind is DigestKind.WEEK else _("Plan of the day")
    text = week_text(ours, first, last, about.reader)
    return Screen(lines([fill("<b>{title}</b>", title=title), text]))


def calls_text() -> Markup:
    """Grant calls; the registry keeps none yet, and that is said."""
    return fill(_("There are no grant calls in the registry now."))


async def _overdue(about: Reminded, bound: BoundChat | None) -> Markup:
    reader = about.reader
    today = await reader.overview.today(reader.today, _communities(about, bound))
    rows = [
        fill(
            "• {what}: {day}",
            what=each.what.text(reader.language),
            day=short_date(each.due, reader.language),
        )
        for each in today.actions_overdue
        if each.due is not None
    ]
    title = fill(_("<b>Overdue on {day}</b>"), day=dated_weekday(reader.today, reader.language))
    return lines([title, *(rows or [fill(_("Nothing is overdue."))])])


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
