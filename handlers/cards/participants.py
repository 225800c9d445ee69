"""Who takes part in an event, and in what capacity."""

from __future__ import annotations

from collections.abc import Iterator

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.screens import fill
from partnership.events import Capacity, Event, Participant
from partnership.queries import posts_of
from partnership.registry import Registry


def participant_lines(event: Event, registry: Registry, language: str) -> Iterator[Markup]:
    """One line for each: «• Михайло Бєжан, голова делегації, заступник міського голови»."""
    for each in event.participants:
        name = participant_name(each, registry, language)
        if name is not None:
            part = capacity_word(each.capacity) if each.capacity is not None else None
            told = filter(None, (name, part, _post(each, event, registry, language)))
            yield fill("• {who}", who=", ".join(told))


def participant_name(participant: Participant, registry: Registry, language: str) -> str | None:
    """A person, an organisation or a place; None where the record is gone."""
    found = (
        registry.people.get(participant.person or "")
        or registry.organisations.get(participant.organisation or "")
        or registry.places.get(participant.place or "")
    )
    return found.name.text(language) if found is not None else None


def _post(participant: Participant, event: Event, registry: Registry, language: str) -> str | None:
    """The post that a person held on the day of the event, as far as that is known."""
    if participant.person is None:
        return None
    posts = posts_of(registry, participant.person, event.starts_on)
    return posts[0].position.text(language) if posts else None


def capacity_word(capacity: Capacity) -> str:
    """In what capacity somebody takes part."""
    return {
        Capacity.HEAD_OF_DELEGATION: _("head of the delegation"),
        Capacity.SPEAKER: _("speaker"),
        Capacity.MODERATOR: _("moderator"),
        Capacity.INTERPRETER: _("interpreter"),
        Capacity.MINUTE_TAKER: _("takes the minutes"),
        Capacity.GUEST: _("guest"),
        Capacity.MEMBER: _("member of the delegation"),
    }[capacity]
