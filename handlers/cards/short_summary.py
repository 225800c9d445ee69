"""The short summary of a meeting, as every member of a working group may read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.reminded import Reminded
from handlers.formats import dated_weekday
from handlers.screens import Screen, fill, lines
from handlers.services import Services
from handlers.words import side_word
from partnership.errors import NotFoundError
from partnership.minutes.summarising import ShortSummary, SummaryAction

POINTS_SHOWN = 20
"""Of more there is the whole of it with the coordinator."""


async def published_screen(
    facts: Mapping[str, Any], about: Reminded, services: Services
) -> Screen | None:
    """The summary that was published; None where the minutes are gone."""
    minutes = await services.minute_taking.store.minutes(str(facts["minutes"]))
    if minutes is None:
        return None
    try:
        summary = await services.minute_taking.short_summary(minutes)
    except NotFoundError:
        return None
    return Screen(summary_text(summary, about.reader.language))


def summary_text(summary: ShortSummary, language: str) -> Markup:
    """Decisions and action items, without anybody's name."""
    day = dated_weekday(summary.day, language) if summary.day else _("date not recorded")
    parties = " – ".join(each.text(language) for each in summary.parties)
    head = fill(_("<b>Summary of the meeting: {parties}</b>"), parties=parties)
    told = fill("{title}, {day}", title=summary.title.text(language), day=day)
    draft = None if summary.agreed else fill(_("<i>Not agreed by both sides yet.</i>"))
    return lines([head, told, draft, *_decisions(summary, language), *_actions(summary, language)])


def _decisions(summary: ShortSummary, language: str) -> Iterator[Markup]:
    if summary.decisions:
        yield fill(_("<b>Decided:</b>"))
    for each in summary.decisions[:POINTS_SHOWN]:
        yield fill("• {text}", text=each.text(language))


def _actions(summary: ShortSummary, language: str) -> Iterator[Markup]:
    if summary.actions:
        yield fill(_("<b>To be done:</b>"))
    for each in summary.actions[:POINTS_SHOWN]:
        yield _action(each, language)
    if summary.next_meeting_day is not None:
        day = dated_weekday(summary.next_meeting_day, language)
        yield fill(_("Next meeting: {text}"), text=day)


def _action(action: SummaryAction, language: str) -> Markup:
    """«• підготувати звіт – перша заступниця голови, до 15.06.2024 (субота)»."""
    who = action.who.text(language) if action.who else None
    if who is None and action.side is not None:
        who = side_word(action.side)
    until = action.due_text.text(language) if action.due_text else None
    if action.due is not None:
        until = dated_weekday(action.due, language)
    parts = [
        action.what.text(language),
        _("responsible: {who}").format(who=who) if who else "",
        _("due {day}").format(day=until) if until else "",
    ]
    return fill("• {text}", text="; ".join(each for each in parts if each))
