"""Which meeting and which form somebody means."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from partnership.calendar.belonging import communities_of
from partnership.events import TOOK_PLACE, UNDER_WAY, Event
from partnership.minutes.minutes import MinutesForm
from partnership.minutes.taking import MinuteTaking
from partnership.reminders.event_plan import REMINDED

_FORMS = {
    MinutesForm.SUMMARY: re.compile(r"\bрезюме|\bsummar(?:y|ies)\b", re.IGNORECASE),
    MinutesForm.CONVERSATION: re.compile(
        r"\bзапис\w*\s+(?:бесід|розмов)|\brecord of (?:the )?conversation\b", re.IGNORECASE
    ),
    MinutesForm.PROTOCOL: re.compile(r"\bпротокол|\bprotocol\b", re.IGNORECASE),
}


def form_named(words: str) -> MinutesForm | None:
    """The form that the words name; "minutes" alone may be any."""
    return next((form for form, named in _FORMS.items() if named.search(words)), None)


def without_form(words: str) -> str:
    """The words without the name of the form."""
    for named in _FORMS.values():
        words = named.sub(" ", words)
    return " ".join(words.split())


async def meetings_meant(
    partnerships: Collection[str],
    communities: Collection[str],
    taking: MinuteTaking,
    since: date | None = None,
    until: date | None = None,
) -> list[Event]:
    """Meetings that began, the latest first: of these partnerships, else of the communities."""
    if partnerships:
        found = [
            each
            for partnership in partnerships
            for each in await taking.events.events(
                partnership=partnership, since=since, until=until
            )
        ]
    else:
        every = await taking.events.events(since=since, until=until)
        wanted = frozenset(communities)
        found = [e for e in every if communities_of(e, taking.registry) & wanted]
    begun = {each.key: each for each in found if _has_begun(each, taking.today)}
    return sorted(begun.values(), key=lambda each: (each.starts_on or date.min, each.id))[::-1]


def _has_begun(event: Event, today: date) -> bool:
    if event.starts_on is None or event.series is not None:
        return False
    is_on = event.state in REMINDED and event.starts_on == today
    return event.state in TOOK_PLACE | UNDER_WAY or is_on
