"""From a reading of what somebody wrote to the screen that answers it."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable

from handlers.answers import (
    adding,
    agreements,
    by_command,
    changing,
    events,
    gaps,
    letters,
    organisations,
    others,
    partners,
    people,
    taking_part,
    today,
)
from handlers.findings import not_in_registry
from handlers.reader import Reader
from handlers.screens import Screen
from partnership.language.questions import COURTESIES, Intent, Reading

Answer = Callable[[Reading, Reader], Screen | Awaitable[Screen]]

ABOUT_NOBODY = COURTESIES | {
    Intent.HELP,
    Intent.TODAY,
    Intent.REFUSE_PERSONAL_DATA,
    Intent.ADD_PARTNER,
    Intent.ADD_CONTACT,
    Intent.ACCESS,
    Intent.BIND,
    Intent.SET_LANGUAGE,
    Intent.UNDO,
    Intent.DIGESTS,
    Intent.DICTATE,
}
"""Questions in which a name that nobody knows changes nothing."""


def answers() -> dict[Intent, Answer]:
    """The answer to each question; acts have their own conversations."""
    return {
        Intent.CARD: partners.partner_answer,
        Intent.HISTORY: partners.partner_answer,
        Intent.AGREEMENT: agreements.agreement_answer,
        Intent.LIST: partners.list_answer,
        Intent.BY_AREA: partners.by_area_answer,
        Intent.COVERAGE: partners.list_answer,
        Intent.COUNT: partners.list_answer,
        Intent.COUNTRIES: partners.countries_answer,
        Intent.STAGE: partners.stage_answer,
        Intent.AREAS: partners.areas_answer,
        Intent.CONTACT: people.contact_answer,
        Intent.WHO: people.who_answer,
        Intent.DEFINITION: organisations.definition_answer,
        Intent.WHEN: events.when_answer,
        Intent.EVENTS: events.events_answer,
        Intent.TAKING_PART: taking_part.taking_part_answer,
        Intent.GAPS: gaps.gaps_answer,
        Intent.DISCUSSED: events.discussed_answer,
        Intent.TODAY: today.today_answer,
        Intent.OPEN_ITEMS: today.open_items_answer,
        Intent.LETTERS: letters.letters_answer,
        Intent.ADD_PARTNER: adding.adding_answer,
        Intent.ADD_CONTACT: changing.contact_wished,
        Intent.SET_STAGE: changing.stage_wished,
        Intent.SET_AREAS: changing.areas_wished,
        Intent.SET_LANGUAGE: changing.language_wished,
        Intent.CHANGE_LOG: changing.changes_told,
        Intent.ACCESS: changing.access_told,
        Intent.ARCHIVE: changing.archiving_wished,
        Intent.BIND: changing.binding_told,
        Intent.UNDO: by_command.undo_told,
        Intent.DIGESTS: by_command.digests_told,
        Intent.DICTATE: by_command.dictation_told,
        Intent.GREETING: others.greeting,
        Intent.THANKS: others.thanks,
        Intent.HELP: others.help_answer,
        Intent.REFUSE_PERSONAL_DATA: others.personal_data_refused,
    }


async def answer(reading: Reading, reader: Reader) -> Screen | None:
    """The answer to one reading; None where it is no question.

    A question about somebody who is not in the registry is answered with that, never with
    everybody.
    """
    found = answers().get(reading.intent)
    if found is None:
        return None
    if reading.unfound and reading.intent not in ABOUT_NOBODY and not _names_anybody(reading):
        name = " ".join(reading.unfound)
        asked_who = reading.intent is Intent.WHO and not reading.posts
        return people.nobody_called(name) if asked_who else not_in_registry(name, reader)
    screen = found(reading, reader)
    return await screen if inspect.isawaitable(screen) else screen


def _names_anybody(reading: Reading) -> bool:
    return bool(
        reading.places
        or reading.people
        or reading.organisations
        or reading.countries
        or reading.areas
    )
